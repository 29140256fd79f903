"""What an administrator can do with a workflow.

Every act is done on the site. A draft binds nobody; applying it changes the workflow at
once, and a background job brings the documents after.
"""

from collections.abc import Sequence
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import session
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.routing.rules import need_reason
from vanphong.workflows import definitions
from vanphong.workflows import force
from vanphong.workflows import store
from vanphong.workflows.interfaces import DraftChanged
from vanphong.workflows.interfaces import TypeBound
from vanphong.workflows.rules import archive
from vanphong.workflows.rules import difference
from vanphong.workflows.rules import requests
from vanphong.workflows.rules.model import Workflow
from vanphong.workflows.rules.values import load
from vanphong.workflows.standing import Standing
from zope.event import notify


MANAGE = "vanphong: Manage Workflows"
WHO = _("administrators")


@office_act("edit_workflow", MANAGE, WHO)
def edit_workflow(
    portal, workflow_id: str, edits: Sequence = (), *, revision: int, workflow: object = None
) -> store.Draft:
    """Change the draft of a workflow; the first change begins it.

    :param edits: mappings as ``rules.requests.change`` takes them, done in their order.
    :param revision: the one that the person saw; 0 before there ever was a draft.
    :param workflow: a whole workflow as values, in place of the edits.
    """
    standing = _open(workflow_id, revision)
    found = standing.wanted
    if workflow is not None:
        found = requests.replaced(found, load(workflow), standing.hard)
    for asked in edits:
        found = requests.change(found, standing.hard, asked)
    _refuse_unknown_roles(found)
    draft = _keep(standing, found)
    return _drafted("edit_workflow", portal, standing, draft)


@office_act("import_workflow", MANAGE, WHO)
def import_workflow(portal, workflow_id: str, file: bytes, *, revision: int) -> store.Draft:
    """Make a draft of what a GenericSetup zip says of this workflow.

    :raises RuleBroken: naming what must not be in such a file.
    """
    standing = _open(workflow_id, revision)
    brought = archive.read(file)
    if workflow_id not in brought:
        raise RuleBroken(
            _("The zip has ${found}, but not “${name}”."),
            found=", ".join(f"“{one}”" for one in sorted(brought))[:200],
            name=workflow_id,
            field="file",
        )
    found = brought[workflow_id]
    _refuse_code(found, definitions.as_definition(standing.workflow))
    workflow = requests.replaced(standing.wanted, found.workflow, standing.hard)
    _refuse_unknown_roles(workflow)
    draft = _keep(standing, workflow)
    return _drafted("import_workflow", portal, standing, draft)


@office_act("discard_workflow", MANAGE, WHO)
def discard_workflow(portal, workflow_id: str, *, revision: int) -> None:
    """Throw a draft away; what is in force stays so."""
    standing = _open(workflow_id, revision)
    _need_draft(standing)
    record = store.record_for_writing(workflow_id)
    _stamp(record)
    record.draft = None
    done("discard_workflow", portal, workflow=workflow_id)
    notify(DraftChanged(portal, workflow_id))


@office_act("apply_workflow", MANAGE, WHO)
def apply_workflow(portal, workflow_id: str, *, revision: int, reason: str) -> store.Version:
    """Put a draft in force as one version.

    :raises RuleBroken: when a rule forbids it, with the first reason.
    :raises Conflict: when documents stand in a state that it takes away, or somebody has
        changed the workflow meanwhile.
    """
    reason = _reason(reason)
    standing = _open(workflow_id, revision)
    draft = _need_draft(standing)
    if difference.changes(draft.begun_from, standing.live):
        raise Conflict(
            _(
                "“${name}” was changed in Zope's own pages since this draft was begun. Take "
                "that over or give it back first."
            ),
            name=standing.live.title,
        )
    if not standing.drafted:
        raise Conflict(_("The draft changes nothing."))
    force.refuse_problems(standing)
    _refuse_occupied(standing, draft.workflow)
    version = force.put(portal, standing, draft.workflow, reason)
    done("apply_workflow", portal, workflow=workflow_id, version=version.number, reason=reason)
    return force.tell(portal, standing, version)


@office_act("undo_workflow", MANAGE, WHO)
def undo_workflow(
    portal, workflow_id: str, *, version: int, reason: str, confirm: bool = False
) -> store.Version:
    """Put the version before in force again, as a version of its own.

    :param version: the one in force, as the person saw it.
    :param confirm: documents in states that go away may be moved to the stage that their
        sheet means; without it they are named and nothing is done.
    """
    reason = _reason(reason)
    session.lock(f"workflow:{workflow_id}")
    standing = Standing(workflow_id)
    before = _version_before(standing, version)
    standing.problems = force.problems(standing, before.workflow)
    force.refuse_problems(standing)
    gone = difference.removed(standing.live, before.workflow)
    if not confirm and standing.count(gone):
        raise Conflict(
            _("${n} documents stand in ${states}. They would move to the stage of their sheet."),
            n=force.counted(standing.count(gone)),
            states=force.titles(standing.live, gone),
            field="confirm",
        )
    put = force.put(portal, standing, before.workflow, reason, restores=before.origin)
    done("undo_workflow", portal, workflow=workflow_id, version=put.number, reason=reason)
    return force.tell(portal, standing, put)


