"""Rows of a list, with everything that is wrong with them."""

from dataclasses import replace
from datetime import date
from vanphong.imports import rules
import pytest
import unicodedata


KNOWN = rules.Known(
    today=date(2024, 8, 14),
    body="UBND huyện Phú Khê",
    types={"cong van": "cong-van", "quyet dinh": "quyet-dinh"},
    fields={"van xa": "VX", "vx": "VX"},
    units={"phong noi vu": "uid-nv"},
    books=(
        rules.Book("in19", "Sổ đến 2019", "in", "year", "2019"),
        rules.Book("out19", "Sổ đi 2019", "out", "year", "2019"),
    ),
)

IN = {
    "number": "45",
    "arrived": "07/01/2019",
    "organ_name": "Sở Nội vụ",
    "symbol": "902/SNV-CCHC",
    "issued_date": "05/01/2019",
    "document_type": "Công văn",
    "subject": "V/v báo cáo cải cách hành chính",
    "files": "45.pdf",
}
OUT = {
    "symbol": "1210a/UBND-VX",
    "issued_date": "05/01/2019",
    "document_type": "công văn",
    "subject": "V/v trả lời",
    "recipients": "UBND tỉnh; Sở Nội vụ; UBND tỉnh",
    "drafting_unit": "Phòng Nội vụ",
    "files": "a.pdf",
}


def read(direction="in", known=KNOWN, **changed):
    row = {**(IN if direction == "in" else OUT), **changed}
    return rules.read_row(direction, {k: v for k, v in row.items() if v}, known)


def wrong(found):
    return [one.column for one in found.findings if one.level == rules.ERROR]


def warned(found):
    return [one.column for one in found.findings if one.level == rules.WARNING]


def test_a_good_incoming_row():
    found = read(urgency="Khẩn", field="Văn xã", page_amount="3.0", receiver="Phòng Nội vụ")
    assert found.findings == []
    assert (found.label, found.book.uid, found.day) == ("45", "in19", date(2019, 1, 7))
    assert found.raw["urgency"] == "urgent"
    assert found.raw["field"] == "VX"
    assert found.raw["page_amount"] == 3
    assert found.raw["issued_date"] == date(2019, 1, 5)
    assert (found.files, found.receiver) == (("45.pdf",), "Phòng Nội vụ")


def test_a_good_outgoing_row():
    found = read("out")
    assert found.findings == []
    assert (found.label, found.book.uid) == ("1210a", "out19")
    assert found.raw["organ_name"] == "UBND huyện Phú Khê"
    assert [one["name"] for one in found.raw["recipients"]] == ["UBND tỉnh", "Sở Nội vụ"]
    assert found.raw["drafting_unit"] == "uid-nv"


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"subject": ""}, "subject"),
        ({"number": ""}, "number"),
        ({"arrived": ""}, "arrived"),
        ({"organ_name": ""}, "organ_name"),
        ({"number": "bốn"}, "number"),
        ({"number": "45đ"}, "number"),
        ({"arrived": "07/13/2019"}, "arrived"),
        ({"arrived": "07/01/2030"}, "arrived"),
        ({"issued_date": "08/01/2019"}, "issued_date"),
        ({"document_type": "Tờ bướm"}, "document_type"),
        ({"urgency": "gấp"}, "urgency"),
        ({"page_amount": "nhiều"}, "page_amount"),
        ({"register": "Sổ khác"}, "register"),
        ({"period": "2018"}, "period"),
        ({"files": ";".join(f"{n}.pdf" for n in range(21))}, "files"),
    ],
)
def test_errors_of_incoming_rows(changed, column):
    assert column in wrong(read(**changed))


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"symbol": ""}, "symbol"),
        ({"symbol": "(đơn)"}, "symbol"),
        ({"files": ""}, "files"),
        ({"field": "Hàng hải"}, "field"),
        ({"arrived": "07/01/2018", "issued_date": "05/01/2018"}, "register"),
    ],
)
def test_warnings_of_incoming_rows(changed, column):
    found = read(**changed)
    assert wrong(found) == []
    assert column in warned(found)


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"symbol": "không số"}, "symbol"),
        ({"symbol": ""}, "symbol"),
        ({"issued_date": ""}, "issued_date"),
        ({"symbol": "45đ/UBND"}, "number"),
        ({"issued_amount": "x"}, "issued_amount"),
    ],
)
def test_errors_of_outgoing_rows(changed, column):
    assert column in wrong(read("out", **changed))


def test_a_unit_that_is_gone_is_kept_as_a_text():
    found = read("out", drafting_unit="Phòng Công thương")
    assert (wrong(found), warned(found)) == ([], ["drafting_unit"])
    assert found.raw["drafter_title"] == "Phòng Công thương"


def test_excel_days_and_decomposed_letters_mean_the_same_row():
    plain = read()
    other = read(
        arrived="43472",
        issued_date="43470",
        subject=unicodedata.normalize("NFD", IN["subject"].upper()),
        symbol="902 / SNV-CCHC",
        number="045",
    )
    assert rules.row_key(plain) == rules.row_key(other)
    assert rules.row_key(plain) != rules.row_key(read(number="46"))
    assert rules.row_key(plain) != rules.row_key(read(subject="V/v khác"))


def test_a_symbol_of_no_known_form_is_kept():
    found = read(symbol="(đơn)")
    assert (found.raw["symbol"], found.raw["symbol_as_is"]) == ("(đơn)", True)


def test_the_running_register_takes_paper_numbers_only():
    running = rules.Book("in24", "Sổ đến 2024", "in", "year", "2024", 1171, True)
    known = replace(KNOWN, books=(running,))
    days = {"arrived": "07/01/2024", "issued_date": "05/01/2024"}
    assert wrong(read(known=known, **days)) == []
    assert wrong(read(known=known, number="1171", **days)) == ["number"]
