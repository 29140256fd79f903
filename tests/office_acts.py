"""Tables of acts: who may do them, and on what. Shared by the tests of all features."""

from collections.abc import Callable
from dataclasses import dataclass
from tests.office import STAFF
from tests.office import as_user
from vanphong.errors import NotAllowed
import pytest


#: Somebody of every kind, those who stand in for others, and a visitor.
EVERYBODY = (*STAFF, "vanthu2", "phochanhvp1", "pho-vhtt", "vanthu-tuphap", "")


@dataclass(frozen=True)
class Act:
    """An act on a stage, and who of EVERYBODY may do it.

    ``stage`` makes the context from the office, ``act`` is called with office and context.
    """

    stage: Callable
    act: Callable
    may: frozenset


def act(stage, function, *may):
    """A line of a table; ``may`` are user ids."""
    return Act(stage, function, frozenset(may))


def each(table):
    """Parameters: every act with everybody who may do it."""
    return [
        pytest.param(one, user, id=f"{name}-{user}")
        for name, one in table.items()
        for user in sorted(one.may)
    ]


def every(table):
    """Parameters: every act."""
    return [pytest.param(one, id=name) for name, one in table.items()]


def may(office, one, user):
    """Do the act; it must succeed."""
    context = one.stage(office)
    with as_user(user):
        one.act(office, context)


def nobody_else_may(office, one, refusal=NotAllowed):
    """Try the act as everybody else; each must be refused."""
    context = one.stage(office)
    for user in EVERYBODY:
        if user in one.may:
            continue
        with as_user(user):
            try:
                one.act(office, context)
            except refusal:
                continue
            pytest.fail(f"{user or 'a visitor'} could do it")
