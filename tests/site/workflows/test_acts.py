"""A workflow is edited as a draft, applied as a version, and taken back without loss."""

from plone import api
from tests.office import as_user
from tests.office import tick
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.incoming.stages import WORKFLOW
from vanphong.ledger import documents
from vanphong.ledger import jobs
from vanphong.ledger.audit import history
from vanphong.routing import stage_actions
from vanphong.workflows import actions
from vanphong.workflows import definitions
from vanphong.workflows import rights
from vanphong.workflows.rules.difference import changes
from vanphong.workflows.rules.values import dump
from vanphong.workflows.standing import Standing
import pytest
import transaction


INSERT = {
    "edit": "insert_state",
    "before": "registered",
    "then": "presented",
    "title": "Chờ Chánh Văn phòng xem",
    "roles": ["Office Chief"],
    "action": "Chuyển lãnh đạo",
}
INSERTED = "cho_chanh_van_phong_xem"


@pytest.fixture
def admin(portal):
    """The administrator, for the whole test."""
    with as_user("admin"):
        yield "admin"


@pytest.fixture(autouse=True)
def own_jobs(monkeypatch):
    """No other jobs run here than those of the workflows."""
    monkeypatch.setattr(jobs, "HANDLERS", {rights.KIND: rights.run})


@pytest.fixture
def edit(portal):
    """Edit the draft of the incoming workflow as an administrator."""

    def change(*edits, revision=None, workflow_id=WORKFLOW):
        tick()
        seen = Standing(workflow_id).record.revision if revision is None else revision
        with as_user("admin"):
            return actions.edit_workflow(portal, workflow_id, edits, revision=seen)

    return change


@pytest.fixture
def apply(portal):
    def put(reason="Theo quy chế làm việc mới.", workflow_id=WORKFLOW):
        tick()
        seen = Standing(workflow_id).record.revision
        with as_user("admin"):
            return actions.apply_workflow(portal, workflow_id, revision=seen, reason=reason)

    return put


@pytest.fixture
def undo(portal):
    def back(**more):
        tick()
        seen = Standing(WORKFLOW).record.current.number
        with as_user("admin"):
            return actions.undo_workflow(
                portal, WORKFLOW, version=seen, reason="Không cần nữa.", **more
            )

    return back


def states(portal):
    return set(portal.portal_workflow[WORKFLOW].states.objectIds())


def test_what_the_profile_brings_is_what_is_in_force(portal):
    for name in definitions.types_of():
        standing = Standing(name)
        assert standing.own == [], name
        assert standing.direct == [], name
        assert standing.problems == [], name
        found = definitions.as_definition(standing.workflow)
        assert changes(found.workflow, standing.live) == []
        assert found.variables == definitions.of_profile(name).variables


def test_an_inserted_state_is_passed_and_taken_back_without_loss(office, portal, edit, apply, undo):
    before = office.register()
    edit(INSERT)
    assert INSERTED not in states(portal)
    version = apply()
    assert (version.number, version.author, version.reason) == (
        2,
        "admin",
        "Theo quy chế làm việc mới.",
    )
    office.present(before)
    waits = office.presented()
    assert office.stage(before) == office.stage(waits) == INSERTED
    with as_user("chanhvp"):
        stage_actions.pass_stage(before)
    assert office.stage(before) == "presented"
    steps = office.sheet(waits)
    with pytest.raises(Conflict, match="1 documents stand in"):
        undo()
    assert office.stage(waits) == INSERTED
    assert undo(confirm=True).restores == 1
    assert INSERTED in states(portal)  # until the job has emptied it
    assert Standing(WORKFLOW).direct == []
    third = office.presented()  # meanwhile nothing enters it any more
    assert office.stage(third) == "presented"
    jobs.run_pending()
    assert INSERTED not in states(portal)
    assert f"pass_{INSERTED}" not in portal.portal_workflow[WORKFLOW].transitions
    assert office.stage(waits) == "presented"
    assert office.sheet(waits) == steps
    assert documents.found([waits.UID()])[0]["state"] == "presented"
    assert "settle_stage" in [line["act"] for line in history(waits.UID())]
    assert Standing(WORKFLOW).own == []
    office.direct(waits)
    assert office.stage(waits) == "directed"


