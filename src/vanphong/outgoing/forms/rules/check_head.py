"""Checks of the head: motto, bodies, number, date, type and subject (Annex I, Part I.II.1-5)."""

from collections.abc import Iterator
from vanphong.documents.rules import clean_symbol
from vanphong.documents.rules import fold
from vanphong.documents.rules import parse_symbol
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.findings import Finding
from vanphong.outgoing.forms.rules.findings import Point
from vanphong.outgoing.forms.rules.findings import annex
from vanphong.outgoing.forms.rules.letter import UNTITLED
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.rules.reader import Reader
from vanphong.outgoing.forms.rules.reader import squeezed
import re


NATION = Point("nation", annex("II.1"))
ISSUER = Point("issuer", annex("II.2"))
SYMBOL = Point("symbol", annex("II.3"))
DATE = Point("date", annex("II.4"))
TITLE = Point("title", annex("II.5"))

_SYMBOL = re.compile(r"số\s*:(.*)", re.IGNORECASE)
_DATE = re.compile(
    r"(?:(?P<place>.+?)\s*,)?\s*ngày(?P<day>[^a-zà-ỹ]*)tháng(?P<month>[^a-zà-ỹ]*)"
    r"năm(?P<year>[^a-zà-ỹ]*)",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"v/v\b.*", re.IGNORECASE)


def check_head(reader: Reader, letter: Letter) -> Iterator[Finding]:
    """All checks of this module."""
    yield from _nation(reader)
    yield from _issuers(reader, letter)
    yield from _symbol(reader, letter)
    if letter.type_code != "bien-ban":
        yield from _date(reader, letter)
    yield from _title(reader, letter)


def _nation(reader: Reader) -> Iterator[Finding]:
    for text in (words.NATION, words.MOTTO):
        lines = [line.text for line in reader.head]
        like = next((line for line in lines if squeezed(line) == squeezed(text)), None)
        if text in lines:
            yield NATION.ok(_("“${text}” stands in the head."), text=text)
        elif like is None:
            yield NATION.error(_("“${text}” is missing in the head."), text=text)
        else:
            yield NATION.error(_("It must be written “${text}”."), like, text=text)


def _issuers(reader: Reader, letter: Letter) -> Iterator[Finding]:
    head = squeezed(" ".join(line.text for line in reader.head))
    if squeezed(letter.body_name) in head:
        yield ISSUER.ok(_("The issuing body stands in the head."))
    else:
        yield ISSUER.error(
            _("The name of the issuing body, ${name}, is missing in the head."),
            name=" ".join(words.capital_lines(letter.body_name)),
        )
    if letter.superior and squeezed(letter.superior) not in head:
        yield ISSUER.warning(
            _("The superior body, ${name}, is missing in the head."),
            name=" ".join(words.capital_lines(letter.superior)),
        )


def _symbol(reader: Reader, letter: Letter) -> Iterator[Finding]:
    line = reader.find(_SYMBOL)
    wanted = letter.symbol or f"…/{letter.notation}"
    if line is None:
        yield SYMBOL.error(
            _("The line “Số: …” is missing in the head; write “Số: ${symbol}”."), symbol=wanted
        )
        return
    match = _SYMBOL.fullmatch(line.text)
    written = clean_symbol(match[1] if match else "")
    number, slash, notation = written.partition("/")
    number = number.strip(" .…_")
    if slash and notation != letter.notation:
        yield from _notation(line.text, notation, letter)
    elif not slash:
        yield SYMBOL.error(
            _("“${symbol}” is not a number and symbol; write “Số: ${wanted}”."),
            line.text,
            symbol=written,
            wanted=wanted,
        )
    elif number and letter.number is not None and number != letter.symbol.partition("/")[0]:
        yield SYMBOL.error(
            _("The number is ${number}; this document has ${wanted}."),
            line.text,
            number=number,
            wanted=letter.symbol,
        )
    elif number and letter.number is None:
        yield SYMBOL.warning(
            _("The draft has a number already; it gets one when it is numbered."), line.text
        )
    else:
        yield SYMBOL.ok(_("The symbol goes with type, body and unit."), line.text)


