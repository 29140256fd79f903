"""One sheet of a workbook, read straight from its XML: values, formulas, merged cells.

What a cell shows is not enough here: a formula shows the value that some program kept last,
and merged cells leave rows empty that look full.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from lxml import etree
from typing import BinaryIO
import re


MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"

#: Columns beyond this one are looked at by nobody.
MOST_COLUMNS = 100


class TooLong(Exception):
    """A sheet has more rows than are read at once."""


@dataclass
class Sheet:
    """The cells with something in them, by row and column, both counted from 1.

    ``formulas`` are the places of cells that are computed, ``merged`` the rows that a merged
    cell covers, with the name of its range.
    """

    title: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    merged: dict[int, str] = field(default_factory=dict)


def read_sheet(title: str, stream: BinaryIO, strings: list[str], most: int) -> Sheet:
    """Read one sheet.

    :param strings: the shared texts of the workbook.
    :param most: rows with something in them that are read; more raise TooLong.
    """
    sheet = Sheet(title)
    for element in _elements(stream, "row", "mergeCell"):
        if _is(element, "mergeCell"):
            _merge(sheet, element.get("ref", ""))
            continue
        number = _row_number(element, sheet)
        cells = _cells(element, strings, sheet, number)
        if cells:
            sheet.rows[number] = cells
        if len(sheet.rows) > most:
            raise TooLong(title)
    return sheet


def read_strings(stream: BinaryIO) -> list[str]:
    """The shared texts of a workbook, rich ones as plain text."""
    return [_text(element) for element in _elements(stream, "si")]


def name_of(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _elements(stream: BinaryIO, *names: str) -> Iterator[etree._Element]:
    tags = [place + name for name in names for place in (MAIN, STRICT)]
    for _event, element in etree.iterparse(
        stream, events=("end",), tag=tags, resolve_entities=False, no_network=True
    ):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _is(element: etree._Element, name: str) -> bool:
    return etree.QName(element).localname == name


def _row_number(element: etree._Element, sheet: Sheet) -> int:
    given = element.get("r", "")
    return int(given) if given.isdecimal() else max(sheet.rows, default=0) + 1


def _cells(element, strings: list[str], sheet: Sheet, row: int) -> dict[int, str]:
    found: dict[int, str] = {}
    place = 0
    for cell in element:
        if not _is(cell, "c"):
            continue
        place = _column(cell.get("r", "")) or place + 1
        if place > MOST_COLUMNS:
            break
        if any(_is(one, "f") for one in cell):
            sheet.formulas.add((row, place))
        text = _value(cell, strings)
        if text.strip():
            found[place] = text
    return found


def _value(cell, strings: list[str]) -> str:
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return _text(cell)
    text = next((one.text or "" for one in cell if _is(one, "v")), "")
    if kind == "s":
        number = int(text) if text.isdecimal() else len(strings)
        return strings[number] if number < len(strings) else ""
    return text


def _text(element) -> str:
    """All of its text but the readings that East Asian Excel puts beside it."""
    return "".join(
        one.text or ""
        for one in element.iter(MAIN + "t", STRICT + "t")
        if not _is(one.getparent(), "rPh")
    )


def _merge(sheet: Sheet, reference: str) -> None:
    found = re.fullmatch(r"([A-Z]+)(\d+):([A-Z]+)(\d+)", reference)
    if found is None:
        return
    first, last = int(found[2]), int(found[4])
    for row in [one for one in sheet.rows if first <= one <= last]:
        sheet.merged[row] = reference


def _column(reference: str) -> int:
    number = 0
    for letter in re.match("[A-Z]*", reference)[0]:  # type: ignore[index]
        number = number * 26 + ord(letter) - 64
    return number
