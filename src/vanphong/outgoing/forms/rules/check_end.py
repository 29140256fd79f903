"""Checks of text and end: “./.”, addressees, recipients, signer, stamps, annexes."""

from collections.abc import Iterator
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.findings import DECREE
from vanphong.outgoing.forms.rules.findings import Finding
from vanphong.outgoing.forms.rules.findings import Point
from vanphong.outgoing.forms.rules.findings import annex
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.rules.reader import KEPT
from vanphong.outgoing.forms.rules.reader import Line
from vanphong.outgoing.forms.rules.reader import Reader
from vanphong.outgoing.forms.rules.reader import squeezed
import re


CLOSE = Point("close", annex("II.6"))
ADDRESSED = Point("addressed", annex("II.9.a"))
RECIPIENTS = Point("recipients", annex("II.9.b"))
SIGNER = Point("signer", annex("II.7"))
ANNEXES = Point("annexes", annex("III.1"))
STAMP = Point("stamp", annex("III.2"))
CLEAN = Point("changes", f"{DECREE}, Điều 11")

#: Stamps of urgency, as they may be spelled.
STAMPS = ("HỎA TỐC", "HOẢ TỐC", "THƯỢNG KHẨN", "KHẨN")

_ACADEMIC = re.compile(r"\b(?:GS|PGS|TS|ThS|CN|KS|BS)\.")
_REFERS = re.compile(r"phụ lục\s+(?:\w+\s+)?kèm theo|kèm theo\s+phụ lục", re.IGNORECASE)
_ANNEX = re.compile(r"PHỤ LỤC\b(?:\s+(?P<number>[IVXLC]+|\d+))?.*")


def check_end(reader: Reader, letter: Letter) -> Iterator[Finding]:
    """All checks of this module."""
    yield _close(reader)
    yield from _addressed(reader, letter)
    yield from _recipients(reader, letter)
    yield from _signer(reader, letter)
    yield from _stamp(reader, letter)
    yield from _annexes(reader)
    if reader.facts.changes or reader.facts.comments:
        yield CLEAN.error(_("Tracked changes or comments are left in the file; accept them all."))


def _close(reader: Reader) -> Finding:
    closing = next((line for line in reader.lines if line.text.endswith(words.END)), None)
    if closing is not None:
        return CLOSE.ok(_("The text ends with “./.”."), closing.text[-60:])
    last = reader.body[-1].text if reader.body else ""
    return CLOSE.error(_("The text must end with “./.”."), last[-60:])


def _addressed(reader: Reader, letter: Letter) -> Iterator[Finding]:
    written = any(line.text.startswith("Kính gửi") for line in reader.lines)
    if letter.is_official_letter and not written:
        yield ADDRESSED.error(_("An official letter says whom it is addressed to: “Kính gửi: …”."))
    elif written and not (letter.addressed or letter.is_official_letter):
        yield ADDRESSED.warning(
            _("“Kính gửi” is for official letters, submissions and reports to a superior body.")
        )
    elif written:
        yield ADDRESSED.ok(_("The document says whom it is addressed to."))
    for name in letter.addressed:
        if not reader.has(name):
            yield ADDRESSED.error(_("“${name}” is missing behind “Kính gửi”."), name=name)


def _recipients(reader: Reader, letter: Letter) -> Iterator[Finding]:
    if not reader.has_recipients:
        yield RECIPIENTS.error(_("“Nơi nhận:” is missing."))
        return
    lines = reader.recipients
    wrong = [*_kept(lines, letter), *_signs(lines)]
    missing = [one.name for one in letter.recipients if not reader.has(one.name)]
    for name in missing:
        wrong.append(RECIPIENTS.warning(_("“${name}” is not among the recipients."), name=name))
    yield from wrong or [RECIPIENTS.ok(_("The recipients are in order."))]


