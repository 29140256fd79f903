"""The lines of a form, worded as Annex I of Decree 30/2020 wants them."""

from dataclasses import replace
from datetime import date
from tests.rules.outgoing_forms.letters import LETTER
from vanphong.outgoing.forms.rules import Recipient
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.paragraphs import paragraphs
import pytest


@pytest.mark.parametrize(
    ("number", "suffix", "line"),
    [
        (None, "", "Số:       /UBND-VX"),
        (5, "", "Số: 05/UBND-VX"),
        (10, "", "Số: 10/UBND-VX"),
        (45, "a", "Số: 45a/UBND-VX"),
        (1210, "", "Số: 1210/UBND-VX"),
    ],
)
def test_the_line_of_the_number(number, suffix, line):
    assert words.number_line(replace(LETTER, number=number, suffix=suffix)) == line


@pytest.mark.parametrize(
    ("day", "line"),
    [
        (date(2020, 1, 5), "Phú Khê, ngày 05 tháng 01 năm 2020"),
        (date(2019, 6, 29), "Phú Khê, ngày 29 tháng 6 năm 2019"),
        (date(2016, 11, 25), "Phú Khê, ngày 25 tháng 11 năm 2016"),
        (None, "Phú Khê, ngày     tháng     năm    "),
    ],
)
def test_place_and_date(day, line):
    assert words.place_date("Phú Khê", day) == line


@pytest.mark.parametrize(
    ("subject", "of_letter", "of_plan"),
    [
        (
            "V/v cử cán bộ dự tập huấn.",
            "V/v cử cán bộ dự tập huấn",
            "Về việc cử cán bộ dự tập huấn",
        ),
        ("Về việc cử cán bộ", "V/v cử cán bộ", "Về việc cử cán bộ"),
        ("cử cán bộ", "V/v cử cán bộ", "Cử cán bộ"),
        (
            "Ban hành  Quy chế\nlàm việc",
            "V/v Ban hành Quy chế làm việc",
            "Ban hành Quy chế làm việc",
        ),
    ],
)
def test_only_official_letters_have_v_v(subject, of_letter, of_plan):
    plan = replace(LETTER, type_code="ke-hoach", subject=subject)
    assert words.subject_line(replace(LETTER, subject=subject)) == of_letter
    assert words.subject_line(plan) == of_plan


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Ủy ban nhân dân huyện Phú Khê", ("ỦY BAN NHÂN DÂN", "HUYỆN PHÚ KHÊ")),
        ("Ủy ban nhân dân xã An Lạc", ("ỦY BAN NHÂN DÂN", "XÃ AN LẠC")),
        ("Phòng Nội vụ", ("PHÒNG NỘI VỤ",)),
        ("UBND huyện Phú Khê", ("UBND HUYỆN PHÚ KHÊ",)),
        ("Phòng Văn hóa và Thông tin", ("PHÒNG VĂN HÓA", "VÀ THÔNG TIN")),
        (
            "Văn phòng HĐND và UBND huyện Phú Khê",
            ("VĂN PHÒNG HĐND VÀ UBND", "HUYỆN PHÚ KHÊ"),
        ),
        (
            "Phòng Nông nghiệp và Phát triển nông thôn",
            ("PHÒNG NÔNG NGHIỆP", "VÀ PHÁT TRIỂN NÔNG THÔN"),
        ),
        (
            "Phòng Lao động - Thương binh và Xã hội",
            ("PHÒNG LAO ĐỘNG -", "THƯƠNG BINH VÀ XÃ HỘI"),
        ),
        (
            "Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm",
            ("ỦY BAN NHÂN DÂN", "THÀNH PHỐ PHAN RANG -", "THÁP CHÀM"),
        ),
        (
            "Sở Văn hóa, Thể thao và Du lịch",
            ("SỞ VĂN HÓA,", "THỂ THAO VÀ DU LỊCH"),
        ),
        ("", ()),
    ],
)
def test_a_body_in_capitals_is_parted_where_a_person_would(name, lines):
    assert words.capital_lines(name) == lines


