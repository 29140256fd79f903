"""Actor tokens: who answers to which, and whom they mean."""

from datetime import date
from vanphong.organisation import rules
import pytest


@pytest.mark.parametrize(
    ("groups", "tokens"),
    [
        ([], {"an"}),
        (["Leaders:u"], {"an", "Leaders:u", "Desk:u"}),
        (["Clerks:u", "Members:u"], {"an", "Clerks:u", "Members:u", "Desk:u"}),
        (["Appraisers:u", "Members:u"], {"an", "Appraisers:u", "Members:u"}),
        (["Administrators", "Guests:u"], {"an"}),
    ],
)
def test_tokens_of_a_person(groups, tokens):
    assert rules.tokens_for("an", groups) == tokens


@pytest.mark.parametrize(
    ("token", "unit", "principals"),
    [
        ("an", None, ("an",)),
        ("Desk:u", "u", ("Leaders:u", "Clerks:u")),
        ("Appraisers:u", "u", ("Appraisers:u",)),
        ("Guests:u", None, ("Guests:u",)),
    ],
)
def test_what_a_token_means(token, unit, principals):
    assert rules.unit_of(token) == unit
    assert rules.principals_of(token) == principals


@pytest.mark.parametrize(("day", "valid"), [(1, False), (2, True), (3, True), (4, False)], ids=str)
def test_both_days_of_validity_count(day, valid):
    assert rules.valid_on(date(2024, 8, day), date(2024, 8, 2), date(2024, 8, 3)) is valid
