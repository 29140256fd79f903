"""The routing sheet as values: a tuple of steps, never changed but made anew."""

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from uuid import uuid4
from vanphong.calendars.rules import WorkCalendar
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


ARTICLE_PRESENT = "Nghị định 30/2020/NĐ-CP, Điều 23"
ARTICLE_RESOLVE = "Nghị định 30/2020/NĐ-CP, Điều 24"


class Action(StrEnum):
    """What a step asks for."""

    DIRECT = "direct"
    LEAD = "lead"
    COORDINATE = "coordinate"
    INFORM = "inform"
    EXTEND = "extend"
    DRAFT = "draft"
    OPINE = "opine"
    REVIEW = "review"
    APPRAISE = "appraise"
    APPROVE = "approve"
    SIGN = "sign"
    NUMBER = "number"


class State(StrEnum):
    """Where a step stands."""

    OPEN = "open"
    RECEIVED = "received"
    ASSIGNED = "assigned"
    DONE = "done"
    RETURNED = "returned"
    CANCELLED = "cancelled"


#: Somebody has to act on a step in one of these states.
AWAITING = frozenset({State.OPEN, State.RECEIVED})

#: A step in one of these states still counts as running.
RUNNING = AWAITING | {State.ASSIGNED}

WORK = frozenset({Action.LEAD, Action.COORDINATE})

#: What is asked for on the way of an outgoing document, step after step.
CHAIN = frozenset(
    {
        Action.DRAFT,
        Action.OPINE,
        Action.REVIEW,
        Action.APPRAISE,
        Action.APPROVE,
        Action.SIGN,
        Action.NUMBER,
    }
)

#: Steps of submitting (trình): each goes to one person, one after the other.
SUBMISSIONS = frozenset({Action.REVIEW, Action.APPRAISE, Action.APPROVE, Action.SIGN})

STATE_TEXTS = {
    State.OPEN: _("not yet received"),
    State.RECEIVED: _("being handled"),
    State.ASSIGNED: _("assigned on"),
    State.DONE: _("finished"),
    State.RETURNED: _("handed back"),
    State.CANCELLED: _("taken back"),
}

ACTION_TEXTS = {
    Action.DIRECT: _("Direct"),
    Action.LEAD: _("Lead"),
    Action.COORDINATE: _("Coordinate"),
    Action.INFORM: _("For information"),
    Action.EXTEND: _("Decide on the extension"),
    Action.DRAFT: _("Draft"),
    Action.OPINE: _("Give an opinion"),
    Action.REVIEW: _("Review the content"),
    Action.APPRAISE: _("Appraise"),
    Action.APPROVE: _("Approve"),
    Action.SIGN: _("Sign"),
    Action.NUMBER: _("Number and seal"),
}


@dataclass(frozen=True)
class By:
    """Who acts, and when.

    ``title`` is the position acted in, ``on_behalf_of`` the title of whom the person stands
    in for, "" otherwise. Working hours are counted by ``calendar``; without one a step that
    is opened gets no due date.
    """

    user_id: str
    title: str
    tokens: frozenset[str]
    at: datetime
    on_behalf_of: str = ""
    calendar: WorkCalendar | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True)
class Urge:
    """One reminder (đôn đốc)."""

    at: datetime
    by: str
    text: str


@dataclass(frozen=True)
class Extension:
    """A request for a later due date (xin gia hạn)."""

    due: datetime
    reason: str
    asked_at: datetime
    asked_by: str
    state: str = "asked"
    decided_by: str = ""


@dataclass(frozen=True)
class Step:
    """One line of the routing sheet.

    ``actor`` is an actor token; ``giver`` the user id of the person whose order it is,
    ``giver_title`` the position; ``entered_by`` the clerk who typed it for the giver.
    ``route_step`` is the id of the step of the route that it runs, "" outside of a route.
    ``stands_in_for`` is the title of whom the actor replaces from the beginning,
    ``on_behalf_of`` that of whom the person who finished it acted for. What was approved
    before the document went back is ``lapsed``: history, but no approval any more.
    """

    action: Action
    actor: str
    actor_title: str
    giver: str
    giver_title: str
    started_at: datetime
    uid: str = field(default_factory=lambda: uuid4().hex)
    state: State = State.OPEN
    due: datetime | None = None
    parent: str = ""
    directive: str = ""
    entered_by: str = ""
    received_at: datetime | None = None
    finished_at: datetime | None = None
    finished_by: str = ""
    instruction: str = ""
    result: str = ""
    comment: str = ""
    case_file: str = ""
    confirm: bool = False
    urges: tuple[Urge, ...] = ()
    extension: Extension | None = None
    route_step: str = ""
    stands_in_for: str = ""
    on_behalf_of: str = ""
    lapsed: bool = False

    @property
    def awaits(self) -> bool:
        """Whether somebody has to act on it now."""
        return self.state in AWAITING


Sheet = tuple[Step, ...]


@dataclass(frozen=True)
class Assignment:
    """One unit's or person's part in a directive."""

    action: Action
    actor: str
    actor_title: str


def find(sheet: Sheet, uid: str) -> Step:
    """The step with this UID.

    :raises InvalidInput: when the sheet has none.
    """
    for step in sheet:
        if step.uid == uid:
            return step
    raise InvalidInput(_("This document has no such step. Reload the page."), field="step")


def change(sheet: Sheet, *steps: Step) -> Sheet:
    """The sheet with these steps in the place of their older selves."""
    new = {step.uid: step for step in steps}
    return tuple(new.get(step.uid, step) for step in sheet)


def ended(step: Step, by: By, state: State, **more: object) -> Step:
    """The step as this person ends it now."""
    return replace(
        step,
        state=state,
        finished_at=by.at,
        finished_by=by.title,
        on_behalf_of=by.on_behalf_of,
        **more,  # type: ignore[arg-type]
    )


def children(sheet: Sheet, uid: str) -> list[Step]:
    """Steps that were given on from this one."""
    return [step for step in sheet if step.parent == uid]
