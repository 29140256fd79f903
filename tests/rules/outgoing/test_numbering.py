"""Symbols, dates, likeness and links of outgoing documents."""

from datetime import date
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.outgoing.rules import LinkKind
from vanphong.outgoing.rules import alike
from vanphong.outgoing.rules import check_date
from vanphong.outgoing.rules import notation
from vanphong.outgoing.rules import read_links
import pytest


@pytest.mark.parametrize(
    ("pattern", "kind", "body", "unit", "expected"),
    [
        ("", "", "UBND", "VX", "UBND-VX"),
        ("", "QĐ", "UBND", "VX", "QĐ-UBND"),
        ("", "", "BNV", "", "BNV"),
        ("{type}-{body}", "TB", "UBND", "VX", "TB-UBND"),
        ("{type}-{body}-{unit}", "", "UBND", "VX", "UBND-VX"),
        ("{type}-{body}/BCĐ", "KH", "UBND", "", "KH-UBND/BCĐ"),
    ],
)
def test_what_follows_the_number(pattern, kind, body, unit, expected):
    assert notation(pattern, kind, body, unit) == expected


@pytest.mark.parametrize("pattern", ["{type", "{organ}", "{0}", "{type.__class__}"])
def test_a_pattern_that_cannot_be_read_is_refused(pattern):
    with pytest.raises(InvalidInput, match="cannot be read"):
        notation(pattern, "QĐ", "UBND", "")


TODAY = date(2024, 8, 14)


@pytest.mark.parametrize("day", [date(2024, 8, 12), TODAY])
def test_a_date_between_signature_and_today_is_right(day):
    check_date(day, last=date(2024, 8, 12), signed=date(2024, 8, 12), today=TODAY)


@pytest.mark.parametrize(
    ("day", "last", "signed", "text"),
    [
        (date(2024, 8, 15), None, TODAY, "lies after today"),
        (date(2024, 8, 13), None, TODAY, "was signed on 14/08/2024"),
        (date(2024, 8, 12), date(2024, 8, 13), date(2024, 8, 12), "is dated 13/08/2024"),
    ],
)
def test_a_date_out_of_order_is_refused(day, last, signed, text):
    with pytest.raises(RuleBroken, match=text) as refusal:
        check_date(day, last=last, signed=signed, today=TODAY)
    assert "Điều 15" in refusal.value.rule


def rows(*subjects):
    return [{"subject": one} for one in subjects]


@pytest.mark.parametrize(
    "other",
    [
        "V/v báo cáo kết quả chuyển đổi số quý II năm 2024",
        "Báo cáo kết quả chuyển đổi số quý II năm 2024",
        "v/v BÁO CÁO kết quả chuyển đổi số, quý II năm 2024",
    ],
)
def test_nearly_the_same_subject_is_found(other):
    found = alike("V/v báo cáo kết quả chuyển đổi số quý II năm 2024", rows("V/v mưa lũ", other))
    assert [row["subject"] for _likeness, row in found] == [other]


def test_another_subject_is_not():
    others = rows("V/v tổ chức Tuần lễ hưởng ứng học tập suốt đời năm 2024", "V/v")
    assert alike("V/v báo cáo kết quả chuyển đổi số quý II năm 2024", others) == []
    assert alike("V/v", rows("V/v")) == []


def test_links_are_lines():
    found = read_links("Luật số 33/2024/QH15\n\n Nghị định 30/2020/NĐ-CP ", LinkKind.BASIS, "x")
    assert [one.text for one in found] == ["Luật số 33/2024/QH15", "Nghị định 30/2020/NĐ-CP"]


@pytest.mark.parametrize("raw", [5, [5], ["x" * 501], ["x"] * 61, {"text": "x"}])
def test_links_that_cannot_be_read_are_refused(raw):
    with pytest.raises(InvalidInput):
        read_links(raw, LinkKind.RELATED, "related")
