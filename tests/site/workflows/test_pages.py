"""The pages of the control panel: what they show, and that their forms do the acts."""

from AccessControl import Unauthorized
from plone import api
from plone.protect.authenticator import createToken
from tests.office import as_user
from vanphong.incoming.stages import WORKFLOW
from vanphong.workflows import definitions
from vanphong.workflows.standing import Standing
import pytest


PAGES = (
    "workflows",
    "workflow",
    "workflow-state",
    "workflow-insert",
    "workflow-type",
    "workflow-try",
)


@pytest.fixture
def page(portal, request_):
    """Show a page as an administrator."""

    def show(name, **form):
        request_.form.clear()
        request_.form.update({"id": WORKFLOW, "state": "presented", **form})
        with as_user("admin"):
            return portal.unrestrictedTraverse(f"@@{name}")()

    show.portal = portal
    return show


def test_pages(page):
    assert "Văn bản đến" in page("workflows")
    assert "<svg" in page("workflow")
    for name in definitions.types_of():
        assert "<svg" in page("workflow", id=name)
    assert "wf-grid" in page("workflow-state")
    assert "wf-grid" not in page("workflow-state", id="register_workflow", state="open")
    assert "Chờ chỉ đạo" in page("workflow-insert", before="registered", then="presented")
    assert "Văn bản đến" in page("workflow-type")
    found = page("workflow-try", document="166/CCT-KTr")
    assert "wf-said" in found


def test_a_state_is_put_in_between_from_the_table(page):
    address = "workflow-insert?id=incoming_workflow&amp;before=registered&amp;then=presented"
    assert address in page("workflow")
    assert "workflow-insert" not in page("workflow", id="register_workflow")


def post(portal, request_, name, **form):
    """Send a form of the pages; what the page says, and its status."""
    request_.form.clear()
    request_.form.update({"id": WORKFLOW, "_authenticator": createToken(), **form})
    request_.method = request_.environ["REQUEST_METHOD"] = "POST"
    try:
        said = portal.unrestrictedTraverse(f"@@{name}")()
    finally:
        request_.method = request_.environ["REQUEST_METHOD"] = "GET"
    return request_.response.getStatus(), said


@pytest.fixture
def send(portal, request_):
    def sent(name, **form):
        with as_user("admin"):
            return post(portal, request_, name, **form)

    return sent


def test_the_whole_way_by_forms(send, page):
    status, _said = send(
        "workflow-insert",
        before="registered",
        then="presented",
        title="Chờ Chánh Văn phòng xem",
        roles=["Office Chief"],
        revision="0",
    )
    assert status == 303
    assert "Chờ Chánh Văn phòng" in page("workflow")
    status, _said = send("workflow", do="apply", revision="1", reason="Theo quy chế.")
    assert (status, Standing(WORKFLOW).record.current.number) == (303, 2)
    status, _said = send("workflow", do="undo", version="2", undo_reason="Không cần.")
    assert (status, Standing(WORKFLOW).own) == (303, [])


def test_only_what_was_changed_on_the_page_of_a_state_becomes_an_edit(send, page):
    state = Standing(WORKFLOW).live.state("presented")
    with as_user("admin"):
        rows = [row for group in view_of(page, "workflow-state").grid for row in group["rows"]]
    form = {row["name"]: sorted(row["roles"]) for row in rows if row["roles"]}
    for one in Standing(WORKFLOW).live.exits("presented"):
        form[f"transition-{one.id}"] = one.title
    status, _said = send(
        "workflow-state", do="keep", state="presented", revision="0", title=state.title, **form
    )
    assert (status, Standing(WORKFLOW).draft) == (303, None)
    form["title"] = "Chờ cho ý kiến"
    send("workflow-state", do="keep", state="presented", revision="0", **form)
    assert [one.text for one in Standing(WORKFLOW).drafted] == [
        "State “${old}” is called “${new}”."
    ]


def view_of(page, name):
    """The view itself."""
    page(name)
    return page.portal.unrestrictedTraverse(f"@@{name}")


@pytest.mark.parametrize(
    ("name", "form", "status"),
    [
        ("workflow", {"do": "apply", "revision": "0", "reason": "x"}, 409),
        ("workflow", {"do": "rename", "revision": "0", "title": "<b>x</b>"}, 422),
        ("workflow", {"do": "rename", "revision": "9", "title": "x"}, 409),
        ("workflow", {"do": "rename", "revision": "x", "title": "x"}, 400),
        ("workflow", {"do": "import", "revision": "0"}, 400),
        ("workflow", {"do": "explode"}, 400),
        ("workflow-type", {"type": "Unit", "workflow": "incoming_workflow"}, 422),
    ],
)
def test_a_refused_form_is_shown_again(send, name, form, status):
    found, said = send(name, **form)
    assert found == status
    assert "data-errors" in said
    assert Standing(WORKFLOW).draft is None


@pytest.mark.parametrize("user", ["vanthu", "chutich", "cv1-vhtt", ""])
@pytest.mark.parametrize("name", PAGES)
def test_nobody_else_comes_there(portal, user, name):
    with as_user(user):
        assert not api.user.has_permission("vanphong: Manage Workflows", obj=portal)
        with pytest.raises(Unauthorized):
            portal.restrictedTraverse(f"@@{name}")
