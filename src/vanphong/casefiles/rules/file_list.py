"""The yearly list of files (danh mục hồ sơ; Decree 30/2020, Article 28 and Annex V.I).

A list is a tuple of lines in their order: large headings (Roman), small headings (Arabic),
and planned files. Numbers are not typed; they follow from the order.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace
from enum import StrEnum
from vanphong.casefiles.rules import notation
from vanphong.casefiles.rules import retention
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
import re


ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều 28 và Phụ lục V"

MOST_LINES = 2000
LONGEST_TITLE = 500

_ABBREVIATION = re.compile(r"[^\W_][\w&-]{0,13}")


class Kind(StrEnum):
    """What a line of the list is."""

    LARGE = "large"
    SMALL = "small"
    FILE = "file"


class Numbering(StrEnum):
    """Whether files are numbered through the list, or from 01 in each large heading."""

    THROUGH = "through"
    HEADING = "heading"


class Status(StrEnum):
    """How far a list has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"


@dataclass(frozen=True)
class Line:
    """A heading, or a planned file.

    :param abbreviation: of a large heading, used in the symbols of its files.
    :param years: retention of a file, 0 for permanent.
    :param maker: user id or "", ``unit`` the UID of the unit whose work it is or "".
    :param maker_title: the maker as the list prints it.
    """

    uid: str
    kind: Kind
    title: str
    abbreviation: str = ""
    years: int = 0
    maker: str = ""
    maker_title: str = ""
    unit: str = ""
    note: str = ""


@dataclass(frozen=True)
class Numbered:
    """A line with the sign before it: ``I``, ``1``, or ``01.TCCB``."""

    line: Line
    sign: str
    heading: str = ""


@dataclass(frozen=True)
class Totals:
    """How many files the list has."""

    files: int
    permanent: int
    limited: int

    @property
    def text(self) -> str:
        """The sentence below the list, as Annex V words it."""
        return (
            f"Danh mục hồ sơ này có {self.files} hồ sơ, bao gồm: {self.permanent} hồ sơ bảo quản "
            f"vĩnh viễn; {self.limited} hồ sơ bảo quản có thời hạn."
        )


Lines = tuple[Line, ...]


def numbered(lines: Iterable[Line], numbering: Numbering) -> Iterator[Numbered]:
    """The lines with their signs, in order."""
    large = small = number = 0
    symbol = heading = ""
    for line in lines:
        if line.kind is Kind.LARGE:
            large, small = large + 1, 0
            symbol, heading = line.abbreviation, line.uid
            number = 0 if numbering is Numbering.HEADING else number
            yield Numbered(line, notation.roman(large), heading)
        elif line.kind is Kind.SMALL:
            small += 1
            yield Numbered(line, str(small), heading)
        else:
            number += 1
            yield Numbered(line, str(notation.Notation(number, symbol or "HS")), heading)


def totals(lines: Iterable[Line]) -> Totals:
    """Count the files."""
    years = [line.years for line in lines if line.kind is Kind.FILE]
    permanent = years.count(retention.PERMANENT)
    return Totals(len(years), permanent, len(years) - permanent)


def find(lines: Lines, uid: str) -> Line:
    """The line with this id.

    :raises InvalidInput: when there is none.
    """
    for line in lines:
        if line.uid == uid:
            return line
    raise InvalidInput(_("The list has no such line any more; load the page again."), field="line")


def heading_of(lines: Lines, uid: str) -> Line | None:
    """The large heading that a line stands under."""
    found = None
    for line in lines:
        if line.kind is Kind.LARGE:
            found = line
        if line.uid == uid:
            return found
    return None


def added(lines: Lines, line: Line, after: str = "") -> Lines:
    """With one more line behind another, or at the end."""
    if len(lines) >= MOST_LINES:
        raise RuleBroken(_("A list has at most ${most} lines."), most=MOST_LINES, rule=ARTICLE)
    place = _place(lines, after) + 1 if after else len(lines)
    return (*lines[:place], line, *lines[place:])


def moved(lines: Lines, uid: str, by: int) -> Lines:
    """With a line some places further down, or up when ``by`` is negative."""
    place = _place(lines, uid)
    line, rest = lines[place], lines[:place] + lines[place + 1 :]
    place = min(max(place + by, 0), len(rest))
    return (*rest[:place], line, *rest[place:])


def removed(lines: Lines, uid: str) -> Lines:
    """Without a line; what stands under a heading stays."""
    place = _place(lines, uid)
    return lines[:place] + lines[place + 1 :]


def changed(lines: Lines, line: Line) -> Lines:
    """With another line in the place of the one with the same id."""
    place = _place(lines, line.uid)
    return (*lines[:place], line, *lines[place + 1 :])


def _place(lines: Lines, uid: str) -> int:
    return lines.index(find(lines, uid))


def check_line(line: Line) -> Line:
    """A line as it may be kept: spaces cut, nothing missing.

    :raises InvalidInput: naming what is missing or wrong.
    """
    title = " ".join(line.title.split())
    if not title:
        raise InvalidInput(_("Give the heading or the title of the file."), field="title")
    if len(title) > LONGEST_TITLE:
        raise InvalidInput(
            _("“${name}” is longer than ${limit} characters."),
            name=title[:40] + "…",
            limit=LONGEST_TITLE,
            field="title",
        )
    abbreviation = line.abbreviation.strip()
    if line.kind is Kind.LARGE and not _ABBREVIATION.fullmatch(abbreviation):
        raise InvalidInput(
            _("Give the abbreviation of the heading, for example TCCB; files are marked with it."),
            field="abbreviation",
            rule=ARTICLE,
        )
    return replace(
        line,
        title=title,
        abbreviation=abbreviation if line.kind is Kind.LARGE else "",
        note=line.note.strip(),
        maker_title=" ".join(line.maker_title.split()),
    )


def check_ready(lines: Lines) -> None:
    """Refuse to approve a list that could not be used.

    :raises RuleBroken: naming the first thing that is missing.
    """
    if not any(line.kind is Kind.FILE for line in lines):
        raise RuleBroken(_("The list has no file yet."), rule=ARTICLE)
    if lines[0].kind is not Kind.LARGE:
        raise RuleBroken(_("The list begins with a large heading."), rule=ARTICLE, field="line")
    symbols = [line.abbreviation for line in lines if line.kind is Kind.LARGE]
    twice = sorted({one for one in symbols if symbols.count(one) > 1})
    if twice:
        raise Conflict(
            _("Two headings have the abbreviation “${symbol}”; files would get the same symbol."),
            symbol=twice[0],
            rule=ARTICLE,
            field="abbreviation",
        )
    for line in lines:
        if line.kind is Kind.FILE and not (line.maker_title or line.maker):
            raise RuleBroken(
                _("Name who makes the file “${title}”."),
                title=line.title,
                rule=ARTICLE,
                field="maker",
            )


def check_editable(status: Status) -> None:
    """Refuse to change a list that is being approved or in force.

    :raises Conflict: naming how far it has come.
    """
    if status is Status.DRAFT:
        return
    text = (
        _("The list is approved; a file that it does not have is opened without it.")
        if status is Status.APPROVED
        else _("The list lies before the head; take it back before you change it.")
    )
    raise Conflict(text, rule=ARTICLE)


def renewed(title: str, old: int, new: int) -> str:
    """A title in the list of another year: “… năm 2024” becomes “… năm 2025”."""
    return re.sub(rf"(?i)\b(năm) {old}\b", rf"\g<1> {new}", title)
