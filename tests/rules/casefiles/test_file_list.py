"""The yearly list of files (Decree 30/2020, Article 28 and Annex V.I)."""

from vanphong.casefiles.rules import file_list as lists
from vanphong.casefiles.rules import notation
from vanphong.casefiles.rules.file_list import Kind
from vanphong.casefiles.rules.file_list import Line
from vanphong.casefiles.rules.file_list import Numbering
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
import pytest


def line(uid, kind=Kind.FILE, **more):
    known = {"title": uid, "maker_title": "Chuyên viên", **more}
    return Line(uid, kind, **known)


LINES = (
    line("A", Kind.LARGE, abbreviation="TH"),
    line("a", Kind.SMALL),
    line("1"),
    line("2", years=20),
    line("b", Kind.SMALL),
    line("3", years=5),
    line("B", Kind.LARGE, abbreviation="TCCB"),
    line("4"),
)


@pytest.mark.parametrize(
    "numbering, signs",
    [
        (Numbering.HEADING, ["I", "1", "01.TH", "02.TH", "2", "03.TH", "II", "01.TCCB"]),
        (Numbering.THROUGH, ["I", "1", "01.TH", "02.TH", "2", "03.TH", "II", "04.TCCB"]),
    ],
)
def test_signs_follow_from_the_order(numbering, signs):
    assert [one.sign for one in lists.numbered(LINES, numbering)] == signs


def test_the_sentence_of_totals_is_that_of_the_annex():
    assert lists.totals(LINES).text == (
        "Danh mục hồ sơ này có 4 hồ sơ, bao gồm: 2 hồ sơ bảo quản vĩnh viễn; "
        "2 hồ sơ bảo quản có thời hạn."
    )


def uids(lines):
    return "".join(one.uid for one in lines)


@pytest.mark.parametrize(
    "change, order",
    [
        (lambda: lists.moved(LINES, "1", 1), "Aa21b3B4"),
        (lambda: lists.moved(LINES, "1", -9), "1Aa2b3B4"),
        (lambda: lists.moved(LINES, "A", 99), "a12b3B4A"),
        (lambda: lists.removed(LINES, "B"), "Aa12b34"),
        (lambda: lists.added(LINES, line("5"), "2"), "Aa125b3B4"),
        (lambda: lists.added(LINES, line("5")), "Aa12b3B45"),
    ],
)
def test_lines_are_moved_removed_and_added(change, order):
    assert uids(change()) == order


def test_a_line_that_is_gone_is_told():
    with pytest.raises(InvalidInput):
        lists.moved(LINES, "x", 1)


def test_the_heading_of_a_file_is_the_large_one_above():
    assert lists.heading_of(LINES, "3").uid == "A"
    assert lists.heading_of(LINES, "4").uid == "B"
    assert lists.heading_of((line("1"),), "1") is None


@pytest.mark.parametrize(
    "wrong, field",
    [
        (line("x", title=" "), "title"),
        (line("x", title="a" * 501), "title"),
        (line("x", Kind.LARGE), "abbreviation"),
        (line("x", Kind.LARGE, abbreviation="T C"), "abbreviation"),
        (line("x", Kind.LARGE, abbreviation="=cmd|"), "abbreviation"),
    ],
)
def test_a_line_without_what_it_needs_is_refused(wrong, field):
    with pytest.raises(InvalidInput) as refusal:
        lists.check_line(wrong)
    assert refusal.value.field == field


@pytest.mark.parametrize(
    "lines, error",
    [
        ((), RuleBroken),
        (LINES[:2], RuleBroken),
        (LINES[2:], RuleBroken),
        ((*LINES, line("C", Kind.LARGE, abbreviation="TH")), Conflict),
        ((*LINES, line("5", maker_title="")), RuleBroken),
    ],
)
def test_a_list_that_could_not_be_used_is_not_approved(lines, error):
    with pytest.raises(error):
        lists.check_ready(lines)


def test_a_list_that_can_be_used_is_approved():
    lists.check_ready(LINES)


@pytest.mark.parametrize("status", [lists.Status.SUBMITTED, lists.Status.APPROVED])
def test_a_list_before_the_head_is_not_changed(status):
    with pytest.raises(Conflict):
        lists.check_editable(status)


@pytest.mark.parametrize(
    "text, said",
    [
        ("1.TCCB", "01.TCCB"),
        ("01.TCCB", "01.TCCB"),
        (" 12a.VHTT ", "12a.VHTT"),
        ("100.ĐĐ", "100.ĐĐ"),
    ],
)
def test_numbers_and_symbols_are_read(text, said):
    assert str(notation.parse(text)) == said


@pytest.mark.parametrize(
    "text", ["", "TCCB", "0.TCCB", "1-TCCB", "1.", "1.A B", "123456.A", "1." + "A" * 30, "../1.A"]
)
def test_what_is_no_number_and_symbol_is_refused(text):
    with pytest.raises(InvalidInput) as refusal:
        notation.parse(text)
    assert refusal.value.rule


@pytest.mark.parametrize("organ, code", [("H99.20", "H99.20.2026.01.TCCB"), ("", "2026.01.TCCB")])
def test_the_code_of_a_file(organ, code):
    assert notation.file_code(organ, 2026, "01.TCCB") == code


@pytest.mark.parametrize(
    "number, sign", [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")]
)
def test_large_headings_have_roman_numbers(number, sign):
    assert notation.roman(number) == sign


@pytest.mark.parametrize("taken, number", [([], 1), ([1, 2], 3), ([1, 9], 10)])
def test_the_next_number_comes_after_the_highest(taken, number):
    assert notation.next_number(taken) == number


@pytest.mark.parametrize(
    "title, renewed",
    [
        ("Cải cách hành chính năm 2024", "Cải cách hành chính năm 2025"),
        ("Năm 2024: lễ hội", "Năm 2025: lễ hội"),
        # a year that is part of the matter stays
        ("Quy hoạch 2024", "Quy hoạch 2024"),
        ("Sơ kết từ năm 2020 đến năm 2024", "Sơ kết từ năm 2020 đến năm 2025"),
        ("Hồ sơ số 20241", "Hồ sơ số 20241"),
    ],
)
def test_a_title_goes_on_to_the_next_year(title, renewed):
    assert lists.renewed(title, 2024, 2025) == renewed
