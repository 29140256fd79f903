"""Items: read, in conflict, changed, seen."""

from dataclasses import replace
from datetime import date
from datetime import time
from vanphong.calendars.rules import DEFAULT_CALENDAR
from vanphong.calendars.rules import Holidays
from vanphong.errors import InvalidInput
from vanphong.schedules import rules
from vanphong.schedules.rules import Clash
from vanphong.schedules.rules import Mark
from vanphong.schedules.rules import Session
from vanphong.schedules.rules import State
from vanphong.schedules.rules import Visibility
from vanphong.schedules.rules import Who
import pytest


DAY = date(2024, 8, 14)
CHAIR = Who("chutich", "Chủ tịch UBND")
DEPUTY = Who("pct", "Phó Chủ tịch UBND")
UNIT = Who("Members:1", "Phòng VH&TT")
ROOM = rules.Room("so-1", "Phòng họp số 1", 40)
KNOWN = rules.Known(
    {one.token: one.title for one in (CHAIR, DEPUTY, UNIT)},
    (ROOM, rules.Room("cu", "Phòng cũ", retired=True)),
    rules.Week(2024, 33),
)
CALENDAR = replace(DEFAULT_CALENDAR, holidays=Holidays({date(2024, 8, 15): "Lễ"}))


def item(uid="a", **more):
    values = {
        "day": DAY,
        "session": Session.MORNING,
        "content": "Họp giao ban",
        "start": time(8),
        "state": State.ACCEPTED,
    }
    return rules.Item(uid, **{**values, **more})


EMPTY = item(content="", start=None, state=State.PROPOSED)


def read(**raw):
    return rules.read_item({"content": "Họp", "day": "2024-08-14", **raw}, KNOWN, EMPTY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7:30", time(7, 30)),
        ("07h30", time(7, 30)),
        ("7 giờ 30'", time(7, 30)),
        ("13.30", time(13, 30)),
        ("", None),
        (None, None),
    ],
)
def test_times_as_they_are_typed(typed, meant):
    assert read(start=typed).start == meant


def test_an_item_as_it_is_typed():
    found = read(
        content="  Họp   khẩn ",
        start="13:30",
        end="15:00",
        chairs="Chủ tịch UBND",
        participants="Members:1\nBan QLDA\nphòng vh&tt",
        room="so-1",
        branches="Điểm cầu xã An Lạc",
        visibility="internal",
    )
    assert found.content == "Họp khẩn"
    assert found.session is Session.AFTERNOON
    assert found.chairs == (CHAIR,)
    assert found.participants == (UNIT, Who("", "Ban QLDA"))
    assert (found.room, found.place) == ("so-1", "Phòng họp số 1")
    assert found.branches == ("Điểm cầu xã An Lạc",)
    assert found.visibility is Visibility.INTERNAL
    assert rules.from_plain(rules.as_plain(found)) == found


@pytest.mark.parametrize(
    ("field", "raw"),
    [
        ("content", {"content": " "}),
        ("content", {"content": "x" * 5_000_000}),
        ("content", {"content": "a\x00b"}),
        ("content", {"content": 7}),
        ("note", {"note": "x" * 1001}),
        ("day", {"day": "hôm nay"}),
        ("day", {"day": "2024-08-19"}),  # outside the week
        ("start", {"start": "25:00"}),
        ("start", {"start": "", "end": "9:00"}),
        ("end", {"start": "9:00", "end": "8:00"}),
        ("end", {"start": "9:00", "end": "9:00"}),
        ("session", {"session": "night"}),
        ("kind", {"kind": "party"}),
        ("visibility", {"visibility": "secret"}),
        ("room", {"room": "khong-co"}),
        ("room", {"room": "cu"}),
        ("chairs", {"chairs": "Leaders:9"}),  # somebody who has left
        ("participants", {"participants": "\n".join(map(str, range(101)))}),
        ("participants", {"participants": ["x" * 5_000_000]}),
        ("participants", {"participants": [7]}),
    ],
)
def test_what_cannot_be_read_names_its_field(field, raw):
    with pytest.raises(InvalidInput) as refusal:
        read(**raw)
    assert refusal.value.field == field


def test_html_stays_a_text():
    assert read(content="<script>alert(1)</script>").content == "<script>alert(1)</script>"


@pytest.mark.parametrize(
    ("more", "other", "clashes"),
    [
        ({"chairs": (CHAIR,)}, {"chairs": (CHAIR,)}, [Clash.LEADER]),
        ({"chairs": (CHAIR,)}, {"participants": (CHAIR,)}, [Clash.LEADER]),
        ({"participants": (DEPUTY,)}, {"participants": (DEPUTY,)}, [Clash.PARTICIPANT]),
        ({"participants": (UNIT,)}, {"participants": (UNIT,)}, []),  # a unit has many people
        ({"room": "so-1"}, {"room": "so-1"}, [Clash.ROOM]),
        ({"room": "so-1"}, {"room": "so-2"}, []),
        ({"chairs": (CHAIR,)}, {"chairs": (CHAIR,), "start": time(10)}, []),
        (
            {"chairs": (CHAIR,), "end": time(11)},
            {"chairs": (CHAIR,), "start": time(10)},
            [Clash.LEADER],
        ),
        ({"chairs": (CHAIR,)}, {"chairs": (CHAIR,), "state": State.CANCELLED}, []),
        ({"chairs": (CHAIR,)}, {"chairs": (CHAIR,), "state": State.PROPOSED}, [Clash.LEADER]),
        (
            {"chairs": (CHAIR,)},
            {"chairs": (CHAIR,), "start": None, "session": Session.ALL_DAY},
            [Clash.LEADER],
        ),
        (
            {"chairs": (CHAIR,), "room": "so-1"},
            {"chairs": (CHAIR,), "room": "so-1"},
            [Clash.LEADER, Clash.ROOM],
        ),
    ],
)
def test_conflicts_between_two_items(more, other, clashes):
    first, second = item("a", **more), item("b", **other)
    assert [one.clash for one in rules.conflicts([first, second], first, CALENDAR)] == clashes


