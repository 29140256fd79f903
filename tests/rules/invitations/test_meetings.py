"""Meetings: how they change, which days they take, who is reminded."""

from dataclasses import replace
from datetime import datetime
from datetime import timedelta
from datetime import timezone
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.invitations import rules
import pytest


ZONE = timezone(timedelta(hours=7))
NOW = datetime(2024, 8, 14, 8, 0, tzinfo=ZONE)
START = datetime(2024, 8, 19, 8, 0, tzinfo=ZONE)
EVENT = rules.Event("Họp", START, START + timedelta(hours=2), "Phòng họp số 1")


def test_a_meeting_without_an_end_is_over_some_time():
    event = replace(EVENT, ends_at=None)
    assert event.end == START + timedelta(hours=4)
    assert not event.is_over(START)
    assert event.is_over(START + timedelta(hours=4))


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({}, Conflict),
        ({"starts_at": NOW - timedelta(days=1), "ends_at": None}, RuleBroken),
        ({"ends_at": START}, RuleBroken),
        ({"ends_at": START - timedelta(hours=1)}, RuleBroken),
        ({"ends_at": START + timedelta(days=15)}, RuleBroken),
        ({"answer_by": START + timedelta(minutes=1)}, RuleBroken),
        ({"place": "", "room": ""}, RuleBroken),
    ],
)
def test_changes_that_are_refused(changes, error):
    with pytest.raises(error):
        rules.check_change(EVENT, replace(EVENT, **changes), NOW)


@pytest.mark.parametrize(
    "changes",
    [
        {"starts_at": START + timedelta(minutes=30)},
        {"ends_at": START + timedelta(days=2)},
        {"place": "Hội trường"},
        {"room": "phong-2"},
        {"answer_by": START},
    ],
)
def test_changes_that_are_taken(changes):
    new = replace(EVENT, **changes)
    rules.check_change(EVENT, new, NOW)
    assert rules.changed(EVENT, new) == tuple(changes)


def test_nothing_changes_after_the_start_or_when_cancelled():
    new = replace(EVENT, place="Hội trường")
    with pytest.raises(Conflict, match="begun"):
        rules.check_change(EVENT, new, START)
    with pytest.raises(Conflict, match="cancelled"):
        rules.check_change(replace(EVENT, cancelled="Bão"), new, NOW)


@pytest.mark.parametrize(
    ("ends", "expected"),
    [
        (None, [("19", "08:00", "")]),
        (START + timedelta(hours=3), [("19", "08:00", "11:00")]),
        (START + timedelta(days=1), [("19", "08:00", ""), ("20", "", "")]),
        (START + timedelta(days=2), [("19", "08:00", ""), ("20", "", ""), ("21", "", "")]),
    ],
)
def test_the_days_of_a_meeting(ends, expected):
    found = rules.days(replace(EVENT, ends_at=ends))
    assert [
        (f"{day:%d}", f"{one:%H:%M}" if one else "", f"{two:%H:%M}" if two else "")
        for day, one, two in found
    ] == expected


@pytest.mark.parametrize(
    ("at", "answer_by", "expected"),
    [
        (START - timedelta(days=5), None, False),
        (START - timedelta(days=2), None, True),
        (START - timedelta(days=5), START - timedelta(days=4), True),
        (START - timedelta(hours=1), START - timedelta(days=1), True),
        (START, None, False),
    ],
)
def test_when_somebody_is_reminded(at, answer_by, expected):
    assert rules.needs_reminder(replace(EVENT, answer_by=answer_by), at) is expected


def test_nobody_is_reminded_of_a_cancelled_meeting():
    assert not rules.needs_reminder(replace(EVENT, cancelled="x"), START - timedelta(hours=2))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Chủ tịch UBND huyện", "chủ tịch  UBND huyện", True),
        ("Chủ tịch UBND huyện;", "Chủ tịch UBND huyện", True),
        ("Chủ tịch UBND huyện", "Chủ tịch UBND xã", False),
    ],
)
def test_lines_that_name_the_same(one, other, expected):
    assert rules.same_line(one, other) is expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Họp triển khai", "Thông báo kết luận của Chủ tịch tại cuộc họp triển khai"),
        ("V/v phòng chống bão", "Thông báo kết luận của Chủ tịch tại cuộc họp phòng chống bão"),
        ("UBND huyện họp", "Thông báo kết luận của Chủ tịch tại cuộc họp UBND huyện họp"),
    ],
)
def test_the_subject_of_the_conclusions(title, expected):
    event = replace(EVENT, title=title, chairs=("Chủ tịch",))
    assert rules.conclusion_subject(event) == expected


def test_the_text_of_the_conclusions_leaves_them_empty():
    text = rules.conclusion_text(EVENT, "1/GM-UBND", "14/08/2024", ["Ông A"], ["Phòng B"])
    assert "Giấy mời số 1/GM-UBND ngày 14/08/2024" in text
    assert "Vắng: Phòng B." in text
    assert [line for line in text.splitlines() if line.endswith(". …")] == ["1. …", "2. …", "3. …"]
