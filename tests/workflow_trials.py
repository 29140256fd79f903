"""Every act on workflows: done, and refused by a rule. See tests/site/guards."""

from tests.office import as_user
from tests.site_workflow import put_in_between
from vanphong.incoming.stages import WORKFLOW
from vanphong.ledger import documents
from vanphong.workflows import actions
from vanphong.workflows.exported import as_zip


RENAME = {"edit": "rename_state", "state": "presented", "title": "Chờ cho ý kiến"}
MARKUP = {**RENAME, "title": "<b>Chờ</b>"}
COPY = "quy_trinh_khac"


def site(office):
    """The site as it is."""
    return office.portal


def drafted(office):
    """The site with a draft."""
    with as_user("admin"):
        actions.edit_workflow(office.portal, WORKFLOW, [RENAME], revision=0)
    return office.portal


def applied(office):
    """The site with a version."""
    with as_user("admin"):
        actions.apply_workflow(drafted(office), WORKFLOW, revision=1, reason="Theo quy chế.")
    return office.portal


def changed(office):
    """The site after somebody was in Zope's own pages."""
    office.portal.portal_workflow[WORKFLOW].states["presented"].title = "Chờ lãnh đạo"
    return office.portal


def copied(office):
    """The site with a second workflow for outgoing documents, of which there are none."""
    tool = office.portal.portal_workflow
    tool._setObject(COPY, tool["outgoing_workflow"]._getCopy(tool))
    tool[COPY]._setId(COPY)
    for uid, _path in documents.paths_in_states("out", tool[COPY].states.objectIds(), limit=500):
        documents.forget(uid)
    return office.portal


def waiting(office):
    """A document in a state put between two stages."""
    put_in_between(office.portal, "registered", "presented")
    return office.presented()


def own_zip(office, context):
    """What the site itself exports."""
    return (WORKFLOW, as_zip([WORKFLOW])), {"revision": 0}


def given(*args, **more):
    """These arguments."""
    return lambda office, context: (args, more)


#: (who, stage, right arguments, wrong arguments) by act.
WORKFLOWS = {
    "pass_stage": ("chanhvp", waiting, given(), given(comment="x" * 2001)),
    "edit_workflow": (
        "admin",
        site,
        given(WORKFLOW, [RENAME], revision=0),
        given(WORKFLOW, [MARKUP], revision=0),
    ),
    "import_workflow": ("admin", site, own_zip, given(WORKFLOW, b"no zip", revision=0)),
    "discard_workflow": (
        "admin",
        drafted,
        given(WORKFLOW, revision=1),
        given(WORKFLOW, revision=0),
    ),
    "apply_workflow": (
        "admin",
        drafted,
        given(WORKFLOW, revision=1, reason="Theo quy chế."),
        given(WORKFLOW, revision=1, reason=" "),
    ),
    "undo_workflow": (
        "admin",
        applied,
        given(WORKFLOW, version=2, reason="Không cần."),
        given(WORKFLOW, version=1, reason="Không cần."),
    ),
    "adopt_workflow": (
        "admin",
        changed,
        given(WORKFLOW, reason="Đã thống nhất."),
        given(WORKFLOW, reason=""),
    ),
    "give_back_workflow": ("admin", changed, given(WORKFLOW), given("register_workflow")),
    "bind_type": (
        "admin",
        copied,
        given("OutgoingDocument", COPY),
        given("IncomingDocument", "register_workflow"),
    ),
}
