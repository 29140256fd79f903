"""The list of old documents: an .xlsx with the sheets “Văn bản đến” and “Văn bản đi”."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from lxml import etree
from pathlib import PurePosixPath
from typing import BinaryIO
from vanphong.attachments import intake
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.imports import rules
from vanphong.imports.cellsheet import MAIN
from vanphong.imports.cellsheet import STRICT
from vanphong.imports.cellsheet import Sheet
from vanphong.imports.cellsheet import TooLong
from vanphong.imports.cellsheet import name_of
from vanphong.imports.cellsheet import read_sheet
from vanphong.imports.cellsheet import read_strings
from zipfile import BadZipFile
from zipfile import ZipFile


#: Rows of one list; an office with more imports them year by year.
MOST_ROWS = 20_000

#: Rows above the headings, for a title.
HEAD = 20

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATIONS = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"

FIELD = "workbook"


@dataclass(frozen=True)
class Line:
    """A row of a list with its cells by the names of the columns."""

    direction: str
    number: int
    cells: dict[str, str]
    findings: tuple[rules.Finding, ...] = ()


@dataclass
class List:
    """What a workbook holds; ``unknown`` are headings that nobody knows, by sheet."""

    lines: list[Line] = field(default_factory=list)
    unknown: dict[str, tuple[str, ...]] = field(default_factory=dict)
    since_1904: bool = False


def read(name: str, stream: BinaryIO) -> List:
    """Read a workbook, after it has passed the checks of every file that comes in.

    :raises InvalidInput: it is no .xlsx, holds macros, has too many rows, or lacks columns.
    :raises RuleBroken: for a virus.
    """
    if not name.casefold().endswith(".xlsx"):
        raise InvalidInput(
            _("“${name}” is not an .xlsx workbook. Open it in Excel or LibreOffice, save it so."),
            field=FIELD,
            name=name,
        )
    try:
        with intake.checked(name, stream) as (_passed, content):
            return _read(content)
    except OfficeError as problem:
        problem.field = FIELD
        raise


def _read(content: BinaryIO) -> List:
    try:
        with ZipFile(content) as archive:
            return _lists(archive)
    except TooLong as problem:
        raise InvalidInput(
            _("The list has more than ${n} rows. Split it, for example by years."),
            field=FIELD,
            n=MOST_ROWS,
        ) from problem
    except (BadZipFile, KeyError, etree.XMLSyntaxError, ValueError) as problem:
        raise InvalidInput(
            _("The workbook is damaged; open it, save it again, and send it."), field=FIELD
        ) from problem


def _lists(archive: ZipFile) -> List:
    book = etree.fromstring(
        archive.read("xl/workbook.xml"), etree.XMLParser(resolve_entities=False, no_network=True)
    )
    settings = next(book.iter(MAIN + "workbookPr", STRICT + "workbookPr"), None)
    since = "" if settings is None else settings.get("date1904", "")
    found = List(since_1904=since in ("1", "true"))
    strings = _strings(archive)
    titles = []
    for title, part in _parts(archive, book):
        titles.append(title)
        direction = rules.sheet_direction(title)
        if direction:
            with archive.open(part) as stream:
                sheet = read_sheet(title, stream, strings, MOST_ROWS + HEAD)
            _add(found, sheet, direction)
    if not any(rules.sheet_direction(one) for one in titles):
        raise InvalidInput(
            _("The workbook has no sheet “${wanted}”; it has: ${found}. Use the template."),
            field=FIELD,
            wanted="”, “".join(rules.SHEETS.values()),
            found=", ".join(titles)[:200],
        )
    if len(found.lines) > MOST_ROWS:
        raise TooLong
    if not found.lines:
        raise InvalidInput(_("The list has no rows."), field=FIELD)
    return found


def _strings(archive: ZipFile) -> list[str]:
    name = next((one for one in archive.namelist() if one.lower() == "xl/sharedstrings.xml"), "")
    if not name:
        return []
    with archive.open(name) as stream:
        return read_strings(stream)


def _parts(archive: ZipFile, book) -> Iterator[tuple[str, str]]:
    relations = etree.fromstring(
        archive.read("xl/_rels/workbook.xml.rels"),
        etree.XMLParser(resolve_entities=False, no_network=True),
    )
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    for sheet in book.iter(MAIN + "sheet", STRICT + "sheet"):
        target = targets.get(sheet.get(_RELATIONS) or sheet.get(_STRICT_RELATIONS), "")
        if "worksheets/" in target:
            part = PurePosixPath("/xl", target).as_posix().lstrip("/")
            yield sheet.get("name", ""), part


def _add(found: List, sheet: Sheet, direction: str) -> None:
    if not sheet.rows:
        return
    head, headings = _headings(sheet, direction)
    if headings.unknown:
        found.unknown[sheet.title] = headings.unknown
    for number in sorted(sheet.rows):
        if number <= head:
            continue
        cells = sheet.rows[number]
        given = {name: cells[place] for place, name in headings.places.items() if place in cells}
        if given:
            remarks = tuple(_remarks(sheet, number, headings))
            found.lines.append(Line(direction, number, given, remarks))


def _headings(sheet: Sheet, direction: str) -> tuple[int, rules.Headings]:
    """The row of the headings: the one of the first rows that knows most of them."""
    best, best_row = rules.Headings({}), 0
    for number in sorted(sheet.rows)[:HEAD]:
        cells = sheet.rows[number]
        texts = [cells.get(place, "") for place in range(max(cells) + 1)]
        found = rules.match(direction, texts)
        if len(found.places) > len(best.places):
            best, best_row = found, number
    for names, text in (
        (best.missing, _("Sheet “${sheet}” lacks the columns ${names}.")),
        (best.twice, _("Sheet “${sheet}” has the columns ${names} twice.")),
    ):
        if names or not best.places:
            wanted = names or tuple(one.title for one in rules.COLUMNS[direction] if one.required)
            raise InvalidInput(
                text, field=FIELD, sheet=sheet.title, names=", ".join(f"“{one}”" for one in wanted)
            )
    return best_row, best


def _remarks(sheet: Sheet, number: int, headings: rules.Headings) -> Iterator[rules.Finding]:
    for place, name in headings.places.items():
        if (number, place) in sheet.formulas:
            yield rules.error(
                name,
                _("Cell ${cell} is a formula. Copy the column, and paste it as values."),
                cell=f"{name_of(place)}{number}",
            )
    if number in sheet.merged:
        yield rules.error(
            "",
            _("The cells ${cells} are merged. Unmerge them, and fill every row."),
            cells=sheet.merged[number],
        )
