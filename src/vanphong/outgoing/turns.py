"""Whose turn it is: the running step of a document, for the person of this request."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.outgoing.rules import articles
from vanphong.routing import rules as routing
from vanphong.routing import sheet as sheets
from vanphong.routing.interfaces import IStages
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import running


#: Characters of a note.
LONGEST = 2000


@dataclass(frozen=True)
class Turn:
    """The step that an act is about, and who acts."""

    document: Any
    sheet: routing.Sheet
    plan: Plan
    step: routing.Step
    by: routing.By

    def asks_for(self, action: routing.Action) -> bool:
        """Whether the plan of the document has a step of this kind that runs."""
        return any(one.step.action is action for one in running(self.plan))


def turn(document, actions: Iterable[routing.Action]) -> Turn:
    """The running step of one of these kinds, this person's own before another's.

    :raises Conflict: when no such step runs.
    """
    actions = frozenset(actions)
    sheet = sheets.steps_of(document)
    found = [step for step in sheet if step.awaits and step.action in actions]
    if not found:
        action = sorted(actions, key=list(routing.Action).index)[0]
        raise Conflict(
            _("“${action}” is not what this document waits for now."),
            action=routing.ACTION_TEXTS[action],
            rule=articles.STAGES,
        )
    mine = [step for step in found if step.actor in sheets.by(step).tokens]
    step = (mine or found)[0]
    return Turn(document, sheet, sheets.plan_of(document), step, sheets.by(step))


def check_way(document, sheet: routing.Sheet) -> None:
    """Refuse a new sheet for which the workflow has no way, before anything is written."""
    stages = IStages(document)
    stages.check(stages.stage_of(sheet))


def remark(text: str) -> str:
    """What somebody adds to an act, without the spaces around it.

    :raises InvalidInput: when it is longer than is kept.
    """
    text = text.strip()
    if len(text) > LONGEST:
        raise InvalidInput(
            _("“${name}” is longer than ${limit} characters."),
            name=_("Note"),
            limit=LONGEST,
            field="note",
        )
    return text


def note(act: str, document, by: routing.By, **detail) -> None:
    """The line of an act that was done in a position."""
    done(act, document, title=by.title, on_behalf_of=by.on_behalf_of, **detail)
