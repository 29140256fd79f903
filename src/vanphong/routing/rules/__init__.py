"""The routing sheet as values and pure functions.

``sheet`` holds the values, ``standing`` tells how a sheet stands, ``allowed`` what may happen
to whose step in which state; ``directing``, ``moves`` and ``extensions`` do it, ``chain``
along a route. ``routes`` holds the values of route templates; they are read by
``route_text`` and ``route_json``, checked by ``checks``, chosen by ``matching`` and turned
into a plan by ``planning``. A sheet is a tuple of steps: every move returns a new one, or
raises before anything has changed.
"""

from vanphong.routing.rules.allowed import MOVES
from vanphong.routing.rules.allowed import Move
from vanphong.routing.rules.allowed import check
from vanphong.routing.rules.demands import check_due
from vanphong.routing.rules.demands import need_reason
from vanphong.routing.rules.directing import cancel
from vanphong.routing.rules.directing import direct
from vanphong.routing.rules.directing import present
from vanphong.routing.rules.extensions import ask_extension
from vanphong.routing.rules.extensions import decide_extension
from vanphong.routing.rules.holding import planned_for
from vanphong.routing.rules.holding import replace_holder
from vanphong.routing.rules.moves import assign
from vanphong.routing.rules.moves import finish
from vanphong.routing.rules.moves import hand_back
from vanphong.routing.rules.moves import open_steps
from vanphong.routing.rules.moves import receive
from vanphong.routing.rules.moves import report
from vanphong.routing.rules.moves import take_back
from vanphong.routing.rules.moves import urge
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import AWAITING
from vanphong.routing.rules.sheet import CHAIN
from vanphong.routing.rules.sheet import RUNNING
from vanphong.routing.rules.sheet import STATE_TEXTS
from vanphong.routing.rules.sheet import SUBMISSIONS
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import Assignment
from vanphong.routing.rules.sheet import By
from vanphong.routing.rules.sheet import Extension
from vanphong.routing.rules.sheet import Sheet
from vanphong.routing.rules.sheet import State
from vanphong.routing.rules.sheet import Step
from vanphong.routing.rules.sheet import Urge
from vanphong.routing.rules.sheet import children
from vanphong.routing.rules.sheet import find
from vanphong.routing.rules.standing import awaiting_direction
from vanphong.routing.rules.standing import gave
from vanphong.routing.rules.standing import is_under_way
from vanphong.routing.rules.standing import leading
from vanphong.routing.rules.standing import stage
from vanphong.routing.rules.standing import was_seen


__all__ = [
    "ACTION_TEXTS",
    "AWAITING",
    "CHAIN",
    "MOVES",
    "RUNNING",
    "STATE_TEXTS",
    "SUBMISSIONS",
    "Action",
    "Assignment",
    "By",
    "Extension",
    "Move",
    "Sheet",
    "State",
    "Step",
    "Urge",
    "ask_extension",
    "assign",
    "awaiting_direction",
    "cancel",
    "check",
    "check_due",
    "children",
    "decide_extension",
    "direct",
    "find",
    "finish",
    "gave",
    "hand_back",
    "is_under_way",
    "leading",
    "need_reason",
    "open_steps",
    "planned_for",
    "present",
    "receive",
    "replace_holder",
    "report",
    "stage",
    "take_back",
    "urge",
    "was_seen",
]