def test_a_state_with_documents_is_not_taken_away_by_an_edit(office, portal, edit, apply):
    edit(INSERT)
    apply()
    office.presented()
    office.presented()
    edit({"edit": "remove_state", "state": INSERTED})
    with pytest.raises(Conflict, match="2 documents stand in “Chờ Chánh Văn phòng xem”"):
        apply()
    assert INSERTED in states(portal)


def test_an_empty_one_is(portal, edit, apply):
    edit(INSERT)
    apply()
    edit({"edit": "remove_state", "state": INSERTED})
    apply()
    assert INSERTED not in states(portal)
    assert Standing(WORKFLOW).own == []


def test_a_changed_grid_reaches_the_documents_by_the_job(office, portal, edit, apply):
    document = office.presented()
    with as_user("vanthu"):
        assert api.user.has_permission("vanphong: Urge Work", obj=document)
    grid = {"vanphong: Urge Work": ["Office Chief"]}
    edit({"edit": "set_grid", "state": "presented", "grid": grid})
    apply()
    assert Standing(WORKFLOW).is_busy
    jobs.run_pending()
    with as_user("vanthu"):
        assert not api.user.has_permission("vanphong: Urge Work", obj=document)
    with as_user("chanhvp"):
        assert api.user.has_permission("vanphong: Urge Work", obj=document)
    workflow = portal.portal_workflow[WORKFLOW]
    assert not workflow.updateRoleMappingsFor(document)  # the job has left nothing to do


def test_the_job_goes_on_where_it_was_stopped(office, portal, edit, apply, monkeypatch):
    monkeypatch.setattr(rights, "BATCH", 1)
    documents_ = [office.presented() for _number in range(3)]
    grid = {"vanphong: Urge Work": ["Office Chief"]}
    edit({"edit": "set_grid", "state": "presented", "grid": grid})
    apply()
    brought = []
    bring = rights.bring

    def once(workflow_id, paths, leaving):
        brought.extend(paths)
        if len(brought) == 1:
            jobs.stop(Standing(WORKFLOW).record.job)
        return bring(workflow_id, paths, leaving)

    monkeypatch.setattr(rights, "bring", once)
    jobs.run_pending()
    assert (len(brought), Standing(WORKFLOW).job["state"]) == (1, "stopped")
    jobs.resume(Standing(WORKFLOW).record.job)
    jobs.run_pending()
    assert len(brought) == len(set(brought)) >= 3
    workflow = portal.portal_workflow[WORKFLOW]
    assert not any(workflow.updateRoleMappingsFor(one) for one in documents_)


def test_a_batch_ends_when_its_time_is_over(office, portal, edit, apply, monkeypatch):
    monkeypatch.setattr(rights, "LONGEST", -1)
    monkeypatch.setattr(rights, "FEWEST", 2)
    documents_ = [office.presented() for _number in range(3)]
    edit({"edit": "set_grid", "state": "presented", "grid": {"vanphong: Urge Work": []}})
    apply()
    brought = []
    bring = rights.bring
    monkeypatch.setattr(rights, "bring", lambda *what: brought.append(bring(*what)) or brought[-1])
    assert jobs.run_pending() >= 2
    assert brought[:1] == [2]
    workflow = portal.portal_workflow[WORKFLOW]
    assert not any(workflow.updateRoleMappingsFor(one) for one in documents_)


