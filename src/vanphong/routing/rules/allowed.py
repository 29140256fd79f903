"""What may happen to which step, in which state and by whom."""

from dataclasses import dataclass
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import ARTICLE_RESOLVE
from vanphong.routing.rules.sheet import AWAITING
from vanphong.routing.rules.sheet import CHAIN
from vanphong.routing.rules.sheet import RUNNING
from vanphong.routing.rules.sheet import STATE_TEXTS
from vanphong.routing.rules.sheet import SUBMISSIONS
from vanphong.routing.rules.sheet import WORK
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step
from vanphong.routing.rules.sheet import find


@dataclass(frozen=True)
class Move:
    """One thing that can happen to a step.

    ``whose`` tells whose step it must be: its ``holder``, its ``giver``, or ``anyone``
    whom the permission lets.
    """

    actions: frozenset[Action]
    sources: frozenset[State]
    whose: str = "holder"


MOVES = {
    "receive": Move(WORK, frozenset({State.OPEN})),
    "assign": Move(WORK, AWAITING),
    "hand_back": Move(WORK, AWAITING),
    "ask_extension": Move(WORK, RUNNING),
    "decide_extension": Move(frozenset({Action.EXTEND}), frozenset({State.OPEN})),
    "report": Move(WORK, AWAITING),
    "finish": Move(WORK | {Action.INFORM, Action.DIRECT}, AWAITING),
    "direct": Move(frozenset({Action.DIRECT}), frozenset({State.OPEN})),
    "pass_on": Move(frozenset({Action.DIRECT}), frozenset({State.OPEN})),
    "take_back": Move(
        WORK | {Action.INFORM, Action.DIRECT, Action.OPINE},
        frozenset({State.OPEN}),
        whose="giver",
    ),
    "urge": Move(WORK | CHAIN | {Action.DIRECT}, RUNNING, whose="anyone"),
    "complete": Move(CHAIN, AWAITING),
    "send_back": Move(SUBMISSIONS | {Action.OPINE, Action.NUMBER}, AWAITING),
    "invite": Move(CHAIN - {Action.OPINE, Action.NUMBER}, AWAITING),
    "replace_holder": Move(
        WORK | CHAIN | {Action.INFORM, Action.DIRECT, Action.EXTEND}, AWAITING, whose="anyone"
    ),
}


def check(sheet: Sheet, uid: str, move: str, by: By) -> Step:
    """The step, if this person may make this move on it now.

    :raises NotAllowed: when it is somebody else's step.
    :raises Conflict: when its state does not allow the move.
    :raises RuleBroken: when the move is not for steps of this kind.
    """
    step = find(sheet, uid)
    rule = MOVES[move]
    if step.action not in rule.actions:
        raise RuleBroken(
            _("A step “${action}” cannot be handled this way."),
            action=ACTION_TEXTS[step.action],
            rule=ARTICLE_RESOLVE,
        )
    if rule.whose == "holder" and step.actor not in by.tokens:
        raise NotAllowed(
            _("This step is with ${holder}. Only they may act on it."),
            holder=step.actor_title,
            rule=ARTICLE_RESOLVE,
        )
    if rule.whose == "giver" and step.giver != by.user_id and step.entered_by != by.user_id:
        raise NotAllowed(
            _("${giver} gave this on. Only they may take it back."), giver=step.giver_title
        )
    if step.state not in rule.sources:
        raise Conflict(
            _("This step is ${state} already. Reload the page to see who did it and when."),
            state=STATE_TEXTS[step.state],
        )
    return step