@pytest.mark.parametrize(
    ("line", "rules", "width"),
    [
        ("XÃ MỘ ĐỨC", words.BODY_RULES, 10),
        ("HUYỆN PHÚ KHÊ", words.BODY_RULES, 16),
        ("VÀ PHÁT TRIỂN NÔNG THÔN", words.BODY_RULES, 22),
        ("A" * 60, words.BODY_RULES, 22),
        ("Về việc nghỉ lễ", words.SUBJECT_RULES, 18),
        ("Về việc phối hợp tổ chức Ngày hội", words.SUBJECT_RULES, 26),
        ("Về việc phối hợp tổ chức Ngày hội Văn hóa", words.SUBJECT_RULES, 38),
        ("A" * 900, words.SUBJECT_RULES, 45),
    ],
)
def test_a_rule_goes_with_the_length_of_its_line(line, rules, width):
    assert words.rule_width(line, rules) == width


@pytest.mark.parametrize(
    ("recipients", "addressees", "lines"),
    [
        ((), (), ("Lưu: VT, VHTT (2).",)),
        ((), ("Sở Nội vụ",), ("Như trên;", "Lưu: VT, VHTT (2).")),
        (
            (Recipient("UBND tỉnh", "b/c"), Recipient("Phòng Nội vụ;", "p/hợp")),
            (),
            ("UBND tỉnh (b/c);", "Phòng Nội vụ (p/hợp);", "Lưu: VT, VHTT (2)."),
        ),
        ((Recipient("Như Điều 3"),), ("Sở",), ("Như Điều 3;", "Lưu: VT, VHTT (2).")),
        ((Recipient("  "),), (), ("Lưu: VT, VHTT (2).",)),
    ],
)
def test_recipients_end_with_signs_and_the_file_copy(recipients, addressees, lines):
    letter = replace(LETTER, recipients=recipients, addressees=addressees)
    assert words.recipient_lines(letter) == lines


@pytest.mark.parametrize(
    ("type_code", "first"),
    [
        ("cong-van", "Như trên;"),
        ("bao-cao", "Như trên;"),
        ("giay-moi", "Như trên;"),
        ("ke-hoach", "Sở Nội vụ;"),
        ("quyet-dinh", "Sở Nội vụ;"),
    ],
)
def test_addressees_of_other_types_are_recipients(type_code, first):
    letter = replace(LETTER, type_code=type_code, addressees=("Sở Nội vụ",))
    assert words.recipient_lines(letter)[0] == first


@pytest.mark.parametrize(
    ("unit", "copies", "line"),
    [("", 0, "Lưu: VT"), ("VX", 0, "Lưu: VT, VX"), ("VX", 3, "Lưu: VT, VX (3)")],
)
def test_who_keeps_a_copy(unit, copies, line):
    assert words.kept_line(replace(LETTER, unit_abbreviation=unit, kept_copies=copies)) == line


def test_grounds_of_a_decision_begin_and_end_as_they_must():
    letter = replace(
        LETTER,
        bases=("Luật A ngày 19 tháng 6 năm 2015;", "Căn cứ Nghị định B.", "Xét đề nghị C"),
        proposer="Trưởng phòng Nội vụ",
    )
    assert words.base_lines(letter) == (
        "Căn cứ Luật A ngày 19 tháng 6 năm 2015;",
        "Căn cứ Nghị định B;",
        "Xét đề nghị C;",
        "Theo đề nghị của Trưởng phòng Nội vụ.",
    )


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Trân trọng.", "Trân trọng./."),
        ("Trân trọng./.", "Trân trọng./."),
        ("Trân trọng", "Trân trọng./."),
        ("", "./."),
    ],
)
def test_every_document_ends_with_the_same_sign(text, end):
    (last,) = paragraphs(text)
    assert last.text == end
    assert last.last


def test_paragraphs_know_articles_chapters_and_headings():
    found = paragraphs(
        "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi điều chỉnh\nQuy chế này quy định.\n\n"
        "Điều 2. Tổ công tác tự giải thể sau khi hoàn thành.\nI. ĐÁNH GIÁ\n1. Kết quả tốt"
    )
    assert [(one.kind, one.lead, one.text) for one in found] == [
        ("centre", "", "Chương I"),
        ("centre", "", "QUY ĐỊNH CHUNG"),
        ("text", "Điều 1. Phạm vi điều chỉnh", ""),
        ("text", "", "Quy chế này quy định."),
        ("text", "Điều 2. ", "Tổ công tác tự giải thể sau khi hoàn thành."),
        ("text", "I. ĐÁNH GIÁ", ""),
        ("text", "", "1. Kết quả tốt./."),
    ]


def test_signs_that_no_document_has_are_taken_out():
    assert words.clean("Ti\u0301ch\x00  hợp\u2028\ttốt\n") == "Tích hợp tốt"
