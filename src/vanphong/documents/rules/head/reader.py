"""From the lines of a letter to the fields of its registration."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from vanphong.documents.rules.head.layout import Line
from vanphong.documents.rules.head.layout import Word
from vanphong.documents.rules.head.layout import lines_of
from vanphong.documents.rules.head.names import proper_case
from vanphong.documents.rules.head.names import starts_name
from vanphong.documents.rules.head.reading import Head
from vanphong.documents.rules.head.reading import Reading
from vanphong.documents.rules.head.reading import reading_of
from vanphong.documents.rules.head.recipients import recipients
from vanphong.documents.rules.head.signer import BELOW_SEAL
from vanphong.documents.rules.head.signer import below_seal
from vanphong.documents.rules.head.signer import signer
from vanphong.documents.rules.head.stamps import urgency_stamp
from vanphong.documents.rules.head.subject import ABOUT
from vanphong.documents.rules.head.subject import subject
from vanphong.documents.rules.keys import fold
from vanphong.documents.rules.keys import organ_key
from vanphong.documents.rules.symbols import parse_symbol
from vanphong.documents.rules.types import DOCUMENT_TYPES
from vanphong.documents.rules.types import DocumentType
from vanphong.errors import InvalidInput
import re


_NUMBER = re.compile(r"^\W*s[o0ốóồ6]\s*[:.;,]?\s*(?=\d|$)(.*)", re.IGNORECASE)
_SYMBOL = re.compile(r"\d{1,6}[a-zđ]?\s*[/\-–]\s*[^\s.,;]+(?:\s*[-–/]\s*[^\s.,;]+)*", re.IGNORECASE)
_DATE = re.compile(r"ngay\W*(\d{1,2})\W*thang\W*(\d{1,2})\W*nam\W*(\d{4})")
_HEADINGS = ("cong hoa xa hoi", "dang cong san viet nam")


def read_head(
    words: Iterable[Word],
    *,
    known_bodies: Sequence[str] = (),
    types: Sequence[DocumentType] = DOCUMENT_TYPES,
    stamps: Iterable[Word] = (),
    beside: Iterable[Word] = (),
) -> Head:
    """Read the first page, and the end of the last, of a letter.

    :param known_bodies: names as they were registered before; they give the capital letters.
    :param types: the catalogue of types.
    :param stamps: words of the first page that were read once more without their frames.
    :param beside: words where the signer's position stands, read once more without the seal.
    """
    lines = lines_of(words)
    first = [line for line in lines if line.box.page == 0]
    found: Head = {}
    number = _number_line(first)
    if number is not None:
        _put(found, "symbol", _symbol(number))
    _put(found, "issued_date", _date(first))
    _put(found, "organ_name", _organ(first, number, known_bodies))
    kind = _type_line(first, types)
    about = next((line for line in first if ABOUT.match(line.folded)), None)
    _put(found, "document_type", _type(found.get("symbol"), kind, about, types))
    _put(found, "subject", subject(first, kind[1] if kind else None, about))
    urgency = urgency_stamp([*first, *lines_of(stamps)])
    if urgency is not None:
        found["urgency"] = reading_of(urgency[0].code, [urgency[1]])
    for name, value, where in (*signer(lines), *recipients(lines)):
        found[name] = reading_of(value, where)
    again = lines_of(beside)
    if again:
        for name, value, where in below_seal(again):
            found.setdefault(name, reading_of(value, where, BELOW_SEAL))
    return found


def _put(found: Head, name: str, reading: Reading | None) -> None:
    if reading is not None and reading.value:
        found[name] = reading


def _number_line(lines: Sequence[Line]) -> Line | None:
    """The line “Số: …” at the left of the head."""
    for line in lines:
        if line.box.top < 0.35 and line.middle < 0.5 and _NUMBER.match(line.text):
            return line
    return None


def _symbol(line: Line) -> Reading | None:
    match = _NUMBER.match(line.text)
    text = "" if match is None else match[1]
    # a slash that stands upright is read as a letter
    upright = re.sub(r"(?<=\d)\s*[Il|](?=\s*[A-ZĐ]{2})", "/", text)
    # Đ is read twice; only the delegations of the National Assembly have two
    single = re.sub(r"ĐĐ(?!BQH)", "Đ", upright)
    found = _SYMBOL.search(single)
    if found is None:
        return None
    certainty = 1.0 if single == text else 0.75
    try:
        symbol = parse_symbol(re.sub(r"\s+", "", found[0]).replace("–", "-"))
    except InvalidInput:
        return reading_of(found[0].strip(), [line], 0.5)
    return reading_of(symbol.text, [line], certainty)


def _date(lines: Sequence[Line]) -> Reading | None:
    for line in lines:
        match = _DATE.search(line.folded)
        if match is None or line.box.top > 0.4:
            continue
        day, month, year = (int(part) for part in match.groups())
        try:
            return reading_of(date(year, month, day).isoformat(), [line])
        except ValueError:
            return None
    return None


def _organ(lines: Sequence[Line], number: Line | None, known: Sequence[str]) -> Reading | None:
    """The last name above the number; one above it is the superior body's."""
    heading = next((line for line in lines if _is_heading(line)), None)
    if heading is None:
        return None
    end = number.box.top if number else heading.box.bottom + 0.05
    left = [
        line
        for line in lines
        if heading.box.top - 0.03 < line.box.top < end
        and line.middle < min(0.48, heading.box.left + 0.04)
        and line.is_capital
        and len(line.folded) > 3
    ]
    start = max((at for at, line in enumerate(left) if starts_name(line.text)), default=0)
    name = left[start:]
    if not name:
        return None
    text = re.sub(r"[^\w\s&,.()-]+|_|[\s*.-]+$", " ", " ".join(line.text for line in name))
    text = " ".join(text.split())
    key = organ_key(text)
    same = next((one for one in known if organ_key(one) == key), None)
    reading = reading_of(same or proper_case(text), name, 1.0 if same else 0.9)
    if same is None and reading.is_doubtful and known:
        # what was read badly is likely a name that was registered before; it stays doubtful
        like = max(known, key=lambda one: _alike(organ_key(one), key))
        if _alike(organ_key(like), key) > 0.85:
            return replace(reading, value=like)
    return reading