@office_act("adopt_workflow", MANAGE, WHO)
def adopt_workflow(portal, workflow_id: str, *, reason: str) -> store.Version:
    """Make a version of what somebody changed in Zope's own pages.

    :raises RuleBroken: when the rules forbid what was changed.
    """
    reason = _reason(reason)
    session.lock(f"workflow:{workflow_id}")
    standing = Standing(workflow_id)
    requests.replaced(_need_direct(standing), standing.live, standing.hard)
    standing.problems = force.problems(standing, standing.live)
    force.refuse_problems(standing)
    version = force.put(portal, standing, standing.live, reason)
    done("adopt_workflow", portal, workflow=workflow_id, version=version.number, reason=reason)
    return force.tell(portal, standing, version)


@office_act("give_back_workflow", MANAGE, WHO)
def give_back_workflow(portal, workflow_id: str) -> Workflow:
    """Put the last version in force again, against what was changed in Zope's own pages."""
    session.lock(f"workflow:{workflow_id}")
    standing = Standing(workflow_id)
    applied = _need_direct(standing)
    force.write(portal, standing, applied)
    done("give_back_workflow", portal, workflow=workflow_id)
    return force.tell(portal, standing, applied)


@office_act("bind_type", MANAGE, WHO)
def bind_type(portal, portal_type: str, workflow_id: str) -> None:
    """Let a type of content use another workflow.

    :raises Conflict: while there are documents of the type: their states are kept under the
        workflow that they have.
    """
    force.bind(portal_type, workflow_id)
    done("bind_type", portal, type=portal_type, workflow=workflow_id)
    notify(TypeBound(portal, workflow_id))


def _open(workflow_id: str, revision: int) -> Standing:
    """The standing of a workflow, if it still is as the person saw it."""
    definitions.named(workflow_id)
    session.lock(f"workflow:{workflow_id}")
    standing = Standing(workflow_id)
    if standing.record.revision != revision:
        raise _overtaken(standing)
    return standing


def _overtaken(standing: Standing) -> Conflict:
    record = standing.record
    if record.changed_at is None:
        return Conflict(_("This workflow has changed. Load it again."))
    return Conflict(
        _("${who} changed this workflow at ${when}. Load it again, then change it."),
        who=record.changed_by,
        when=record.changed_at,
    )


def _need_draft(standing: Standing) -> store.Draft:
    if standing.draft is None:
        raise Conflict(_("There is no draft of “${name}”."), name=standing.live.title)
    return standing.draft


def _need_direct(standing: Standing) -> Workflow:
    """The workflow as it was applied, when it is not so any more."""
    if not standing.direct or standing.applied is None:
        raise Conflict(_("“${name}” is as it was applied last."), name=standing.live.title)
    return standing.applied


def _version_before(standing: Standing, version: int) -> store.Version:
    """The version before the one in force, which the person names."""
    current = standing.record.current
    if current is None or current.number != version:
        raise _overtaken(standing)
    before = standing.record.version(current.origin - 1)
    if before is None:
        raise Conflict(_("There is no version before this one."))
    return before


def _reason(reason: str) -> str:
    reason = need_reason(reason)
    if len(reason) > 1000:
        raise RuleBroken(_("The reason is longer than ${n} characters."), n=1000, field="reason")
    return reason


def _keep(standing: Standing, workflow: Workflow) -> store.Draft:
    record = store.record_for_writing(standing.id)
    base = standing.live if standing.draft is None else standing.draft.begun_from
    _stamp(record)
    record.draft = store.Draft(
        record.revision,
        people.me().user_id,
        people.me().title,
        clock.now(),
        store.values(workflow),
        store.values(base),
    )
    return record.draft


def _stamp(record: store.Record) -> None:
    """Note who changes it now."""
    record.revision += 1
    record.changed_by = people.me().title
    record.changed_at = clock.now()


def _drafted(act: str, portal, standing: Standing, draft: store.Draft) -> store.Draft:
    said = [one.text for one in difference.changes(standing.live, draft.workflow)][:20]
    done(act, portal, workflow=standing.id, revision=draft.revision, changes=said)
    notify(DraftChanged(portal, standing.id))
    return draft


def _refuse_unknown_roles(workflow: Workflow) -> None:
    known = set(definitions.site_roles())
    named = {role for one in workflow.transitions for role in one.roles}
    for state in workflow.states:
        named.update(*(grant.roles for grant in state.grid.values()))
    for role in sorted(named - known):
        raise InvalidInput(_("There is no function “${name}” here."), name=role[:60], field="roles")


def _refuse_code(found, live) -> None:
    extras = [*found.workflow.extras]
    extras += [extra for one in found.workflow.transitions for extra in one.extras]
    extras += [
        f"variable {name}"
        for name, text in found.variables.items()
        if live.variables.get(name) != text
    ]
    if extras:
        raise RuleBroken(
            _("“${name}” in the file is refused: a workflow runs no code."),
            name=extras[0][:100],
            field="file",
        )


def _refuse_occupied(standing: Standing, new: Workflow) -> None:
    gone = difference.removed(standing.live, new)
    found = standing.count(gone)
    if found:
        raise Conflict(
            _(
                "${n} documents stand in ${states}. Pass them on first, or take back the version "
                "that put it in: then they move to the stage of their sheet."
            ),
            n=force.counted(found),
            states=force.titles(standing.live, gone),
        )
