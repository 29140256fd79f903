"""The lines of a document as they are offered, and where each stands that was given."""

from plone import api
from vanphong.calendars import clock
from vanphong.documents.searched import words_of_files
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.ledger import notices
from vanphong.organisation import directory
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.routing.rules import Action
from vanphong.routing.sheet import steps_of
from vanphong.tasks.interfaces import ITask
from vanphong.tasks.rules.conclusions import Proposal
from vanphong.tasks.rules.conclusions import proposals
from vanphong.tasks.rules.lines import Line
from vanphong.tasks.rules.lines import lines_of
from vanphong.tasks.rules.units import Known


#: Stages in which nothing is made of a document: a draft binds nobody, a void one neither.
NOT_IN_FORCE = frozenset(
    {
        "draft",
        "awaiting_reception",
        "returned",
        "consulting",
        "unit_review",
        "appraisal",
        "awaiting_signature",
        "signed",
        "numbered",
        "recalled",
        "cancelled",
    }
)


def is_source(document) -> bool:
    """Whether tasks may be made of a document at its stage."""
    return not ITask.providedBy(document) and api.content.get_state(document) not in NOT_IN_FORCE


def check_source(document) -> None:
    """Refuse tasks from what is not registered or not issued.

    :raises Conflict: naming what has to come first.
    """
    if not is_source(document):
        raise Conflict(
            _("Tasks are made of an issued document.")
            if IOutgoing.providedBy(document)
            else _("Tasks are made of a registered document.")
        )


def lines(document) -> tuple[Line, ...]:
    """The lines of the first file of a document whose words were read."""
    for attachment, _text in words_of_files(document):
        found = lines_of(dict(attachment.words.pages()))
        if found:
            return found
    return ()


def proposed(document) -> tuple[Proposal, ...]:
    """The same with what is proposed for each."""
    return proposals(lines(document), known_units(document.body_uid), clock.today())


def known_units(body_uid: str) -> tuple[Known, ...]:
    """The units of a body that exist today, with their names."""
    return tuple(
        Known(one.uid, tuple(dict.fromkeys((one.title, one.short))))
        for one in directory.units(body_uid, clock.today())
    )


def tell_cancelled(task, tokens: set[str]) -> None:
    """Tell those who had it that nothing is to be done any more."""
    notices.tell(
        tokens,
        "task_cancelled",
        task.UID(),
        _("Task cancelled: ${task}. Reason: ${reason}"),
        {"task": task.subject[:140], "reason": task.cancel_reason},
        url=task.absolute_url(),
        key=f"task_cancelled:{task.UID()}",
    )


def directing(document) -> list[str]:
    """User ids of those who directed on a document, the latest first."""
    found = [step.giver for step in steps_of(document) if step.action is Action.LEAD]
    return list(dict.fromkeys(reversed(found)))
