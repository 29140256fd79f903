"""What people are told of a change of a sheet, beside the list of what waits for them.

A new step is in the list of its holder by itself. Told is what the list does not show, or
what must not wait until somebody looks: a reminder, what comes back, another holder, a
decision on more time, and any new step of an urgent document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from vanphong.calendars.clock import TZ
from vanphong.errors import mark as _
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import AWAITING
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step
from vanphong.routing.rules.sheet import children


URGED = _("You are urged: ${action}, ${document}.")
URGED_SAYING = _("You are urged: ${action}, ${document}. ${said}")
RETURNED = _("Handed back by ${who}: ${document}. ${said}")
TAKEN_OVER = _("You take over from ${who}: ${action}, ${document}. ${said}")
GIVEN_TO_ANOTHER = _("Your step was given to ${who}: ${action}, ${document}. ${said}")
MORE_TIME = _("More time until ${due}: ${document}.")
NO_MORE_TIME = _("No more time: ${document}. ${said}")
URGENT = _("Urgent, for you: ${action}, ${document}.")

#: The only steps that are read and not done: nothing of them is urgent.
_READ = frozenset({Action.INFORM})


@dataclass(frozen=True)
class News:
    """Something that is told to the holder of a step.

    ``key`` keeps one notice of a kind for a step; ``said`` is what somebody wrote with it.
    """

    to: str
    kind: str
    step: str
    text: str
    who: str = ""
    action: str = ""
    due: str = ""
    said: str = ""
    urgent: bool = False

    @property
    def key(self) -> str:
        """Under which the same news is not doubled."""
        return f"{self.kind}:{self.step}"

    def mapping(self) -> dict[str, str]:
        """What stands in the places of the text, but for the document."""
        return {"who": self.who, "action": self.action, "due": self.due, "said": self.said}


@dataclass(frozen=True)
class Gone:
    """A step that nobody waits for any more: what was told of it is moot."""

    step: str
    actor: str


def news(old: Sheet, new: Sheet, *, urgent: bool = False) -> list[News]:
    """What is to be told when a sheet has changed.

    :param urgent: whether the document is; then each new step is told.
    """
    before = {step.uid: step for step in old}
    opened = [step for step in new if step.uid not in before and step.awaits]
    found: list[News] = []
    for step in new:
        was = before.get(step.uid)
        if was is not None and was != step:
            found += _changed(was, step, opened, new)
    told = {one.to for one in found}
    if urgent:
        found += [_urgent(step) for step in opened if step.action not in _READ]
    # the urgent step that is told as something else already is not told twice
    return [one for one in found if one.kind != "urgent" or one.to not in told]


def gone(old: Sheet, new: Sheet) -> list[Gone]:
    """The steps that have ended: they awaited somebody before, and do no more."""
    awaited = {step.uid for step in old if step.awaits}
    return [Gone(step.uid, step.actor) for step in new if step.uid in awaited and not step.awaits]


def _changed(was: Step, step: Step, opened: list[Step], sheet: Sheet) -> Iterator[News]:
    if len(step.urges) > len(was.urges):
        yield _urged(step)
    if step.state is State.RETURNED and was.state in AWAITING:
        yield from _returned(step, opened)
    if step.state is State.CANCELLED and was.state in AWAITING:
        yield from _replaced(was, step, opened)
    asked, decided = was.extension, step.extension
    if asked is not None and decided is not None and asked.state == "asked" != decided.state:
        yield _decided(step, sheet)


def _urged(step: Step) -> News:
    urge = step.urges[-1]
    return News(
        step.actor,
        "urged",
        step.uid,
        URGED_SAYING if urge.text else URGED,
        action=ACTION_TEXTS[step.action],
        said=urge.text,
        urgent=True,
    )


def _returned(step: Step, opened: list[Step]) -> Iterator[News]:
    """On a route it goes to whose step opens anew, else to who gave it."""
    back = [(one.actor, one.uid) for one in opened] if step.route_step else []
    for to, uid in back or [(step.giver, step.uid)]:
        who = step.finished_by or step.actor_title
        yield News(to, "returned", uid, RETURNED, who=who, said=step.comment)


def _replaced(was: Step, step: Step, opened: list[Step]) -> Iterator[News]:
    """Another holder has the same step under a new UID."""
    for one in opened:
        same = replace(
            was,
            uid=one.uid,
            actor=one.actor,
            actor_title=one.actor_title,
            state=State.OPEN,
            started_at=one.started_at,
            received_at=None,
            stands_in_for="",
            extension=None,
            urges=(),
        )
        if one != same:
            continue
        action = ACTION_TEXTS[one.action]
        yield News(
            one.actor,
            "replaced",
            one.uid,
            TAKEN_OVER,
            who=was.actor_title,
            action=action,
            said=step.comment,
        )
        yield News(
            was.actor,
            "replaced",
            step.uid,
            GIVEN_TO_ANOTHER,
            who=one.actor_title,
            action=action,
            said=step.comment,
        )


def _decided(step: Step, sheet: Sheet) -> News:
    extension = step.extension
    if extension is not None and extension.state == "granted" and step.due:
        due = f"{step.due.astimezone(TZ):%d/%m/%Y}"
        return News(step.actor, "extension", step.uid, MORE_TIME, due=due)
    decisions = [one for one in children(sheet, step.uid) if one.action is Action.EXTEND]
    said = decisions[-1].result if decisions else ""
    return News(step.actor, "extension", step.uid, NO_MORE_TIME, said=said)


def _urgent(step: Step) -> News:
    return News(
        step.actor,
        "urgent",
        step.uid,
        URGENT,
        action=ACTION_TEXTS[step.action],
        urgent=True,
    )