def test_an_old_version_is_stored_once(portal, edit, apply):
    edit({"edit": "rename_state", "state": "presented", "title": "Chờ"})
    apply()
    transaction.savepoint(optimistic=True)
    record = Standing(WORKFLOW).record
    kept = {one.values._p_oid for one in record.versions}
    assert len(kept) == len(record.versions) and None not in kept
    assert record.current.workflow.state("presented").title == "Chờ"


def test_an_edit_takes_over_what_the_job_before_has_left(office, portal, edit, apply):
    document, other = office.presented(), office.directed()
    edit({"edit": "set_grid", "state": "presented", "grid": {"vanphong: Urge Work": []}})
    apply()
    first = Standing(WORKFLOW).record.job
    edit({"edit": "set_grid", "state": "directed", "grid": {"vanphong: Urge Work": []}})
    apply()
    assert jobs.status(first)["state"] == "stopped"
    assert Standing(WORKFLOW).job["args"]["states"] == ["directed", "presented"]
    jobs.run_pending()
    workflow = portal.portal_workflow[WORKFLOW]
    assert not any(workflow.updateRoleMappingsFor(one) for one in (document, other))


def test_a_title_touches_no_document(office, portal, edit, apply):
    office.presented()
    edit({"edit": "rename_state", "state": "presented", "title": "Chờ cho ý kiến"})
    apply()
    standing = Standing(WORKFLOW)
    assert (standing.job, standing.live.state("presented").title) == (None, "Chờ cho ý kiến")


def test_two_administrators_at_once(portal, edit):
    edit({"edit": "rename", "title": "Văn bản đến của huyện"})
    with pytest.raises(Conflict) as refusal:
        edit({"edit": "rename", "title": "Khác"}, revision=0)
    assert refusal.value.mapping["who"]
    assert refusal.value.mapping["when"]
    assert Standing(WORKFLOW).wanted.title == "Văn bản đến của huyện"


def test_what_was_applied_meanwhile_is_a_conflict(portal, edit, apply):
    draft = edit({"edit": "rename", "title": "Văn bản đến của huyện"})
    apply()
    with as_user("admin"), pytest.raises(Conflict):
        actions.apply_workflow(portal, WORKFLOW, revision=draft.revision, reason="Lần nữa.")


@pytest.mark.parametrize("user", ["vanthu", "chutich", "chanhvp", ""])
def test_nobody_else(portal, user):
    with as_user(user), pytest.raises(NotAllowed):
        actions.edit_workflow(portal, WORKFLOW, [INSERT], revision=0)
    assert Standing(WORKFLOW).draft is None


REFUSED = {
    "unreachable": (
        {"edit": "whole", "exits": {"registered": ["finish", "recall"]}},
        RuleBroken,
        "unreachable",
    ),
    "a reader directs": (
        {
            "edit": "set_grid",
            "state": "presented",
            "grid": {"vanphong: Issue Directive": ["Document Reader"]},
        },
        RuleBroken,
        "word of the leader",
    ),
    "presented before it is registered": (
        {
            "edit": "set_grid",
            "state": "awaiting_reception",
            "grid": {"vanphong: Present Document": ["Records Clerk"]},
        },
        RuleBroken,
        "not registered",
    ),
    "nobody registers": (
        {
            "edit": "set_grid",
            "state": "awaiting_reception",
            "grid": {"vanphong: Register Incoming Document": []},
        },
        RuleBroken,
        "must be able to register",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_applied(portal, edit, apply, name):
    asked, error, words = REFUSED[name]
    if asked["edit"] == "whole":
        values = dump(Standing(WORKFLOW).live)
        for state in values["states"]:
            state["exits"] = asked["exits"].get(state["id"], state["exits"])
        with as_user("admin"):
            actions.edit_workflow(portal, WORKFLOW, revision=0, workflow=values)
    else:
        edit(asked)
    with pytest.raises(error, match=words):
        apply()
    assert Standing(WORKFLOW).record.versions == ()


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"edit": "rename", "title": "<script>alert(1)</script>"}, RuleBroken),
        ({"edit": "rename_state", "state": "presented", "title": "${python:1}"}, RuleBroken),
        ({"edit": "rename", "title": " "}, RuleBroken),
        ({"edit": "rename", "title": "x" * 81}, RuleBroken),
        ({"edit": "rename", "title": 7}, InvalidInput),
        ({"edit": "remove_state", "state": "presented"}, RuleBroken),
        ({"edit": "remove_state", "state": "khong_co"}, Conflict),
        ({"edit": "set_guard", "transition": "direct", "roles": ["Vua"]}, InvalidInput),
        ({**INSERT, "roles": []}, RuleBroken),
        ({**INSERT, "then": "finished", "before": "draft"}, RuleBroken),
        ({"edit": "delete_everything"}, InvalidInput),
        ("rename", InvalidInput),
    ],
)
def test_an_edit_that_is_refused_leaves_no_draft(portal, edit, asked, error):
    with pytest.raises(error):
        edit(asked)
    assert Standing(WORKFLOW).draft is None