def _kept(lines: tuple[Line, ...], letter: Letter) -> Iterator[Finding]:
    """The last line: the records office and the drafting unit keep a copy."""
    kept = next((match for line in lines if (match := KEPT.fullmatch(line.text))), None)
    if kept is None:
        yield RECIPIENTS.error(
            _("The last recipient must be “${kept}.”."), kept=words.kept_line(letter)
        )
        return
    parts = [part.strip(" .") for part in re.split(r"[,;(]", kept[1])]
    unit = letter.unit_abbreviation
    if "VT" not in parts or (unit and unit not in parts):
        yield RECIPIENTS.error(
            _("The last recipient must be “${kept}.”."), kept[0], kept=words.kept_line(letter)
        )
    elif not KEPT.fullmatch(lines[-1].text):
        yield RECIPIENTS.warning(_("“Lưu” must be the last of the recipients."), lines[-1].text)


def _signs(lines: tuple[Line, ...]) -> Iterator[Finding]:
    for line in lines[:-1]:
        if not line.text.endswith(";"):
            yield RECIPIENTS.warning(
                _("A recipient must end with “;”, the last one with “.”."), line.text
            )
            return
    if lines and not lines[-1].text.endswith("."):
        yield RECIPIENTS.warning(
            _("A recipient must end with “;”, the last one with “.”."), lines[-1].text
        )


def _signing(letter: Letter) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines and names of the block; minutes are signed by secretary and chair (form 1.9)."""
    if letter.type_code == "bien-ban":
        return ("THƯ KÝ", "CHỦ TỌA"), (letter.minutes.secretary, letter.minutes.chair)
    return letter.signer.lines, (letter.signer.name,)


def _signer(reader: Reader, letter: Letter) -> Iterator[Finding]:
    end = [line.text for line in reader.end]
    folded = [squeezed(text) for text in end]
    lines, names = _signing(letter)
    wrong = []
    for wanted in lines:
        if squeezed(wanted) not in folded:
            wrong.append(
                SIGNER.error(
                    _("The block of the signer lacks “${line}”."), line=words.clean(wanted).upper()
                )
            )
        elif words.clean(wanted).upper() not in end:
            wrong.append(
                SIGNER.error(
                    _("In the block of the signer it must be written “${line}”."),
                    end[folded.index(squeezed(wanted))],
                    line=words.clean(wanted).upper(),
                )
            )
    for name in names:
        if name and squeezed(name) not in folded:
            wrong.append(SIGNER.error(_("The name of the signer, ${name}, is missing."), name=name))
    academic = next((text for text in end if _ACADEMIC.match(text)), None)
    if academic:
        wrong.append(SIGNER.warning(_("No academic title stands before the name."), academic))
    if not lines:
        wrong.append(SIGNER.unread(_("No signer has been chosen yet.")))
    yield from wrong or [SIGNER.ok(_("The block of the signer goes with the signer."))]


def _stamp(reader: Reader, letter: Letter) -> Iterator[Finding]:
    head = [line.text for line in reader.head]
    there = next((text for text in head if text.upper() in STAMPS), "")
    if letter.stamp and squeezed(letter.stamp) not in map(squeezed, head):
        yield STAMP.warning(
            _("The stamp “${stamp}” is not in the draft; it is put on when it is issued."),
            stamp=letter.stamp,
        )
    elif there and not letter.stamp:
        yield STAMP.error(_("The draft has the stamp “${stamp}”, but is not urgent."), stamp=there)


def _annexes(reader: Reader) -> Iterator[Finding]:
    found = [match for line in reader.lines if (match := _ANNEX.fullmatch(line.text))]
    refers = next((line for line in reader.body if _REFERS.search(line.text)), None)
    if refers and not found:
        yield ANNEXES.unread(
            _("The text names an annex that is not in this file; see that it is attached.")
        )
    if len(found) > 1:
        arabic = next((one[0] for one in found if not (one["number"] or "0").isalpha()), None)
        if arabic:
            yield ANNEXES.error(_("Several annexes are numbered in Roman numerals."), arabic)
        else:
            yield ANNEXES.ok(_("The annexes are numbered in Roman numerals."))
