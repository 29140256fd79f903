"""Fields that only some types have: read, refused, told, printed."""

from datetime import date
from datetime import datetime
from vanphong.calendars.clock import TZ
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.outgoing.rules import particulars
from vanphong.outgoing.rules.particulars import Decision
from vanphong.outgoing.rules.particulars import Introduction
from vanphong.outgoing.rules.particulars import Invitation
from vanphong.outgoing.rules.particulars import Leave
from vanphong.outgoing.rules.particulars import Meeting
import pytest


START = datetime(2024, 8, 19, 8, 0, tzinfo=TZ)
END = datetime(2024, 8, 19, 11, 30, tzinfo=TZ)

GM = {
    "title": "Họp giao ban tháng 8",
    "starts_at": "08:00 19/08/2024",
    "ends_at": "2024-08-19T11:30",
    "place": "Trụ sở Ủy ban nhân dân huyện",
    "chairs": "Ông Nguyễn Minh Đức\n\n Bà Trần Thị Hoa ",
    "invitees": ["Trưởng các phòng", ""],
    "answer_by": "19/08/2024 07:00",
    "public": "yes",
    "urgent_meeting": "",
}


def test_an_invitation_is_read_as_it_is_typed():
    found = particulars.read("giay-moi", GM)
    assert found == Invitation(
        title="Họp giao ban tháng 8",
        starts_at=START,
        ends_at=END,
        place="Trụ sở Ủy ban nhân dân huyện",
        chairs=("Ông Nguyễn Minh Đức", "Bà Trần Thị Hoa"),
        invitees=("Trưởng các phòng",),
        answer_by=datetime(2024, 8, 19, 7, 0, tzinfo=TZ),
        public=True,
    )


@pytest.mark.parametrize("code", sorted(particulars.GROUPS))
def test_what_is_told_is_read_back(code):
    filled = {
        "giay-moi": GM,
        "bien-ban": {
            "opened_at": "08:00 19/08/2024",
            "present": "Ông A\nBà B",
            "place": "Hội trường",
        },
        "quyet-dinh": {"decides": "enclosing", "enclosed_type": "Quy chế", "articles": "Giao việc"},
        "nghi-quyet": {"authority": "Hội đồng nhân dân huyện", "articles": "Thông qua"},
        "giay-gioi-thieu": {"person": "Phạm Thị Lan", "valid_until": "30/8/2024"},
        "giay-nghi-phep": {"person": "Phạm Thị Lan", "starts_on": "2024-08-19"},
    }[code]
    value = particulars.read(code, filled)
    told = particulars.told(code, value)
    assert particulars.read(code, told) == value
    typed = {one.name: particulars.typed(one, value) for one in particulars.GROUPS[code].fields}
    assert particulars.read(code, typed) == value
    assert set(told) == {one.name for one in particulars.GROUPS[code].fields}


@pytest.mark.parametrize(
    ("code", "raw", "refused", "field"),
    [
        ("giay-moi", {"ends_at": "08:00 19/08/2024"}, RuleBroken, "ends_at"),
        ("giay-moi", {"ends_at": "07:00 19/08/2024"}, RuleBroken, "ends_at"),
        ("giay-moi", {"answer_by": "09:00 19/08/2024"}, RuleBroken, "answer_by"),
        ("giay-moi", {"online_link": "javascript:alert(1)"}, InvalidInput, "online_link"),
        ("giay-moi", {"online_link": "https://"}, InvalidInput, "online_link"),
        ("giay-moi", {"online_link": "http://[x"}, InvalidInput, "online_link"),
        ("giay-moi", {"starts_at": "32/13/2024"}, InvalidInput, "starts_at"),
        ("giay-moi", {"starts_at": "19/08/2024"}, InvalidInput, "starts_at"),
        ("giay-moi", {"starts_at": 5}, InvalidInput, "starts_at"),
        ("giay-moi", {"public": "maybe"}, InvalidInput, "public"),
        ("giay-moi", {"public": 1}, InvalidInput, "public"),
        ("giay-moi", {"chairs": {"a": 1}}, InvalidInput, "chairs"),
        ("giay-moi", {"chairs": ["x"] * 301}, InvalidInput, "chairs"),
        ("giay-moi", {"place": "x" * 301}, InvalidInput, "place"),
        ("giay-moi", {"place": ["x"]}, InvalidInput, "place"),
        ("giay-moi", {"__class__": "x"}, InvalidInput, "__class__"),
        ("giay-moi", "x", InvalidInput, "particulars"),
        ("giay-moi", ["x"], InvalidInput, "particulars"),
        ("quyet-dinh", {"decides": "both"}, InvalidInput, "decides"),
        (
            "bien-ban",
            {"opened_at": "09:00 19/08/2024", "closed_at": "08:00 19/08/2024"},
            RuleBroken,
            "closed_at",
        ),
        (
            "giay-nghi-phep",
            {"starts_on": "20/8/2024", "ends_on": "19/8/2024"},
            RuleBroken,
            "ends_on",
        ),
        ("giay-nghi-phep", {"starts_on": "hôm nay"}, InvalidInput, "starts_on"),
    ],
)
def test_what_does_not_fit_is_refused(code, raw, refused, field):
    old = Invitation(starts_at=START) if code == "giay-moi" else None
    with pytest.raises(refused) as problem:
        particulars.read(code, raw, old)
    assert problem.value.field == field


