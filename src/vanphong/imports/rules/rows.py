"""A row of the list as values of a document, with everything that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from hashlib import sha256
from typing import Any
from vanphong.documents.rules import fold
from vanphong.documents.rules import parse_symbol
from vanphong.documents.rules import symbol_key
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.imports.rules import cells
from vanphong.imports.rules.books import Book
from vanphong.imports.rules.books import check_number
from vanphong.imports.rules.books import choose
from vanphong.imports.rules.columns import COLUMNS
from vanphong.imports.rules.findings import Finding
from vanphong.imports.rules.findings import error
from vanphong.imports.rules.findings import warning
from vanphong.imports.rules.names import MOST_FILES
from vanphong.imports.rules.names import split_names
from vanphong.registers.rules import entry_label


#: Columns whose text goes into the field of the same name.
PLAIN = (
    "subject",
    "organ_name",
    "signer_name",
    "signer_position",
    "note",
    "paper_location",
    "archive_note",
)
WHOLE = ("page_amount", "issued_amount")


@dataclass(frozen=True)
class Known:
    """What the office has: names made comparable by ``fold``, and what they stand for."""

    today: date
    body: str = ""
    types: Mapping[str, str] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)
    books: tuple[Book, ...] = ()
    since_1904: bool = False


@dataclass
class Read:
    """A row that was read; ``raw`` are the values of the schema, None for ``number`` if unread."""

    direction: str
    raw: dict[str, Any] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    number: int | None = None
    suffix: str = ""
    day: date | None = None
    book: Book | None = None
    files: tuple[str, ...] = ()
    receiver: str = ""
    distinct: str = ""

    @property
    def label(self) -> str:
        """The number as it stands in the register."""
        return "" if self.number is None else entry_label(self.number, self.suffix)


def read_row(direction: str, given: Mapping[str, str], known: Known) -> Read:
    """Read the cells of one row by the names of their columns.

    Secret rows are not for this function: nothing of them may be kept.
    """
    row = {name: cells.clean(text) for name, text in given.items()}
    read = Read(direction)
    _need(read, row)
    read.raw.update({name: row[name] for name in PLAIN if row.get(name)})
    _catalogues(read, row, known)
    _whole(read, row)
    _days(read, row, known)
    _symbol(read, row)
    _number(read, row)
    _book(read, row, known)
    read.files = split_names(given.get("files", ""))
    if len(read.files) > MOST_FILES:
        read.findings.append(error("files", _("A row has at most ${n} files."), n=MOST_FILES))
    if not read.files:
        read.findings.append(warning("files", _("The row names no file.")))
    read.receiver = row.get("receiver", "")[:200]
    read.distinct = row.get("distinct", "")[:500]
    if direction == "out":
        _outgoing(read, row, known)
    return read


def row_key(read: Read) -> str:
    """What makes a row the same when the list is imported again; needs number and register."""
    book = read.book
    parts = (
        read.direction,
        "" if book is None else book.period,
        read.label,
        symbol_key(str(read.raw.get("symbol", ""))),
        str(read.raw.get("issued_date") or ""),
        fold(str(read.raw.get("subject", ""))),
    )
    return sha256("\0".join(parts).encode()).hexdigest()


def _need(read: Read, row: Mapping[str, str]) -> None:
    for column in COLUMNS[read.direction]:
        if column.required and not row.get(column.name):
            text = _("“${name}” is missing.")
            read.findings.append(error(column.name, text, name=column.title))


def _catalogues(read: Read, row: Mapping[str, str], known: Known) -> None:
    typed = row.get("document_type", "")
    read.raw["document_type"] = "cong-van"
    if typed:
        code = known.types.get(fold(typed))
        if code is None:
            text = _("There is no type of document “${value}”.")
            read.findings.append(error("document_type", text, value=typed[:60]))
        else:
            read.raw["document_type"] = code
    if row.get("field"):
        code = known.fields.get(fold(row["field"]))
        if code is None:
            text = _("There is no field of work “${value}”; it is left out.")
            read.findings.append(warning("field", text, value=row["field"][:60]))
        else:
            read.raw["field"] = code
    urgency = cells.read_urgency(row.get("urgency", ""))
    if urgency is None:
        text = _("“${value}” is not a degree of urgency.")
        read.findings.append(error("urgency", text, value=row["urgency"][:60]))
    else:
        read.raw["urgency"] = urgency


def _whole(read: Read, row: Mapping[str, str]) -> None:
    for name in WHOLE:
        if not row.get(name):
            continue
        number = cells.read_whole(row[name])
        if number is None:
            text = _("“${value}” is not a whole number.")
            read.findings.append(error(name, text, value=row[name][:60]))
        else:
            read.raw[name] = number


def _days(read: Read, row: Mapping[str, str], known: Known) -> None:
    days = {}
    for name in ("arrived", "issued_date"):
        if not row.get(name):
            continue
        day = cells.read_day(row[name], known.since_1904)
        if day is None:
            text = _("“${value}” is not a date. Write it as 05/01/2019.")
            read.findings.append(error(name, text, value=row[name][:60]))
        elif day > known.today:
            text = _("${day} lies in the future.")
            read.findings.append(error(name, text, day=f"{day:%d/%m/%Y}"))
        else:
            days[name] = day
    read.raw["issued_date"] = days.get("issued_date")
    read.day = days.get("arrived" if read.direction == "in" else "issued_date")
    if len(days) == 2 and days["issued_date"] > days["arrived"]:
        text = _("The document is dated after the day of its arrival.")
        read.findings.append(error("issued_date", text))


def _symbol(read: Read, row: Mapping[str, str]) -> None:
    typed = row.get("symbol", "")
    read.raw["symbol"] = typed
    if not typed:
        if read.direction == "in":
            read.findings.append(warning("symbol", _("The document bears no number and symbol.")))
        return
    try:
        found = parse_symbol(typed)
    except InvalidInput:
        if read.direction == "out":
            text = _("“${value}” is not a number and symbol. Write it as 1210/UBND-VX.")
            read.findings.append(error("symbol", text, value=typed[:60]))
        else:
            read.raw["symbol_as_is"] = True
            text = _("“${value}” has no form of Decree 30/2020; it is kept exactly so.")
            read.findings.append(warning("symbol", text, value=typed[:60]))
        return
    read.raw["symbol"] = found.text
    if read.direction == "out":
        read.number, read.suffix = found.number, found.suffix.lower()


def _number(read: Read, row: Mapping[str, str]) -> None:
    typed = row.get("number", "")
    if read.direction == "in" and typed:
        found = cells.read_number(typed)
        if found is None:
            text = _("“${value}” is not a number of a register. Write it as 45 or 45a.")
            read.findings.append(error("number", text, value=typed[:60]))
        else:
            read.number, read.suffix = found
    if read.suffix and not ("a" <= read.suffix <= "z"):
        text = _("“${suffix}” cannot follow a number; give one small letter from a to z.")
        read.findings.append(error("number", text, suffix=read.suffix))
        read.suffix = ""
        read.number = None


def _book(read: Read, row: Mapping[str, str], known: Known) -> None:
    if read.day is None:
        return
    period = row.get("period", "").replace("–", "-").removesuffix(".0").replace(" ", "")
    found = choose(
        known.books,
        direction=read.direction,
        name=row.get("register", ""),
        period=period,
        day=read.day,
        document_type=read.raw["document_type"],
        today=known.today,
    )
    if isinstance(found, Finding):
        read.findings.append(found)
        return
    read.book = found
    if read.number is None:
        return
    problem = check_number(found, read.number, read.day, known.today)
    if problem is not None:
        read.findings.append(problem)
    elif not found.uid:
        text = _("The register of ${period} is opened with the import, and closed at once.")
        read.findings.append(warning("register", text, period=found.period))


def _outgoing(read: Read, row: Mapping[str, str], known: Known) -> None:
    read.raw["organ_name"] = known.body
    read.raw["recipients"] = [
        {"name": one[:200]} for one in dict.fromkeys(split_names(row.get("recipients", "")))
    ]
    typed = row.get("drafting_unit", "")
    if not typed:
        return
    unit = known.units.get(fold(typed))
    if unit is None:
        text = _("There is no unit “${value}”; it is kept as a text.")
        read.findings.append(warning("drafting_unit", text, value=typed[:60]))
        read.raw["drafter_title"] = typed[:200]
    else:
        read.raw["drafting_unit"] = unit
