"""Number and symbol of a document (số, ký hiệu): reading and writing them.

Four forms exist side by side (Decree 30/2020/NĐ-CP, Annex I.II.3; Hướng dẫn 36-HD/VPTW):

* admin: ``186/TB-UBND``, and ``1210/UBND-VX`` for an official letter (công văn)
* legal: ``01/2019/TT-BNV``, the year inside
* law: ``33/2024/QH15``
* party: ``06-CTr/TU``, the dash first
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal
from vanphong.documents.rules.types import COPY_TYPES
from vanphong.documents.rules.types import DOCUMENT_TYPES
from vanphong.documents.rules.types import LEGAL_TYPES
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.registers.rules import entry_label
import re
import unicodedata


SymbolKind = Literal["admin", "legal", "law", "party"]

#: Resolutions, decisions and directives exist as administrative and as legal documents; with
#: the year inside the number they are legal ones. L and PL are orders and ordinances.
LEGAL_ABBREVIATIONS = frozenset({"NQ", "QĐ", "CT", "NQLT", "L", "PL"}) | {
    kind.abbreviation for kind in LEGAL_TYPES if kind.abbreviation
}

TYPE_ABBREVIATIONS = LEGAL_ABBREVIATIONS | {
    kind.abbreviation for kind in DOCUMENT_TYPES + COPY_TYPES if kind.abbreviation
}

_NUMBER = r"(?P<number>\d{1,6})"
_SUFFIX = r"(?P<suffix>[A-Za-zĐđ]?)"
_YEAR = r"(?P<year>(?:19|20)\d{2})"
_GROUPS = r"(?P<groups>[^\W\d_][^\s/]*)"

_LAW = re.compile(rf"{_NUMBER}/{_YEAR}/(?P<groups>(?:QH|UBTVQH)\d{{1,2}})")
_DATED = re.compile(rf"{_NUMBER}/{_YEAR}/(?P<type>[^\W\d_]+)-{_GROUPS}")
_PARTY = re.compile(rf"{_NUMBER}{_SUFFIX}-(?P<type>[^\W\d_]+)/{_GROUPS}")
_ADMIN = re.compile(rf"{_NUMBER}{_SUFFIX}/{_GROUPS}")

_PREFIX = re.compile(r"^s[ốo](?:\s*[:.]\s*|\s+|(?=\d))", re.IGNORECASE)
_DASHES = re.compile("[‐‑‒–—−]")
_SEPARATOR = re.compile(r"\s*([/-])\s*")


@dataclass(frozen=True)
class Symbol:
    """A symbol taken apart.

    ``type_abbreviation`` is empty for official letters, ``unit`` is the drafting unit or field
    of work, ``text`` is the whole symbol, cleaned, in the letters it was written in.
    """

    number: int
    suffix: str
    year: int | None
    type_abbreviation: str
    organ: str
    unit: str
    kind: SymbolKind
    text: str

    @property
    def code_number(self) -> str:
        """The number as Annex VI wants it: 05, 45a."""
        return format_number(self.number, self.suffix)

    @property
    def notation(self) -> str:
        """All that follows the number: UBND-VX, 2019/TT-BNV, CTr/TU."""
        return re.split("[/-]", self.text, maxsplit=1)[1]


def clean_symbol(text: str) -> str:
    """Bring a symbol to one spelling: composed letters, plain hyphens, no “Số:”, no spaces."""
    text = unicodedata.normalize("NFC", text).strip()
    text = _DASHES.sub("-", _PREFIX.sub("", text))
    return _SEPARATOR.sub(r"\1", text).strip()


def parse_symbol(text: str, type_abbreviations: Collection[str] = TYPE_ABBREVIATIONS) -> Symbol:
    """Take a symbol apart.

    The first group of letters is the type when it is one of ``type_abbreviations``, in their
    exact case (QyĐ, CTr), else the issuing body of an official letter.

    :raises InvalidInput: it has none of the four forms.
    """
    cleaned = clean_symbol(text)
    if match := _LAW.fullmatch(cleaned):
        return _symbol(match, cleaned, "law", "", match["groups"])
    if match := _DATED.fullmatch(cleaned):
        kind: SymbolKind = "legal" if match["type"] in LEGAL_ABBREVIATIONS else "admin"
        if match["type"] in type_abbreviations:
            return _symbol(match, cleaned, kind, match["type"], match["groups"])
    elif match := _PARTY.fullmatch(cleaned):
        return _symbol(match, cleaned, "party", match["type"], match["groups"])
    elif match := _ADMIN.fullmatch(cleaned):
        first, _dash, rest = match["groups"].partition("-")
        if first in type_abbreviations and rest:
            organ, _dash, unit = rest.partition("-")
            return _symbol(match, cleaned, "admin", first, organ, unit)
        return _symbol(match, cleaned, "admin", "", first, rest)
    raise _unreadable(text)


def _symbol(
    match: re.Match[str],
    text: str,
    kind: SymbolKind,
    type_abbreviation: str,
    organ: str,
    unit: str = "",
) -> Symbol:
    parts = match.groupdict()
    number = int(parts["number"])
    if not number or text.endswith("-") or "--" in text:
        raise _unreadable(text)
    year = int(parts["year"]) if "year" in parts else None
    suffix = parts.get("suffix", "")
    return Symbol(number, suffix, year, type_abbreviation, organ, unit, kind, text)


def _unreadable(text: str) -> InvalidInput:
    return InvalidInput(
        _(
            "“${symbol}” is not a number and symbol. Write it as 1210/UBND-VX, 186/TB-UBND, "
            "11/2015/QĐ-UBND, 33/2024/QH15 or 06-CTr/TU."
        ),
        rule="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3",
        field="symbol",
        symbol=text,
    )


def format_number(number: int, suffix: str = "") -> str:
    """Write the number of a document, with a leading zero below 10 (Annex I.II.3).

    :raises InvalidInput: the number is below 1.
    """
    return entry_label(number, suffix)


def format_symbol(number: int, notation: str, suffix: str = "") -> str:
    """Join number and notation: 05/UBND-VX, 11/2015/QĐ-UBND, 06-CTr/TU."""
    is_party = "/" in notation and not notation[0].isdigit()
    return f"{format_number(number, suffix)}{'-' if is_party else '/'}{notation}"


def notation_for(type_abbreviation: str, organ: str, unit_or_field: str = "") -> str:
    """Build the notation of an administrative document (Annex I.II.3).

    With a type it is type and body, ``QĐ-UBND``; without one, an official letter, body and
    drafting unit or field of work, ``UBND-VX``.

    :raises InvalidInput: the body has no abbreviation, or a part contains a space or a slash.
    """
    parts = (type_abbreviation, organ) if type_abbreviation else (organ, unit_or_field)
    for part in filter(None, parts):
        if re.search(r"[\s/]", part):
            raise InvalidInput(
                _("“${part}” cannot stand in a symbol: leave out spaces and slashes."),
                field="symbol",
                part=part,
            )
    if not organ:
        raise InvalidInput(
            _("The issuing body has no abbreviation, such as UBND; without one no symbol is made."),
            field="organ",
        )
    return "-".join(filter(None, parts))
