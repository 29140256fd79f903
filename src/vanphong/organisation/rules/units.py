"""Units, their validity, the functions of people in them, and actor tokens.

An actor token names who may act on a step: a user id, ``Leaders:<unit uid>``,
``Clerks:<unit uid>``, ``Appraisers:<unit uid>``, ``Archivists:<unit uid>``, or
``Desk:<unit uid>``, which is the leaders or the clerks of the unit, whoever receives first.
"""

from collections.abc import Iterable
from datetime import date


LEADERS = "Leaders"
CLERKS = "Clerks"
APPRAISERS = "Appraisers"
ARCHIVISTS = "Archivists"
MEMBERS = "Members"
DESK = "Desk"

#: The functions a person can have in a unit; also the names of its workspace groups.
FUNCTIONS = (LEADERS, CLERKS, APPRAISERS, ARCHIVISTS, MEMBERS)

#: Functions that only the Office of a body has.
OF_OFFICE = (APPRAISERS, ARCHIVISTS)

_OF_UNIT = (*FUNCTIONS, DESK)

HEAD = "head"
DEPUTY = "deputy"

#: What a leader is in a unit; "" for everybody who is not one of them.
RANKS = (HEAD, DEPUTY, "")

#: Kind of the units whose appraisers look through what is submitted to the leaders.
OFFICE = "office"

#: Kinds of unit. No level of government is named in code: levels come and go with the law.
KINDS = (
    "body",
    OFFICE,
    "division",
    "commune",
    "mass-organisation",
    "party-body",
    "public-unit",
)


#: Kinds of unit that receive and issue documents in their own name.
BODIES = ("body", "commune", "party-body")


def token(function: str, unit_uid: str) -> str:
    """Actor token for a function of a unit."""
    return f"{function}:{unit_uid}"


def unit_of(actor: str) -> str | None:
    """UID of the unit that an actor token speaks of, or None for a person."""
    function, colon, uid = actor.partition(":")
    return uid if colon and function in _OF_UNIT else None


def principals_of(actor: str) -> tuple[str, ...]:
    """The user and group ids behind an actor token."""
    function, colon, uid = actor.partition(":")
    if colon and function == DESK:
        return (token(LEADERS, uid), token(CLERKS, uid))
    return (actor,)


def tokens_for(user_id: str, group_ids: Iterable[str]) -> frozenset[str]:
    """All actor tokens that a person answers to."""
    tokens = {user_id}
    for group in group_ids:
        function, colon, uid = group.partition(":")
        if not colon or function not in FUNCTIONS:
            continue
        tokens.add(group)
        if function in (LEADERS, CLERKS):
            tokens.add(token(DESK, uid))
    return frozenset(tokens)


def valid_on(day: date, valid_from: date | None, valid_to: date | None) -> bool:
    """Whether something with these validity dates exists on that day, both included."""
    return (valid_from is None or valid_from <= day) and (valid_to is None or day <= valid_to)
