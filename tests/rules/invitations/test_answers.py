"""Answers, the head count, and codes that nobody guesses."""

from dataclasses import replace
from datetime import timedelta
from tests.rules.invitations.test_meetings import EVENT
from tests.rules.invitations.test_meetings import NOW
from tests.rules.invitations.test_meetings import START
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.invitations import rules
import pytest


PEOPLE = {"cv1": "Nguyễn Văn A, Chuyên viên"}

SECRET = b"s" * 32


def read(kind, who="", reason="", **more):
    return rules.read_answer(kind, who=who, reason=reason, people=PEOPLE, **more)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (("attend",), ("attend", "", "", "")),
        (("attend", "cv1"), ("attend", "", "", "")),
        (("substitute", "cv1", " bận "), ("substitute", "cv1", PEOPLE["cv1"], "bận")),
        (("absent", "", "Đi  công tác"), ("absent", "", "", "Đi công tác")),
    ],
)
def test_answers(asked, expected):
    assert read(*asked) == expected


@pytest.mark.parametrize(
    ("asked", "error", "field"),
    [
        (("",), InvalidInput, "answer"),
        (("maybe",), InvalidInput, "answer"),
        (("absent",), RuleBroken, "reason"),
        (("absent", "", "x" * 501), InvalidInput, "reason"),
        (("substitute",), RuleBroken, "who"),
        (("substitute", "cv9"), RuleBroken, "who"),
        (("substitute", "x" * 501), InvalidInput, "who"),
    ],
)
def test_answers_that_are_refused(asked, error, field):
    with pytest.raises(error) as refusal:
        read(*asked)
    assert refusal.value.field == field


def test_somebody_outside_sends_whom_they_name():
    found = read("substitute", "Bà Lê Thị Hoa", outside=True)
    assert found == ("substitute", "", "Bà Lê Thị Hoa", "")


def answer(kind, sequence=0):
    return rules.Answer(rules.Kind(kind), NOW, "a", "A", sequence=sequence)


def test_the_head_count():
    answers = [answer("attend"), answer("substitute"), answer("absent"), None]
    found = rules.counted(answers, EVENT, present=3, guests=1)
    assert (found.invited, found.expected, found.absent, found.waiting) == (4, 2, 1, 1)
    assert (found.present, found.guests) == (3, 1)
    assert rules.counted(answers, replace(EVENT, sequence=1)).waiting == 4


def test_answers_after_the_start():
    rules.check_open(EVENT, NOW)
    with pytest.raises(Conflict):
        rules.check_open(EVENT, START)
    with pytest.raises(Conflict):
        rules.check_open(replace(EVENT, cancelled="Bão"), NOW)


def test_a_code_is_valid_for_its_meeting_and_time():
    token = rules.signed(SECRET, "a", START)
    assert rules.verified(SECRET, "a", token, START)
    assert not rules.verified(SECRET, "a", token, START + timedelta(seconds=1))
    assert not rules.verified(SECRET, "b", token, START)
    assert not rules.verified(b"t" * 32, "a", token, START)


@pytest.mark.parametrize("guess", ["", "-", "0-0", "é" * 40, "f" * 4000, "1-" + "0" * 40, "\x00"])
def test_guesses(guess):
    assert not rules.verified(SECRET, "a", guess, NOW)


def test_a_later_end_cannot_be_written_into_a_code():
    stamp, _dash, mac = rules.signed(SECRET, "a", START).partition("-")
    assert not rules.verified(SECRET, "a", f"{int(stamp, 16) + 1:x}-{mac}", START)


def test_when_people_sign_in():
    opens, closes = rules.window(EVENT)
    assert (opens, closes) == (START - timedelta(hours=1), START + timedelta(hours=3))


@pytest.mark.parametrize(("name", "unit"), [("", "A"), ("x" * 201, ""), ("A", "x" * 201)])
def test_guests_that_are_refused(name, unit):
    with pytest.raises(InvalidInput):
        rules.read_guest(name, unit)