def test_a_workflow_without_hard_rules_takes_titles_only(portal, edit, apply):
    edit(
        {"edit": "rename_state", "state": "open", "title": "Đang dùng"},
        workflow_id="register_workflow",
    )
    with pytest.raises(RuleBroken):
        edit({**INSERT, "before": "open", "then": "closed"}, workflow_id="register_workflow")
    apply(workflow_id="register_workflow")
    assert portal.portal_workflow["register_workflow"].states["open"].title == "Đang dùng"


def test_what_zope_changes_shows_up_and_is_given_back(office, portal, admin):
    document = office.presented()
    state = portal.portal_workflow[WORKFLOW].states["presented"]
    state.setPermission("vanphong: Urge Work", 0, ("Handler",))
    assert [one.permission for one in Standing(WORKFLOW).direct] == ["vanphong: Urge Work"]
    actions.give_back_workflow(portal, WORKFLOW)
    assert Standing(WORKFLOW).direct == []
    jobs.run_pending()
    assert not portal.portal_workflow[WORKFLOW].updateRoleMappingsFor(document)
    with pytest.raises(Conflict):
        actions.give_back_workflow(portal, WORKFLOW)


def test_it_is_taken_over_as_a_version(portal, admin):
    workflow = portal.portal_workflow[WORKFLOW]
    workflow.states["presented"].title = "Chờ lãnh đạo"
    version = actions.adopt_workflow(portal, WORKFLOW, reason="Đã thống nhất.")
    assert (version.number, Standing(WORKFLOW).direct) == (2, [])
    assert [one.text for one in Standing(WORKFLOW).own] == ["State “${old}” is called “${new}”."]


def test_what_runs_code_is_not_taken_over(portal, admin):
    workflow = portal.portal_workflow[WORKFLOW]
    transition = workflow.transitions["direct"]
    transition.setProperties("Chỉ đạo", "directed", props={"guard_expr": "python: True"})
    with pytest.raises(RuleBroken, match="not allowed here"):
        actions.adopt_workflow(portal, WORKFLOW, reason="Thử.")
    actions.give_back_workflow(portal, WORKFLOW)
    assert transition.guard.expr is None


def test_a_draft_is_thrown_away(portal, edit, admin):
    draft = edit(INSERT)
    actions.discard_workflow(portal, WORKFLOW, revision=draft.revision)
    assert Standing(WORKFLOW).draft is None
    with pytest.raises(Conflict):
        actions.discard_workflow(portal, WORKFLOW, revision=draft.revision)


def test_a_type_with_documents_keeps_its_workflow(portal, admin):
    with pytest.raises(RuleBroken):
        actions.bind_type(portal, "IncomingDocument", "register_workflow")
    with pytest.raises(RuleBroken):
        actions.bind_type(portal, "Unit", "register_workflow")
    with pytest.raises(Conflict):
        actions.bind_type(portal, "IncomingDocument", WORKFLOW)
