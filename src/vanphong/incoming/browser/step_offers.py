"""What a person may do with their own step, and with the document as a whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from vanphong import _
from vanphong.incoming.browser.act_others import may_cancel
from vanphong.incoming.browser.situation import Situation
from vanphong.organisation.rules import unit_of
from vanphong.routing.browser.offers import Offer
from vanphong.routing.browser.passing import waiting
from vanphong.routing.rules import Action
from zope.component import queryMultiAdapter


@dataclass(frozen=True)
class _Move:
    """One move on a step of one's own: its button, for a unit's desk and for a person."""

    name: str
    title: str
    icon: str
    unit: int | None
    person: int | None
    key: str = ""
    rare: tuple[str, ...] = ()
    post: bool = False


#: Ranks: unit desks receive, then assign; persons report, then finish.
MOVES = (
    _Move("receive", _("Receive"), "in", unit=10, person=None, post=True),
    _Move("assign", _("Assign"), "user", unit=20, person=None, key="g"),
    _Move("report", _("Report"), "chat", unit=70, person=20, rare=("unit",)),
    _Move("finish", _("Finish"), "check", unit=40, person=30, key="e"),
    _Move("ask_extension", _("Ask for more time"), "clock", unit=62, person=62),
    _Move("hand_back", _("Hand back"), "back", unit=64, person=64),
)

#: Finishing comes first when a person of the unit has finished and it only needs a yes.
CONFIRM = 15


def offers(situation: Situation) -> Iterator[Offer]:
    """All offers of routing and incoming; what features above add comes from elsewhere."""
    yield from _passing(situation)
    yield from _entry(situation)
    yield from _present(situation)
    yield from of_sheet(situation)
    yield from _paper(situation)


def of_sheet(situation: Situation) -> Iterator[Offer]:
    """What a routing sheet offers, whatever it is the sheet of."""
    yield from _decisions(situation)
    if situation.step is not None:
        yield from _own(situation, situation.step)
    yield from _given(situation)


def _own(situation: Situation, step) -> Iterator[Offer]:
    if step.action is Action.DIRECT:
        if situation.can("finish", step):
            yield Offer(
                "finish",
                _("Finish without a directive"),
                "check",
                80,
                query={"step": step.uid},
                rare=True,
            )
        return
    whose = "unit" if unit_of(step.actor) else "person"
    for move in MOVES:
        rank = getattr(move, whose)
        if rank is None or not situation.can(move.name, step):
            continue
        if move.name == "finish" and situation.unconfirmed(step):
            rank = CONFIRM
        if move.name == "ask_extension" and step.due is None:
            continue
        yield Offer(
            move.name,
            move.title,
            move.icon,
            rank,
            query={"step": step.uid},
            key=move.key,
            rare=whose in move.rare,
            post=move.post,
            disabled=_not_yet(move.name, step),
        )


def _not_yet(move: str, step) -> str:
    asked = step.extension is not None and step.extension.state == "asked"
    return _("already asked, not decided yet") if move == "ask_extension" and asked else ""


def _passing(situation: Situation) -> Iterator[Offer]:
    """Pass on what waits in a state that an administrator has put between two stages."""
    held = waiting(situation.document)
    if held is not None and held.mine:
        yield Offer("pass_stage", held.action, "check", 4, page="@@pass-stage", post=True)


def _entry(situation: Situation) -> Iterator[Offer]:
    """Register, return, correct: what the clerk does before anybody handles it."""
    waits = situation.document.arrival_number is None
    if waits and situation.may("register") and _has_page(situation, "register"):
        yield Offer(
            "register", _("Register"), "book", 5, page="@@register", filled="official", key="v"
        )
    if waits and situation.may("return_to_sender"):
        yield Offer("return_to_sender", _("Return to the sender"), "back", 60)
    if not waits and situation.may("correct") and _has_page(situation, "correct"):
        yield Offer("correct", _("Correct"), "pen", 66, page="@@correct")
    if may_cancel(situation):
        yield Offer("cancel_registration", _("Cancel the registration"), "x", 85, rare=True)


def _present(situation: Situation) -> Iterator[Offer]:
    """The clerk presents first; whoever it lies before may pass it on."""
    if situation.document.arrival_number is None or not situation.may("present"):
        return
    waiting = situation.waiting
    if waiting is None and situation.stage == "registered":
        yield Offer("present", _("Present"), "send", 10, key="c")
    elif waiting is not None and situation.is_mine(waiting):
        title = _("Present") if unit_of(waiting.actor) else _("Pass on to another leader")
        yield Offer("present", title, "send", 20, key="c")


def _decisions(situation: Situation) -> Iterator[Offer]:
    if not situation.may("decide_extension"):
        return
    for step in situation.decisions:
        title = _("Decide on the extension")
        if len(situation.decisions) > 1:
            title = _("Extension for ${who}", mapping={"who": step.giver_title})
        yield Offer("decide_extension", title, "clock", 8, query={"step": step.uid})


def _given(situation: Situation) -> Iterator[Offer]:
    """Take back and remind: about steps of others."""
    takeable = situation.takeable
    if len(takeable) == 1:
        yield Offer(
            "take_back",
            _("Take back"),
            "reload",
            68,
            query={"step": takeable[0].uid},
            post=True,
            confirm=_(
                "Take it back from ${who}? Nobody has opened it yet.",
                mapping={"who": takeable[0].actor_title},
            ),
        )
    elif takeable:
        yield Offer("take_back", _("Take back"), "reload", 68)
    if situation.urgeable:
        watches = situation.is_office and situation.step is None
        busy = situation.step is not None and situation.step.awaits
        yield Offer("urge", _("Remind"), "bell", 50 if watches else 69, rare=busy)


def _paper(situation: Situation) -> Iterator[Offer]:
    if situation.document.arrival_number is not None:
        yield Offer("slip", _("Print the slip"), "print", 90, page="@@resolution-slip", rare=True)


def _has_page(situation: Situation, name: str) -> bool:
    return queryMultiAdapter((situation.document, situation.request), name=name) is not None