def _is_heading(line: Line) -> bool:
    return any(
        heading in line.folded or _alike(heading, line.folded[: len(heading)]) > 0.85
        for heading in _HEADINGS
    )


def _type_line(
    lines: Sequence[Line], types: Sequence[DocumentType]
) -> tuple[DocumentType, Line] | None:
    """The line in the middle that names the type: capitals, and nothing else in it."""
    letter = next((one for one in types if one.code == "don"), None)
    for line in lines:
        if not (0.1 < line.box.top < 0.45 and line.is_capital and 0.35 < line.middle < 0.7):
            continue
        if letter is not None and line.folded.startswith("don "):
            return letter, line
        kind = max(types, key=lambda one: _alike(fold(one.name), line.folded))
        if _alike(fold(kind.name), line.folded) > 0.87:
            return kind, line
    return None


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _type(
    symbol: Reading | None,
    kind: tuple[DocumentType, Line] | None,
    about: Line | None,
    types: Sequence[DocumentType],
) -> Reading | None:
    if kind is not None:
        return reading_of(kind[0].code, [kind[1]])
    if symbol is not None:
        try:
            abbreviation = parse_symbol(symbol.value).type_abbreviation
        except InvalidInput:
            abbreviation = ""
        by_symbol = [one for one in types if abbreviation and one.abbreviation == abbreviation]
        if by_symbol:
            return Reading(by_symbol[0].code, symbol.confidence * 0.95, symbol.box)
    return None if about is None else reading_of("cong-van", [about])
