"""Every page and every service asks for a permission, and what writes for more than View."""

from vanphong.ui.browser.form import OfficeForm
from z3c.form.interfaces import IForm


#: What anybody may open, and why.
PUBLIC = {
    "index.html of OfficeError": "says a refusal to whoever was refused",
    "login of INavigationRoot": "how else would one sign in",
    "login_form of INavigationRoot": "the same under the name that Plone redirects to",
    "login-help of INavigationRoot": "who needs it cannot sign in",
    "logged-out of INavigationRoot": "who reads it is signed out",
    "document_view of IPloneSiteRoot": "sends visitors to the login and people to their desktop",
    "listing_view of IPloneSiteRoot": "the same, whichever layout the site has",
}

#: Forms that View opens, and why that is enough.
VIEW_IS_ENOUGH = {
    "act of IIncoming": "each act asks for its own permission, and the sheet whose step it is",
    "act of IOutgoing": "each act asks for its own permission, and the sheet whose step it is",
    "pass-stage of IRouted": "the act asks which functions the workflow names",
    "direct of IIncoming": "issuing a directive asks for its own permission, by author or clerk",
}


def writes(view):
    """Whether it changes something when it is sent."""
    if view.method:
        return view.method != "GET"
    return issubclass(view.factory, OfficeForm) or IForm.implementedBy(view.factory)


def test_every_view_declares_a_permission(views):
    assert [view.label for view in views if view.permission == "undeclared"] == []


def test_what_anybody_may_open_is_on_the_list(views):
    assert {view.label for view in views if not view.permission} == set(PUBLIC)


def test_no_service_is_open_to_anybody(views):
    services = [view for view in views if view.method]
    assert len(services) > 20
    assert [view.label for view in services if not view.permission] == []


def test_what_writes_asks_for_more_than_view(views):
    found = {view.label for view in views if writes(view) and view.permission == "View"}
    assert found == set(VIEW_IS_ENOUGH)


def test_no_view_stands_in_the_way_of_plones_own_for_every_object(views):
    everywhere = {view.label for view in views if view.context.__name__ == "Interface"}
    assert everywhere == {"vp-page of Interface"}
