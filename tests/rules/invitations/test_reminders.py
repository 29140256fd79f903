"""Reminders of meetings: at which moments, whether still, and whom."""

from dataclasses import replace
from datetime import timedelta
from tests.rules.invitations.test_meetings import EVENT
from tests.rules.invitations.test_meetings import NOW
from tests.rules.invitations.test_meetings import START
from vanphong.errors import InvalidInput
from vanphong.invitations import rules
from vanphong.schedules.rules import read_hours
import pytest


DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("24, 2", (24, 2)),
        ("2,24", (24, 2)),
        ("2; 24;2,", (24, 2)),
        (" 1 ", (1,)),
        ("336", (336,)),
        ("", ()),
        (" , ", ()),
    ],
)
def test_hours_as_they_are_written(text, hours):
    assert read_hours(text) == hours


@pytest.mark.parametrize(
    "text", ["0", "-2", "2,5 giờ", "1.5", "337", "một", "1,2,3,4,5,6", "²", "24 2"]
)
def test_hours_that_nobody_can_read(text):
    with pytest.raises(InvalidInput):
        read_hours(text)


@pytest.mark.parametrize(
    ("now", "changes", "before"),
    [
        (NOW, {}, [24, 2]),
        (START - 25 * HOUR, {}, [24, 2]),
        (START - 24 * HOUR, {}, [2]),
        (START - 3 * HOUR, {}, [2]),
        (START - 2 * HOUR, {}, []),
        (START + HOUR, {}, []),
        (NOW, {"cancelled": "Bão"}, []),
        (NOW, {"starts_at": START + 7 * DAY}, [24 - 7 * 24, 2 - 7 * 24]),
    ],
)
def test_only_moments_to_come_are_planned(now, changes, before):
    found = rules.ahead(replace(EVENT, **changes), (24, 2), now)
    assert found == tuple(START - one * HOUR for one in before)


@pytest.mark.parametrize(
    ("now", "changes", "expected"),
    [
        (START - 24 * HOUR, {}, True),
        (START - timedelta(minutes=1), {}, True),  # the worker was late
        (START, {}, False),
        (START + DAY, {}, False),
        (START - 24 * HOUR, {"cancelled": "Bão"}, False),
        (START - 24 * HOUR, {"starts_at": START + HOUR}, False),
        (START - 24 * HOUR, {"place": "Hội trường"}, True),
    ],
)
def test_what_was_planned_is_given_only_of_the_meeting_as_it_is(now, changes, expected):
    assert rules.still_due(replace(EVENT, **changes), START, now) is expected


def answer(kind, **more):
    return rules.Answer(kind, NOW, "u", "U", **more)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, rules.Whom(invitee=True, owes=True)),
        (answer(rules.Kind.ATTEND), rules.Whom(invitee=True)),
        (answer(rules.Kind.ABSENT, reason="Ốm"), rules.Whom()),
        (answer(rules.Kind.SUBSTITUTE, who="cv1"), rules.Whom(substitute=True)),
        (answer(rules.Kind.SUBSTITUTE, who_title="Ông A"), rules.Whom(invitee=True)),
        (answer(rules.Kind.ABSENT, sequence=1), rules.Whom(invitee=True, owes=True)),
    ],
    ids=["none", "attends", "absent", "substitute", "outside", "before it moved"],
)
def test_whom(given, expected):
    assert rules.whom(given, EVENT) == expected