@pytest.mark.parametrize(
    ("more", "clash"),
    [
        ({"day": date(2024, 8, 15)}, Clash.HOLIDAY),
        ({"day": date(2024, 8, 17)}, Clash.HOLIDAY),
        ({"start": time(19), "session": Session.EVENING}, Clash.HOURS),
        ({"start": time(5)}, Clash.HOURS),
    ],
)
def test_hints(more, clash):
    (found,) = rules.conflicts([], item(**more), CALENDAR)
    assert found.clash is clash
    assert found.is_hint


def test_a_conflict_says_nothing_of_a_private_item():
    other = item("b", chairs=(CHAIR,), visibility=Visibility.PRIVATE, content="Khám bệnh")
    (found,) = rules.conflicts([other], item(chairs=(CHAIR,)), CALENDAR)
    assert "Khám" not in found.content


@pytest.mark.parametrize(
    ("more", "mark", "text", "before"),
    [
        ({}, None, "", ""),
        ({"start": time(9)}, Mark.CHANGED, "Time changed, before: ${before}", "08:00"),
        ({"day": date(2024, 8, 16)}, Mark.CHANGED, "Day changed, before: ${before}", "14/08"),
        ({"place": "Hội trường"}, Mark.CHANGED, "Place changed, before: ${before}", "–"),
        ({"chairs": (DEPUTY,)}, Mark.CHANGED, "Chair changed, before: ${before}", "–"),
        ({"content": "Khác"}, Mark.CHANGED, "Content changed", ""),
        ({"note": "Mang tài liệu"}, Mark.CHANGED, "Adjusted", ""),
        (
            {"state": State.CANCELLED, "reason": "Bão"},
            Mark.CANCELLED,
            "Cancelled: ${before}",
            "Bão",
        ),
        ({"state": State.CANCELLED}, Mark.CANCELLED, "Cancelled", ""),
        ({"unit": "1", "sequence": 3}, None, "", ""),
    ],
)
def test_marks_of_an_adjusted_schedule(more, mark, text, before):
    (found,) = rules.marked([item()], [item(**more)])
    assert found.mark is mark
    assert [(one.text, one.before) for one in found.changes] == ([(text, before)] if text else [])


def test_a_room_that_changed_is_told_by_its_name():
    old = item(room="so-2", place="Phòng họp số 2")
    (found,) = rules.marked([old], [replace(old, room="so-1", place="Phòng họp số 1")])
    assert found.changes == (rules.Change("Room changed, before: ${before}", "Phòng họp số 2"),)


def test_what_is_new_what_was_never_read_and_what_is_only_proposed():
    new, gone = item("b", start=time(7)), item("c", state=State.CANCELLED)
    found = rules.marked([item()], [item(), new, gone, item("d", state=State.PROPOSED)])
    assert [(one.item.uid, one.mark) for one in found] == [("b", Mark.NEW), ("a", None)]


def test_sequences_go_up_with_what_changed_alone():
    first = rules.next_edition([], [item(), item("b")])
    second = rules.next_edition(first, [item(start=time(9)), item("b")])
    third = rules.next_edition(second, [item(start=time(9)), item("b", state=State.CANCELLED)])
    assert [{one.uid: one.sequence for one in some} for some in (first, second, third)] == [
        {"a": 0, "b": 0},
        {"a": 1, "b": 0},
        {"a": 1, "b": 1},
    ]


def test_only_those_are_affected_whom_a_change_concerns():
    old = [item(chairs=(CHAIR,)), item("b", chairs=(DEPUTY,), participants=(UNIT,))]
    now = [old[0], replace(old[1], chairs=(CHAIR,))]
    assert set(rules.affected(old, now)) == {"pct", "chutich", "Members:1"}
    assert rules.affected(old, old) == {}


@pytest.mark.parametrize(
    ("visibility", "citizen", "staff", "participant", "office"),
    [
        (Visibility.PUBLIC, True, True, True, True),
        (Visibility.INTERNAL, False, True, True, True),
        (Visibility.PRIVATE, False, False, True, True),
    ],
)
def test_who_sees_what(visibility, citizen, staff, participant, office):
    one = item(chairs=(CHAIR,), visibility=visibility)
    viewers = (
        rules.PUBLIC,
        rules.Viewer(frozenset({"pct"}), inside=True),
        rules.Viewer(frozenset({"chutich"}), inside=True),
        rules.Viewer(inside=True, office=True),
    )
    assert [rules.may_see(one, who) for who in viewers] == [citizen, staff, participant, office]


def test_order_of_a_day():
    whole = item("w", start=None, session=Session.ALL_DAY)
    late, early = item("l", start=time(14)), item("e", start=time(7))
    assert [one.uid for one in rules.standing([whole, late, early])] == ["e", "l", "w"]
