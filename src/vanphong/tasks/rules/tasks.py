"""What a task asks for: who may give it to whom, its progress, its checklist, its end."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from uuid import uuid4
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _


#: Work given is followed up and reported (Decree 30/2020).
ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều 24"

#: So many items may stand on a checklist.
MOST_ITEMS = 50

LONGEST_TEXT = 2000
LONGEST_ITEM = 300


@dataclass(frozen=True)
class Progress:
    """How far the work was at a moment."""

    percent: int
    note: str
    at: datetime
    by: str


@dataclass(frozen=True)
class Item:
    """One line of a checklist; ``done_at`` is None while it is not ticked."""

    text: str
    uid: str
    done_at: datetime | None = None
    done_by: str = ""


@dataclass(frozen=True)
class Reach:
    """Whom a person may give a task to; ``everybody`` in the body, or those named."""

    everybody: bool = False
    units: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()

    def covers(self, unit_uid: str, user_id: str) -> bool:
        """Whether a unit, or a person where ``user_id`` is given, is within reach."""
        if self.everybody:
            return True
        return user_id in self.people if user_id else unit_uid in self.units


def check_reach(reach: Reach, unit_uid: str, user_id: str, title: str) -> None:
    """Refuse a task for somebody whom the giver has nothing to say to.

    :raises NotAllowed: naming the unit or person.
    """
    if not reach.covers(unit_uid, user_id):
        raise NotAllowed(
            _(
                "You cannot give ${who} a task: leaders of the body give to all of its units, "
                "the head of a unit to its people, the maker of a case file to its roster."
            ),
            who=title,
            field="lead",
            rule=ARTICLE,
        )


def check_text(text: str) -> str:
    """What is to be done, without blanks at its ends.

    :raises RuleBroken: when nothing is said, or too much.
    """
    text = " ".join(text.split())
    if not text:
        raise RuleBroken(_("Write what is to be done."), field="text", rule=ARTICLE)
    if len(text) > LONGEST_TEXT:
        raise RuleBroken(
            _("At most ${most} characters; there are ${count}."),
            most=LONGEST_TEXT,
            count=len(text),
            field="text",
        )
    return text


def check_under(due: datetime | None, parent_due: datetime | None) -> None:
    """A part of a task is due no later than the whole.

    :raises RuleBroken: naming the date of the whole.
    """
    if parent_due is not None and (due is None or due > parent_due):
        raise RuleBroken(
            _("The whole task is due ${parent}; a part of it is due no later."),
            parent=f"{parent_due:%H:%M, %d/%m/%Y}",
            field="due",
            rule=ARTICLE,
        )


def check_percent(percent: int | None, note: str) -> tuple[int, str]:
    """A progress from 0 to 100 with a note.

    :raises InvalidInput: for any other number, or without a note.
    """
    if percent is None or not 0 <= percent <= 100:
        raise InvalidInput(_("Give the progress as a number from 0 to 100."), field="percent")
    note = note.strip()
    if not note:
        raise InvalidInput(_("Write what has been done."), field="note")
    return percent, note


def checklist(texts: Iterable[str], old: Sequence[Item]) -> tuple[Item, ...]:
    """A checklist of these lines; what stood there already keeps its tick.

    :raises InvalidInput: for a line that stands twice or is too long, or too many of them.
    """
    known = {one.text: one for one in old}
    wanted = [text for text in (" ".join(one.split()) for one in texts) if text]
    if len(wanted) > MOST_ITEMS:
        raise InvalidInput(
            _("A checklist has at most ${most} items."), most=MOST_ITEMS, field="items"
        )
    for text in wanted:
        if len(text) > LONGEST_ITEM or wanted.count(text) > 1:
            raise InvalidInput(
                _("“${item}” is too long or stands there twice."), item=text[:60], field="items"
            )
    return tuple(known.get(text) or Item(text, uuid4().hex[:12]) for text in wanted)


def tick(items: Sequence[Item], uid: str, *, done: bool, at: datetime, by: str) -> tuple[Item, ...]:
    """The checklist with one item ticked, or its tick taken away.

    :raises InvalidInput: when it has no such item.
    """
    if not any(one.uid == uid for one in items):
        raise InvalidInput(_("The checklist has no such item. Reload the page."), field="item")
    return tuple(
        replace(one, done_at=at if done else None, done_by=by if done else "")
        if one.uid == uid
        else one
        for one in items
    )


def check_end(running: int, unticked: int) -> None:
    """A task ends when its parts have ended and its checklist is ticked.

    :raises RuleBroken: telling what is left.
    """
    if running:
        raise RuleBroken(
            _("${n} parts of this task are not finished yet."),
            n=running,
            field="step",
            rule=ARTICLE,
        )
    if unticked:
        raise RuleBroken(
            _("${n} items of the checklist are not ticked. Tick them, or take them off the list."),
            n=unticked,
            field="result",
            rule=ARTICLE,
        )


def check_cancel(state: str, running: int) -> None:
    """Only an open task without open parts is cancelled.

    :raises Conflict: telling what stands against it.
    """
    if state != "open":
        raise Conflict(_("This task has ended already."))
    if running:
        raise Conflict(_("Cancel its ${n} open parts first."), n=running)
