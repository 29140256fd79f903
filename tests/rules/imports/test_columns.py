"""Headings, names of files, registers."""

from datetime import date
from vanphong.imports import rules
from vanphong.imports.rules.names import is_rubbish
import pytest
import unicodedata


TODAY = date(2024, 8, 14)


@pytest.mark.parametrize(
    ("title", "direction"),
    [("Văn bản đến", "in"), ("VAN BAN DI", "out"), ("văn  bản đi ", "out"), ("Danh mục", "")],
)
def test_sheets(title, direction):
    assert rules.sheet_direction(title) == direction


def test_headings_in_any_order_and_spelling():
    nfd = unicodedata.normalize("NFD", "Trích yếu")
    found = rules.match("in", ["SỐ ĐẾN *", nfd, "Ngày  đến", "Cơ quan ban hành", "", "Ghi chú"])
    assert found.places == {0: "number", 1: "subject", 2: "arrived", 3: "organ_name", 5: "note"}
    assert (found.missing, found.unknown, found.twice) == ((), (), ())


def test_headings_that_are_missing_unknown_or_there_twice():
    found = rules.match("out", ["Số, ký hiệu", "Số ký hiệu", "Màu mực"])
    assert found.missing == ("Ngày văn bản", "Trích yếu nội dung")
    assert found.unknown == ("Màu mực",)
    assert found.twice == ("Số, ký hiệu",)


@pytest.mark.parametrize(
    "name",
    [
        "../a.pdf",
        "a/../../b.pdf",
        "/etc/passwd",
        "C:\\a.pdf",
        "..\\a.pdf",
        "a\0.pdf",
        "",
        "a//b",
        "/".join("x" * 10),
        "./a.pdf",
        "x" * 1001,
    ],
)
def test_names_that_lead_out(name):
    assert rules.unsafe(name)


@pytest.mark.parametrize("name", ["a.pdf", "2019/45a.pdf", "Công văn số 45.pdf", "a..pdf", "x/"])
def test_names_that_are_fine(name):
    assert not rules.unsafe(name)


def test_names_are_compared_without_their_spelling():
    nfd = unicodedata.normalize("NFD", "Thư mục\\Công Văn.PDF")
    assert rules.file_key(nfd) == rules.file_key("thư mục/công văn.pdf")
    assert rules.split_names(" a.pdf; b.pdf\nc.pdf;; ") == ("a.pdf", "b.pdf", "c.pdf")


@pytest.mark.parametrize("name", ["x/Thumbs.db", "~$a.xlsx", "__MACOSX/a.pdf", "._a.pdf"])
def test_rubbish(name):
    assert is_rubbish(name)


def book(uid="b", period="2019", **more):
    values = {"direction": "in", "counted": "year", "title": f"Sổ văn bản đến {period}"}
    return rules.Book(uid, period=period, **{**values, **more})


def choose(books, **more):
    values = {
        "direction": "in",
        "name": "",
        "period": "",
        "day": date(2019, 1, 5),
        "document_type": "cong-van",
        "today": TODAY,
    }
    return rules.choose(books, **{**values, **more})


@pytest.mark.parametrize(
    ("more", "uid"),
    [
        ({}, "b"),
        ({"period": "2019"}, "b"),
        ({"name": "sổ văn bản ĐẾN 2019"}, "b"),
        ({"day": date(2018, 1, 5)}, ""),
        ({"period": "2017"}, ""),
    ],
)
def test_the_register_of_a_row(more, uid):
    assert choose([book(), book("o", direction="out"), book("c", "2024")], **more).uid == uid


@pytest.mark.parametrize(
    "more",
    [
        {"name": "Sổ khác"},
        {"period": "2024", "day": date(2024, 1, 5)},
        {"period": "năm ngoái"},
        {"period": "2030"},
    ],
)
def test_no_register(more):
    assert choose([book()], **more).level == rules.ERROR


def test_several_registers_and_the_one_of_the_type():
    own = book("t", types=frozenset({"giay-moi"}))
    assert choose([book(), own]).uid == "b"
    assert choose([book(), own], document_type="giay-moi").uid == "t"
    found = choose([book(), book("c", title="Sổ mật")])
    assert found.level == rules.ERROR
    assert "Sổ mật" in dict(found.mapping)["titles"]


def test_a_term_of_office():
    term = book("t", "2015-2020", counted="term")
    assert choose([term], period="2015-2020").uid == "t"
    assert choose([term]).uid == "t"


@pytest.mark.parametrize(
    ("period", "is_open", "opening", "number", "good"),
    [
        ("2019", False, 1, 45, True),
        ("2019", True, 1, 45, True),
        ("2024", True, 1171, 1170, True),
        ("2024", True, 1171, 1171, False),
        ("2024", True, 1, 1, False),
        ("2024", False, 1, 1, True),
    ],
)
def test_the_running_counter_is_not_disturbed(period, is_open, opening, number, good):
    one = book(period=period, is_open=is_open, opening=opening)
    found = rules.check_number(one, number, date(int(period), 1, 5), TODAY)
    assert (found is None) is good


def test_a_day_of_another_year():
    assert rules.check_number(book(), 1, date(2018, 12, 31), TODAY).column == "period"
