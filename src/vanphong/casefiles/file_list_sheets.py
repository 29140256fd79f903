"""A file list as a spreadsheet: written to be changed outside, and read again.

What is read is only text: a cell with a formula is refused, because nobody sees what it will
say on another computer.
"""

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from python_calamine import CalamineError
from python_calamine import CalamineWorkbook
from vanphong.casefiles import file_list_paper as paper
from vanphong.casefiles.actions.lists import new_uid
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.file_list import MOST_LINES
from vanphong.casefiles.rules.file_list import Kind
from vanphong.casefiles.rules.file_list import Line
from vanphong.documents.export_files import text_book
from vanphong.documents.rules import fold
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.organisation import directory
import re
import unicodedata
import zipfile


MIME = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

#: Octets of the file, and of what is packed in it.
LARGEST = 2 * 2**20
LARGEST_UNPACKED = 40 * 2**20

HEADER = ("so va ky hieu", "ky hieu")

_ROMAN = re.compile(r"[IVXLCDM]+\.?")
_SMALL = re.compile(r"\d{1,3}\.?")
_SIGN = re.compile(r"\d{1,5}[a-zđ]?\.(?P<symbol>\S{1,14})")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_SYMBOL_IN_TITLE = re.compile(r"\s*\((?P<symbol>[^()\s]{1,14})\)$")


def xlsx(file_list) -> bytes:
    """The list with the columns of the printed form. Each cell is a text."""
    target = BytesIO()
    book, sheet, bold, wrapped = text_book(target, "Danh mục hồ sơ")
    for column, (title, width) in enumerate(zip(paper.COLUMNS, paper.WIDTHS, strict=True)):
        sheet.write_string(0, column, title, bold)
        sheet.set_column(column, column, width * 0.6, wrapped)
    symbols = {one.title.upper(): one.abbreviation for one in file_list.lines if one.abbreviation}
    for number, row in enumerate(paper.rows(file_list), 1):
        for column, text in enumerate(row):
            symbol = symbols.get(text, "") if column == 1 and not row[2] else ""
            sheet.write_string(number, column, f"{text} ({symbol})" if symbol else text)
    sheet.freeze_panes(1, 0)
    book.close()
    return target.getvalue()


def read(data: bytes, body) -> tuple[Line, ...]:
    """The lines of a spreadsheet with these columns.

    :raises InvalidInput: naming the row that cannot be read, or what is wrong with the file.
    """
    _check_packed(data)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        found = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError) as problem:
        raise _unreadable() from problem
    lines = tuple(_lines(found, _staff(body)))
    if not lines:
        raise InvalidInput(_("The spreadsheet has no line of a file list."), field="sheet")
    return _with_symbols(lines)


def _check_packed(data: bytes) -> None:
    if len(data) > LARGEST:
        raise InvalidInput(_("The spreadsheet is too large; at most 2 MB."), field="sheet")
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            members = packed.infolist()
            if sum(one.file_size for one in members) > LARGEST_UNPACKED:
                raise InvalidInput(_("The spreadsheet is too large; at most 2 MB."), field="sheet")
            for one in members:
                if not one.filename.startswith("xl/worksheets/"):
                    continue
                if _FORMULA.search(packed.read(one)):
                    raise InvalidInput(
                        _(
                            "The spreadsheet has formulas. Copy it and insert the values only, "
                            "then send it again."
                        ),
                        field="sheet",
                    )
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as problem:
        raise _unreadable() from problem


def _unreadable() -> InvalidInput:
    return InvalidInput(_("The file is no spreadsheet (.xlsx) that can be read."), field="sheet")


def _lines(found: list, staff: dict) -> Iterable[Line]:
    kept = 0
    for number, cells in enumerate(found, 1):
        sign, title, period, maker, note = ([_text(one) for one in cells] + [""] * 5)[:5]
        if not title or fold(sign).startswith(HEADER):
            continue
        kept += 1
        if kept > MOST_LINES:
            raise InvalidInput(_("A list has at most ${most} lines."), most=MOST_LINES)
        yield _line(number, sign, title, period, maker, note, staff)


def _line(number: int, sign: str, title: str, period: str, maker: str, note: str, staff) -> Line:
    symbol = _SIGN.fullmatch(sign)
    if symbol or period:
        try:
            years = retention.parse_period(period)
        except InvalidInput:
            raise InvalidInput(
                _("Row ${row}: “${value}” is no retention period."),
                row=number,
                value=period,
                field="sheet",
            ) from None
        user, unit = staff.get(fold(maker), ("", ""))
        kept = symbol["symbol"] if symbol else ""
        line = Line(new_uid(), Kind.FILE, title, kept, years, user, maker, unit, note)
        return line
    if _ROMAN.fullmatch(sign):
        return Line(new_uid(), Kind.LARGE, title, note=note)
    if _SMALL.fullmatch(sign) or not sign:
        return Line(new_uid(), Kind.SMALL, title, note=note)
    raise InvalidInput(
        _("Row ${row}: “${value}” is no number of a heading and no number and symbol."),
        row=number,
        value=sign,
        field="sheet",
    )


def _with_symbols(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Large headings get the abbreviation behind their title, or that of their first file."""
    made: list[Line] = []
    for place, line in enumerate(lines):
        if line.kind is Kind.LARGE:
            behind = _SYMBOL_IN_TITLE.search(line.title)
            following = (one.abbreviation for one in _under(lines, place))
            symbol = behind["symbol"] if behind else next(filter(None, following), "")
            title = line.title[: behind.start()] if behind else line.title
            line = replace(line, title=title, abbreviation=symbol)
        elif line.kind is Kind.FILE:
            line = replace(line, abbreviation="")
        made.append(line)
    return tuple(made)


def _under(lines: tuple[Line, ...], place: int) -> Iterable[Line]:
    for line in lines[place + 1 :]:
        if line.kind is Kind.LARGE:
            return
        if line.kind is Kind.FILE:
            yield line


def staff_names(body) -> dict[str, tuple[str, str]]:
    """User id and unit by the names under which makers are written; a unit has no user."""
    found: dict[str, tuple[str, str]] = {}
    for unit in (directory.info(body), *directory.subunits(body)):
        found.setdefault(unit.title, ("", unit.uid))
        found.setdefault(unit.short, ("", unit.uid))
    for person in directory.staff(body):
        for name in (person.title, f"{person.title}, {person.unit_title}", person.fullname):
            found.setdefault(name, (person.user_id, person.unit_uid))
    return found


def _staff(body) -> dict[str, tuple[str, str]]:
    return {fold(name): who for name, who in staff_names(body).items()}


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(unicodedata.normalize("NFC", str(cell)).split())