def _notation(line: str, notation: str, letter: Letter) -> Iterator[Finding]:
    """Which part of the symbol is wrong: the type, the body or the unit."""
    try:
        found, right = (parse_symbol(f"1/{one}") for one in (notation, letter.notation))
    except InvalidInput:
        yield SYMBOL.error(
            _("“${symbol}” is not a number and symbol; write “Số: ${wanted}”."),
            line,
            symbol=notation,
            wanted=f"…/{letter.notation}",
        )
        return
    parts = (
        (_("type"), found.type_abbreviation, right.type_abbreviation),
        (_("body"), found.organ, right.organ),
        (_("unit or field"), found.unit, right.unit),
    )
    for part, is_, must in parts:
        if is_ != must:
            yield SYMBOL.error(
                _("In the symbol the ${part} is “${is}”; it must be “${must}”."),
                line,
                part=part,
                **{"is": is_ or "–", "must": must or "–"},
            )


def _date(reader: Reader, letter: Letter) -> Iterator[Finding]:
    line = next(
        (one for one in reader.head if _DATE.fullmatch(one.text) and len(one.text) < 80), None
    )
    wanted = words.place_date(letter.place, letter.day)
    if line is None:
        yield DATE.error(_("Place and date are missing; write “${date}”."), date=wanted)
        return
    match = _DATE.fullmatch(line.text)
    parts = match.groupdict() if match else {}
    if letter.place and fold(parts.get("place") or "") != fold(letter.place):
        yield DATE.error(
            _("The place is “${is}”; it must be “${must}”."),
            line.text,
            **{"is": parts.get("place") or "", "must": letter.place},
        )
    if not all(run.italic for run in line.block.runs if run.text.strip()):
        yield DATE.warning(_("Place and date must be in italics."), line.text)
    yield from _day(line.text, parts, letter)


def _day(line: str, parts: dict[str, str], letter: Letter) -> Iterator[Finding]:
    """The digits of the date: days below 10 and months below 3 have a leading zero."""
    day, month = (parts[name].strip(" .…_") for name in ("day", "month"))
    if letter.day is not None:
        wanted = words.place_date("", letter.day)
        if words.clean(line).rstrip(".").endswith(wanted):
            yield DATE.ok(_("Place and date are in order."), line)
        else:
            yield DATE.error(_("The date must be written “${date}”."), line, date=wanted)
    elif not day:
        yield DATE.ok(_("The day is left blank until the document is numbered."), line)
    elif not day.isdecimal() or not month.isdecimal():
        yield DATE.error(_("The date cannot be read."), line)
    elif len(day) < 2 or len(month) != (2 if int(month) < 3 or int(month) > 9 else 1):
        yield DATE.error(
            _("Days below 10 and the months 1 and 2 have a leading zero, other months none."), line
        )
    else:
        yield DATE.warning(
            _("The draft has a date already; it gets one when it is numbered."), line
        )


def _title(reader: Reader, letter: Letter) -> Iterator[Finding]:
    about = next((line for line in reader.head if _ABOUT.match(line.text)), None)
    if letter.is_official_letter:
        if about is None:
            yield TITLE.error(_("An official letter has “V/v …” below its number."))
        else:
            yield TITLE.ok(_("The subject stands below the number."), about.text)
    else:
        yield _type_name(reader, letter)
        if about is not None:
            yield TITLE.error(
                _("“V/v” is for official letters only; write “Về việc …” below the type."),
                about.text,
            )
    subject = words.subject_line(letter).removeprefix("V/v ").removeprefix("Về việc ")
    if subject and letter.type_code not in UNTITLED and not reader.has(subject):
        yield TITLE.warning(
            _("The subject of the document, “${subject}”, is not in the draft."), subject=subject
        )


def _type_name(reader: Reader, letter: Letter) -> Finding:
    name = words.clean(letter.type_name).upper()
    lines = [line.text for line in reader.head]
    if name in lines:
        return TITLE.ok(_("The type stands in capitals above the subject."), name)
    like = next((line for line in lines if squeezed(line) == squeezed(name)), None)
    if like is not None:
        return TITLE.error(_("The type must be in capitals: ${name}."), like, name=name)
    return TITLE.error(_("The type of the document, ${name}, is missing."), name=name)
