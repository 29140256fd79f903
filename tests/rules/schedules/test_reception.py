"""Days on which leaders receive citizens."""

from dataclasses import replace
from datetime import date
from datetime import time
from vanphong.calendars.rules import DEFAULT_CALENDAR
from vanphong.calendars.rules import Holidays
from vanphong.errors import InvalidInput
from vanphong.schedules import rules
import pytest


CALENDAR = replace(
    DEFAULT_CALENDAR,
    holidays=Holidays({date(2025, 9, day): "Quốc khánh" for day in (1, 2)}),
)
CHAIR = rules.ReceptionRule("ct", rules.Who("chutich", "Chủ tịch"), month_days=(15, 25))
WEEKLY = rules.ReceptionRule("bi", rules.Who("", "Bí thư"), weekday=3)


def days(rule, year, month, *substitutions):
    found = rules.receptions([rule], substitutions, year, month, CALENDAR)
    return [(one.day.day, one.is_shifted) for one in found]


def test_days_of_the_month_move_to_the_next_working_day():
    assert days(CHAIR, 2024, 8) == [(15, False), (26, True)]  # the 25th is a Sunday


def test_a_day_moves_into_the_next_month():
    rule = replace(CHAIR, month_days=(31,))
    assert days(rule, 2025, 9) == [(3, True)]  # Sunday 31 August, then two holidays
    assert days(rule, 2025, 8) == []


def test_every_thursday():
    assert days(WEEKLY, 2024, 8) == [(day, False) for day in (1, 8, 15, 22, 29)]


def test_validity():
    rule = replace(WEEKLY, valid_from=date(2024, 8, 10), valid_to=date(2024, 8, 22))
    assert days(rule, 2024, 8) == [(15, False), (22, False)]


def test_somebody_else_receives_or_nobody():
    other = rules.Substitution("ct", date(2024, 8, 15), rules.Who("pct", "Phó Chủ tịch"))
    nobody = rules.Substitution("ct", date(2024, 8, 26), reason="Đi công tác")
    first, second = rules.receptions([CHAIR], [other, nobody], 2024, 8, CALENDAR)
    assert (first.who.title, first.instead_of) == ("Phó Chủ tịch", "Chủ tịch")
    assert second.cancelled
    assert second.reason == "Đi công tác"


@pytest.mark.parametrize(
    "more",
    [
        {"month_days": ()},
        {"month_days": (32,)},
        {"weekday": 3},
        {"who": rules.NOBODY},
        {"hours": ((time(11), time(7)),)},
        {"hours": ((time(14), time(16)), (time(7), time(11)))},
        {"valid_from": date(2025, 1, 1), "valid_to": date(2024, 1, 1)},
    ],
)
def test_rules_that_are_refused(more):
    with pytest.raises(InvalidInput):
        rules.check_rule(replace(CHAIR, **more))
