"""The way of one document as boxes and arrows: done, current, coming, left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from vanphong.routing.rules.chain import ways_back
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import Planned
from vanphong.routing.rules.routes import name_of
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import RUNNING
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step


#: So many steps beside the plan are drawn, the latest ones.
MOST_BESIDE = 8

#: Steps that carry a document on; the others are about those.
CARRYING = frozenset({Action.DIRECT, Action.LEAD, Action.OPINE})


#: Id, what was planned, and what the sheet says of it.
Entry = tuple[str, Planned | None, Step | None]


class Mark(StrEnum):
    """How far a step has come."""

    DONE = "done"
    CURRENT = "current"
    COMING = "coming"
    SKIPPED = "skipped"


@dataclass(frozen=True)
class Box:
    """One step. ``column`` counts along the way, ``row`` those side by side.

    ``at`` is when it was finished, or since when it is open; ``why`` why it is left out.
    """

    id: str
    title: str
    action: Action
    holder: str
    mark: Mark
    column: int
    row: int = 0
    at: datetime | None = None
    due: datetime | None = None
    by: str = ""
    on_behalf_of: str = ""
    stands_in_for: str = ""
    why: str = ""


@dataclass(frozen=True)
class Arrow:
    """From one box to another; ``kind`` is next, skipped, or back (may be sent back there)."""

    start: str
    end: str
    kind: str = "next"


@dataclass(frozen=True)
class Diagram:
    """Boxes in the order in which they are read, and arrows."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]

    @property
    def current(self) -> tuple[Box, ...]:
        """Where the document is."""
        return tuple(box for box in self.boxes if box.mark is Mark.CURRENT)


def layout(plan: Plan, sheet: Sheet) -> Diagram:
    """The plan of a document with what its sheet says of it, and what ran beside the plan."""
    newest = _newest(plan, sheet)
    entries: list[Entry] = [(one.step.id, one, newest.get(one.step.id)) for one in plan]
    for extra in _beside(plan, sheet):
        entries.insert(_place(entries, extra), (extra.uid, None, extra))
    reached = max((number for number, one in enumerate(entries, 1) if one[2]), default=0)
    boxes: list[Box] = []
    column, group = -1, ""
    for number, (uid, planned, step) in enumerate(entries):
        same = planned.step.group if planned is not None else ""
        if not (same and same == group):
            column += 1
        row = sum(box.column == column for box in boxes)
        passed = number < reached and planned is not None
        boxes.append(_box(uid, planned, step, column, row, passed))
        group = same
    return Diagram(tuple(boxes), (*_forward(boxes), *_back(plan, boxes)))


def _place(entries: Sequence[Entry], step: Step) -> int:
    """Where a step beside the plan stands: before what began later, behind what has begun."""
    begun = [(number, one[2].started_at) for number, one in enumerate(entries) if one[2]]
    later = [number for number, started_at in begun if started_at > step.started_at]
    return later[0] if later else begun[-1][0] + 1 if begun else 0


def _newest(plan: Plan, sheet: Sheet) -> dict[str, Step]:
    """The newest step of the sheet for each one of the plan."""
    found = {step.route_step: step for step in sheet if step.route_step}
    leads = [step for step in sheet if step.action is Action.LEAD and not step.parent]
    for planned in plan:
        if planned.step.action is Action.LEAD and leads:
            found[planned.step.id] = leads[-1]
    return found


def _beside(plan: Plan, sheet: Sheet) -> list[Step]:
    """Steps that carried the document on without being planned."""
    plans_lead = any(one.step.action is Action.LEAD for one in plan)
    found = [
        step
        for step in sheet
        if not step.route_step
        and (not step.parent or step.action is Action.OPINE)
        and step.action in CARRYING
        and step.state is not State.CANCELLED
        and not (plans_lead and step.action is Action.LEAD)
    ]
    return found[-MOST_BESIDE:]


def _box(
    uid: str, planned: Planned | None, step: Step | None, column: int, row: int, passed: bool
) -> Box:
    action = planned.step.action if planned is not None else Action.OPINE
    if planned is None and step is not None:
        action = step.action
    mark = _mark(planned, step, passed)
    title = name_of(planned.step) if planned is not None else ACTION_TEXTS[action]
    holder = planned.actor_title if planned is not None else ""
    box = Box(uid, title, action, holder, mark, column, row)
    if planned is not None:
        box = _replaced(box, stands_in_for=planned.stands_in_for, why=planned.skipped)
    if step is None or mark in (Mark.COMING, Mark.SKIPPED):
        return box
    done = mark is Mark.DONE
    return _replaced(
        box,
        holder=step.actor_title,
        at=step.finished_at if done else step.started_at,
        due=step.due,
        by=step.finished_by,
        on_behalf_of=step.on_behalf_of,
        stands_in_for=step.stands_in_for,
    )


def _replaced(box: Box, **more: object) -> Box:
    return replace(box, **more)  # type: ignore[arg-type]


def _mark(planned: Planned | None, step: Step | None, passed: bool) -> Mark:
    if planned is not None and planned.skipped:
        return Mark.SKIPPED
    if step is None:
        return Mark.SKIPPED if passed else Mark.COMING
    if step.state in RUNNING:
        return Mark.CURRENT
    if step.state is State.DONE and not step.lapsed:
        return Mark.DONE
    return Mark.COMING if planned is not None else Mark.DONE


def _forward(boxes: Sequence[Box]) -> list[Arrow]:
    """Arrows from each column to the next; what is left out is gone around."""
    columns: dict[int, list[Box]] = {}
    for box in boxes:
        columns.setdefault(box.column, []).append(box)
    arrows = []
    before: list[Box] = []
    for _number, members in sorted(columns.items()):
        running = [box for box in members if box.mark is not Mark.SKIPPED]
        arrows += [Arrow(one.id, other.id) for one in before for other in running]
        arrows += [
            Arrow(one.id, box.id, "skipped")
            for one in before[:1]
            for box in members
            if box.mark is Mark.SKIPPED
        ]
        before = running or before
    return arrows


def _back(plan: Plan, boxes: Sequence[Box]) -> list[Arrow]:
    names = {one.step.id for one in plan}
    return [
        Arrow(box.id, target.step.id, "back")
        for box in boxes
        if box.mark is Mark.CURRENT and box.id in names
        for target in ways_back(plan, box.id)
    ]
