"""Documents follow a changed workflow: a background job in batches, in the order of UIDs.

A state's grid stands on each of its documents as role settings. A changed grid is brought to
them, and documents in a state that was taken away go to the stage that their sheet means.
"""

from AccessControl.Permission import getPermissionIdentifier
from Acquisition import aq_base
from collections.abc import Iterator
from collections.abc import Mapping
from plone import api
from time import monotonic
from time import sleep
from vanphong import _
from vanphong.documents.index import index_document
from vanphong.ledger import documents
from vanphong.ledger import jobs
from vanphong.ledger.acts import done
from vanphong.routing.interfaces import IStages
from vanphong.workflows import definitions
from vanphong.workflows import store
from vanphong.workflows.standing import bodies
import transaction


KIND = "workflow-rights"

#: Documents of one batch at most; a batch is one transaction.
BATCH = 150

#: So long a batch goes through them, in seconds by the clock, for a busy machine is slow at all
#: it does; to store them takes about as long, and only then others wait.
LONGEST = 0.05

#: Documents of one batch at least: each batch has a cost of its own, above all among writers.
FEWEST = 40

#: Before each batch the job rests so long, in seconds, for those who work meanwhile.
REST = 0.02


@jobs.handler(KIND, title=_("Bringing documents after a changed workflow"))
def run(job):
    """One batch: rights of documents in changed states, stages of those in states gone."""
    sleep(REST)
    workflow_id = job.args["workflow"]
    states, leaving = job.args["states"], job.args["leaving"]
    hard = definitions.hard_rules(workflow_id)
    page = documents.paths_in_states(
        hard.direction, {*states, *leaving}, job.cursor.get("after", ""), BATCH
    )
    brought = bring(workflow_id, [path for _uid, path in page], leaving)
    finished = job.done + brought
    if brought < len(page) or len(page) == BATCH:
        total = job.total or _total(hard, states, leaving)
        return jobs.More({"after": page[brought - 1][0]}, finished, max(total, finished))
    if leaving:
        if documents.paths_in_states(hard.direction, leaving, limit=1):
            return jobs.More({}, finished, finished + 1)  # one came in meanwhile
        leave(workflow_id, leaving)
    return jobs.Done({"documents": finished})


def bring(workflow_id: str, paths: list[str], leaving: list[str]) -> int:
    """Give documents the rights of their state, or the stage that their sheet means.

    The answer is how many of them there was time for.
    """
    workflow = definitions.tool()[workflow_id]
    settings = {name: settings_of(workflow, name) for name in workflow.states.objectIds()}
    end = monotonic() + LONGEST
    brought: list = []
    for document in _at(paths):
        brought.append(document)
        if document is not None:
            _bring(workflow, document, settings, leaving)
        if len(brought) >= FEWEST and monotonic() > end:
            break
    transaction.get().addAfterCommitHook(_forget, [brought])
    return len(brought)


def _forget(_committed: bool, documents_: list) -> None:
    """Let go what the batch has loaded; else an archive fills the memory of the process."""
    for document in documents_:
        if document is not None:
            aq_base(document).workflow_history._p_deactivate()
            document._p_deactivate()


def _bring(workflow, document, settings: Mapping[str, Mapping], leaving: list[str]) -> None:
    state = workflow._getWorkflowStateOf(document, 1)
    if state in leaving or state not in settings:
        settle(document, state)
    else:
        give(document, settings[state])


def _at(paths: list[str]) -> Iterator:
    """The document at each path, or None; each place that holds some is looked for once."""
    portal, places = api.portal.get(), {}
    for path in paths:
        place, _slash, name = path.rpartition("/")
        if place not in places:
            places[place] = portal.unrestrictedTraverse(place, None)
        folder = places[place]
        yield None if folder is None else folder._getOb(name, None)


def settings_of(workflow, state: str) -> dict[str, tuple | list]:
    """What stands on a document in a state: attribute -> roles, a list when it acquires."""
    found = {}
    for permission in workflow.permissions:
        info = workflow.states[state].getPermissionInfo(permission)
        roles = list(info["roles"]) if info["acquired"] else tuple(info["roles"])
        found[getPermissionIdentifier(permission)] = roles
    return found


def give(document, settings: Mapping[str, tuple | list]) -> bool:
    """Write the settings that differ; whether any did.

    The same as ``updateRoleMappingsFor``, without its search through all permissions of the
    class for each of them.
    """
    plain = aq_base(document)
    plain._p_activate()  # the __dict__ of a ghost is empty
    changed = False
    for name, roles in settings.items():
        held = plain.__dict__.get(name)
        if isinstance(roles, list) and not roles:
            if held is not None:
                delattr(plain, name)
                changed = True
        elif held != roles or type(held) is not type(roles):
            setattr(plain, name, roles)
            changed = True
    return changed


def settle(document, state: str) -> None:
    """Move a document out of a state that is taken away; its trail says so."""
    stage = IStages(document).settle()
    index_document(document)
    done("settle_stage", document, passed=state, to=stage)


def leave(workflow_id: str, leaving: list[str]) -> None:
    """Take the emptied states out of the workflow."""
    record = store.record_for_writing(workflow_id)
    record.leaving = tuple(one for one in record.leaving if one not in leaving)
    if record.current is not None:
        workflow = definitions.tool()[workflow_id]
        gone = set(leaving) - {one.id for one in record.current.workflow.states}
        kept = [one for one in workflow.states.objectIds() if one in gone]
        exits = {name for one in kept for name in workflow.states[one].transitions}
        used = {one.id for one in record.current.workflow.transitions}
        workflow.states.deleteStates(kept)
        workflow.transitions.deleteTransitions(
            [one for one in exits - used if one in workflow.transitions]
        )


def _total(hard, states, leaving) -> int:
    return documents.count_in_states(bodies(), hard.direction, {*states, *leaving}, cap=False)