def test_what_is_not_sent_stays():
    old = Invitation(title="Họp", starts_at=START, chairs=("Ông A",))
    assert particulars.read("giay-moi", {"place": "Hội trường"}, old) == Invitation(
        title="Họp", starts_at=START, chairs=("Ông A",), place="Hội trường"
    )
    assert particulars.read("giay-moi", {"starts_at": ""}, old).starts_at is None
    assert particulars.read("giay-moi", old) == old
    assert particulars.read("giay-moi", None, old) == old


def test_another_type_begins_anew():
    assert particulars.read("bien-ban", {}, Invitation(place="Hội trường")) == Meeting()
    assert particulars.read("cong-van", {"place": "x"}) is None
    assert particulars.told("cong-van", None) is None
    assert particulars.words("cong-van", Invitation(place="x")) == ""


@pytest.mark.parametrize(
    ("code", "value", "expected"),
    [
        ("giay-moi", None, ["starts_at", "place"]),
        ("giay-moi", Invitation(starts_at=START, place="Hội trường"), []),
        ("quyet-dinh", None, []),
        ("quyet-dinh", Decision(decides="enclosing"), ["enclosed_type", "enclosed_subject"]),
        ("bien-ban", Meeting(), ["opened_at", "closed_at", "place", "chair", "secretary"]),
        ("giay-gioi-thieu", Introduction(), ["person", "sent_to", "valid_until", "purpose"]),
        ("giay-nghi-phep", Leave(), ["person", "starts_on", "ends_on"]),
        ("cong-van", None, []),
    ],
)
def test_what_is_needed_before_it_is_submitted(code, value, expected):
    assert [one.name for one in particulars.missing(code, value)] == expected
    if expected:
        with pytest.raises(RuleBroken) as problem:
            particulars.need_complete(code, value)
        assert problem.value.field == expected[0]
    else:
        particulars.need_complete(code, value)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (START, None, "08 giờ 00 phút, ngày 19 tháng 8 năm 2024"),
        (START, END, "từ 08 giờ 00 phút đến 11 giờ 30 phút, ngày 19 tháng 8 năm 2024"),
        (
            START,
            END.replace(day=20),
            "từ 08 giờ 00 phút, ngày 19 tháng 8 năm 2024 đến 11 giờ 30 phút, "
            "ngày 20 tháng 8 năm 2024",
        ),
        (None, None, ""),
    ],
)
def test_times_in_words(start, end, expected):
    assert particulars.time_words(start, end) == expected


def test_an_invitation_is_printed():
    value = particulars.read(
        "giay-moi", {**GM, "prepare": "Báo cáo quý\nBiểu số 2", "contact": "Bà Lan"}
    )
    event = particulars.printed(value, "V/v họp", "Phòng họp số 1")["event"]
    assert event.occasion == "họp giao ban tháng 8"
    other = particulars.printed(Invitation(), "V/v Hội nghị tổng kết")["event"]
    assert other.occasion == "hội nghị tổng kết"
    assert {other.chair, other.time, other.place} == {"…" * 12}
    assert particulars.printed(Invitation(title="UBND họp"))["event"].occasion == "UBND họp"
    assert event.place == "Phòng họp số 1, Trụ sở Ủy ban nhân dân huyện"
    assert event.chair == "Ông Nguyễn Minh Đức; Bà Trần Thị Hoa"
    assert event.notes == (
        "Tài liệu chuẩn bị: Báo cáo quý; Biểu số 2.",
        "Đầu mối liên hệ: Bà Lan.",
        "Đề nghị xác nhận việc tham dự trước 07 giờ 00 phút, ngày 19 tháng 8 năm 2024.",
    )


def test_the_others_are_printed():
    decided = Decision(
        "enclosing",
        "Chủ tịch",
        "Trưởng phòng",
        ("Giao việc", "Điều 2. Thi hành"),
        "Quy chế",
        "Làm việc",
    )
    found = particulars.printed(decided)
    assert (found["authority"], found["enclosed"].type_name) == ("Chủ tịch", "Quy chế")
    assert particulars.articles(decided) == "Điều 1. Giao việc\nĐiều 2. Thi hành"
    leave = Leave("Lan", starts_on=date(2024, 8, 19), ends_on=date(2024, 8, 19))
    assert particulars.printed(leave)["absence"].days == "01 ngày"
    assert particulars.printed(Meeting(opened_at=START))["minutes"].started.startswith("08 giờ")
    until = particulars.printed(Introduction(valid_until=date(2024, 8, 30)))["introduced"].until
    assert until == "ngày 30 tháng 8 năm 2024"
    assert particulars.printed(None) == {}


def test_the_search_knows_the_words():
    value = particulars.read("giay-moi", GM)
    words = particulars.words("giay-moi", value)
    assert "Trụ sở Ủy ban nhân dân huyện" in words and "Nguyễn Minh Đức" in words
    assert "2024" not in words
