"""Cells of a list as values."""

from datetime import date
from vanphong.imports.rules.cells import clean
from vanphong.imports.rules.cells import is_secret
from vanphong.imports.rules.cells import read_day
from vanphong.imports.rules.cells import read_number
from vanphong.imports.rules.cells import read_urgency
from vanphong.imports.rules.cells import read_whole
import pytest
import unicodedata


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/01/2019", "2019-01-05"),
        ("5/1/2019", "2019-01-05"),
        (" 5 - 1 - 2019 ", "2019-01-05"),
        ("5.1.2019", "2019-01-05"),
        ("2019-01-05", "2019-01-05"),
        ("2019-01-05T00:00:00", "2019-01-05"),
        ("43470", "2019-01-05"),
        ("43470.5", "2019-01-05"),
        ("31/02/2019", None),
        ("13/13/2019", None),
        ("05/01/19", None),
        ("2019", None),
        ("hôm qua", None),
        ("", None),
        ("99999999999999", None),
        ("01/01/1900", None),
    ],
)
def test_days(text, day):
    assert read_day(text) == (date.fromisoformat(day) if day else None)


def test_days_of_a_workbook_that_counts_from_1904():
    assert read_day("42008", since_1904=True) == date(2019, 1, 5)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("45", (45, "")),
        ("045", (45, "")),
        ("45.0", (45, "")),
        ("45a", (45, "a")),
        ("45 A", (45, "a")),
        ("0", None),
        ("-3", None),
        ("45aa", None),
        ("bốn lăm", None),
        ("1234567", None),
        ("", None),
    ],
)
def test_numbers(text, number):
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "number"), [("3", 3), ("3.0", 3), ("3.5", None), ("ba", None), ("-1", None)]
)
def test_whole_numbers(text, number):
    assert read_whole(text) == number


@pytest.mark.parametrize("text", ["", " ", "Thường", "không", "Bình thường", "-", "Không mật"])
def test_ordinary_degrees(text):
    assert not is_secret(text)


@pytest.mark.parametrize(
    "text", ["Mật", "MẬT", "Tối mật", "tuyệt mật", "confidential", "A", "có", "?", "mat"]
)
def test_what_is_not_clearly_ordinary_is_secret(text):
    assert is_secret(text)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "normal"),
        ("Thường", "normal"),
        ("Khẩn", "urgent"),
        ("THƯỢNG KHẨN", "very-urgent"),
        ("Hoả tốc", "express"),
        ("express", "express"),
        ("gấp", None),
    ],
)
def test_urgency(text, code):
    assert read_urgency(text) == code


def test_texts_are_composed_and_in_one_line():
    text = unicodedata.normalize("NFD", "Ủy ban\n nhân\u200bdân\x00 ")
    assert clean(text) == "Ủy ban nhândân"
