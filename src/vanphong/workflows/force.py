"""Putting a workflow in force: the workflow itself, its version, and the job behind it."""

from typing import Any
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import documents
from vanphong.ledger import jobs
from vanphong.ledger.paging import CAP
from vanphong.organisation import people
from vanphong.ui import format as fmt
from vanphong.workflows import definitions
from vanphong.workflows import rights
from vanphong.workflows import store
from vanphong.workflows.interfaces import WorkflowApplied
from vanphong.workflows.rules import checks
from vanphong.workflows.rules import difference
from vanphong.workflows.rules import leaving
from vanphong.workflows.rules.model import Workflow
from vanphong.workflows.standing import BUSY
from vanphong.workflows.standing import Standing
from vanphong.workflows.standing import bodies
from zope.event import notify


#: A job in one of these has not brought all documents after.
UNFINISHED = (*BUSY, "failed", "stopped")


def put(portal, standing: Standing, new: Workflow, reason: str, *, restores: int = 0):
    """Write a version and put it in force; the version."""
    record = store.record_for_writing(standing.id)
    me = people.me()
    if not record.versions:  # what an undo of the first version goes back to
        before = standing.applied or standing.live
        record.versions = (store.Version(1, "", "", None, "", store.kept(before)),)
    version = store.Version(
        len(record.versions) + 1,
        me.user_id,
        me.title,
        clock.now(),
        reason,
        store.kept(new),
        restores,
    )
    write(portal, standing, new)
    record.versions = (*record.versions, version)
    record.draft = None
    record.revision += 1
    record.changed_by, record.changed_at = me.title, clock.now()
    return version


def write(portal, standing: Standing, new: Workflow) -> None:
    """Write the workflow of the site, and have the documents brought after."""
    record = store.record_for_writing(standing.id)
    old = definitions.read(standing.workflow)
    states, gone = _left_over(standing)
    states |= set(difference.touched(standing.live, new))
    if standing.applied is not None:  # what Zope's own pages changed has reached no document
        states |= set(difference.touched(standing.applied, new))
    states |= {one.id for one in new.states if one.id in gone}
    gone = {*gone, *difference.removed(standing.live, new)} - {one.id for one in new.states}
    gone = {one for one in gone if standing.count([one])}
    states = {one for one in states if new.state(one) is not None}
    definitions.write(standing.workflow, leaving.keep(new, old, gone))
    record.leaving = tuple(sorted(gone))
    record.job = ""
    if standing.hard is not None and (gone or standing.count(states)):
        args = {"workflow": standing.id, "states": sorted(states), "leaving": sorted(gone)}
        record.job = jobs.put(rights.KIND, portal.UID(), args)


def _left_over(standing: Standing) -> tuple[set[str], set[str]]:
    """States whose documents an earlier job has not brought after; it goes no further."""
    job = standing.job
    if job is None or job["state"] not in UNFINISHED:
        return set(), set()
    if job["state"] in BUSY:
        jobs.stop(job["uid"])
    return set(job["args"]["states"]), set(job["args"]["leaving"])


def tell(portal, standing: Standing, answer: Any) -> Any:
    """Say that a version is in force; the answer of the act."""
    notify(WorkflowApplied(portal, standing.id))
    return answer


def problems(standing: Standing, workflow: Workflow) -> list[checks.Problem]:
    """Why a workflow could not be applied in place of this one."""
    return checks.problems(workflow, standing.hard, definitions.site_roles())


def refuse_problems(standing: Standing) -> None:
    """Refuse what a rule forbids, with the first reason.

    :raises RuleBroken: also of a fixed workflow in which more than titles was changed.
    """
    for problem in standing.problems:
        raise RuleBroken(problem.text, rule=problem.rule, field=problem.state, **problem.values)


def counted(n: int) -> str:
    """A count of documents in words that stand in every sentence: ``1.000+``."""
    return f"{fmt.number(CAP)}+" if n > CAP else fmt.number(n)


def titles(workflow: Workflow, states) -> str:
    """Titles of states in one text."""
    found = (workflow.state(one) for one in states)
    return ", ".join(f"“{one.title}”" for one in found if one is not None)


def bind(portal_type: str, workflow_id: str) -> None:
    """Let a type of ours use a workflow that has all that its acts need.

    :raises Conflict: while there are documents of the type.
    """
    tool = definitions.tool()
    now = next((name for name, types in definitions.types_of().items() if portal_type in types), "")
    hard = definitions.hard_rules(now) if now else None
    if hard is None:
        raise RuleBroken(
            _("The workflow of “${type}” is fixed."), type=portal_type[:60], field="type"
        )
    if now == workflow_id:
        raise Conflict(_("“${type}” uses this workflow already."), type=portal_type)
    if workflow_id not in definitions.fitting(hard):
        raise RuleBroken(
            _("“${workflow}” lacks stages that “${type}” goes through."),
            workflow=workflow_id[:60],
            type=portal_type,
            field="workflow",
        )
    found = documents.count_in_states(bodies(), hard.direction, tool[now].states.objectIds())
    if found:
        raise Conflict(
            _("There are ${n} documents in “${name}”. Change that workflow itself instead."),
            n=counted(found),
            name=tool[now].title,
            field="workflow",
        )
    tool.setChainForPortalTypes((portal_type,), (workflow_id,))
