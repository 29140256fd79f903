"""Every page and every service asks for a permission, and what writes for more than View."""

from vanphong.ui.browser.form import OfficeForm
from z3c.form.interfaces import IForm


#: What anybody may open, and why.
PUBLIC = {
    "index.html of OfficeError": "says a refusal to whoever was refused",
    "index.html of Exception": "says a fault to whoever met it",
    "index.html of INotFound": "says that there is nothing, and the same to everybody",
    "view of ISchedules": "leads to a published week, or lets choose the body",
    "public-week of ISchedules": "the same",
    "reception-days of ISchedules": "leads to the reception days of a body",
    "tiep-cong-dan of IPloneSiteRoot": "the same",
    "giay-moi of IPloneSiteRoot": "leads to the meetings that everybody may know of",
    "view of ISchedule": "leads to the published week, staff to that of the office",
    "public-week of ISchedule": "the week as it is published",
    "reception-days of ISchedule": "when leaders receive citizens",
    "feed of ISchedule": "public items; a person's own by a secret address alone",
    "schedule.rss of ISchedule": "what was published",
    "schedule.docx of ISchedule": "the public lines on paper",
    "schedule.pdf of ISchedule": "the public lines on paper",
    "login of INavigationRoot": "how else would one sign in",
    "login_form of INavigationRoot": "the same under the name that Plone redirects to",
    "login-help of INavigationRoot": "who needs it cannot sign in",
    "logged-out of INavigationRoot": "who reads it is signed out",
    "document_view of IPloneSiteRoot": "shows visitors the portal, sends people to their desktop",
    "listing_view of IPloneSiteRoot": "the same, whichever layout the site has",
    "vp-public of Interface": "the frame of public pages, which knows nobody",
    "main_template of Interface": "Plone's own is open to anybody, too",
    "not-found-in-the-office of INotFound": "says that nothing is there",
    "insufficient-privileges of INavigationRoot": "says that a page is not open to the person",
    "portal of IPloneSiteRoot": "the front page for citizens",
    "published of IPloneSiteRoot": "lists what is published",
    "published.rss of IPloneSiteRoot": "the same as a feed",
    "view of IPublicationMarker": "404 unless it is public or the person may publish it",
    "public-file of IPublicationMarker": "the same for its files",
    "view of IPublicationsFolder": "leads to the list of what is published",
    "invitations of IPloneSiteRoot": "meetings that everybody may know of",
    "invitation of IPloneSiteRoot": "one of them; 404 for every other",
    "invitation.ics of IPloneSiteRoot": "the same as a calendar",
    "invitation-file of IPloneSiteRoot": "its signed PDF, and annexes shared with everybody",
    "public-search of IPloneSiteRoot": "finds what is published",
    "contacts of IPloneSiteRoot": "units and their office numbers, no accounts",
    "accessibility of IPloneSiteRoot": "a statement",
    "sitemap.xml of IPloneSiteRoot": "addresses of what is published",
    "robots.txt of INavigationRoot": "what robots may look at",
    "portal-emblem of IPloneSiteRoot": "the emblem of the body",
    "portal-colours.css of IPloneSiteRoot": "colours of the body",
}

#: Forms that View opens, and why that is enough.
VIEW_IS_ENOUGH = {
    "file-into of IOfficeDocument": "filing asks for its own permission, on the file",
    "view of IFileList": "each act asks for its own permission",
    "view of IArchiveSubmission": "taking over and sending back ask for the archive",
    "act of IIncoming": "each act asks for its own permission, and the sheet whose step it is",
    "act of IOutgoing": "each act asks for its own permission, and the sheet whose step it is",
    "act of ITask": "each act asks for its own permission, and the sheet whose step it is",
    "conclusions of IRouted": "making tasks asks for its own permission; the lines are the text",
    "discussion of IOfficeDocument": "commenting asks for its own permission",
    "discussion of ICaseFile": "commenting asks for its own permission",
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
    # main_template differs for visitors only, and vp-… are frames of our own
    assert everywhere == {
        "vp-page of Interface",
        "vp-public of Interface",
        "main_template of Interface",
    }
