"""What of the issued documents may be shown to everybody, and when.

Luật Tiếp cận thông tin (2016), Articles 6 and 7 (what is not disclosed, or only on
conditions) and 17 (what must be disclosed); Decree 42/2022/NĐ-CP, by which directing documents
are part of what a state body shows on its pages.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from vanphong.documents.rules import fold
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
import re


LAW = "Luật Tiếp cận thông tin 2016, Điều 17"
CLOSED = "Luật Tiếp cận thông tin 2016, Điều 6"
RESTRICTED = "Luật Tiếp cận thông tin 2016, Điều 7"

#: A publication is not planned further ahead, nor shown longer, than this many years.
FARTHEST = 50

_NOT_IN_ADDRESS = re.compile(r"[^a-z0-9]+")


class State(StrEnum):
    """How a publication stands."""

    WAITING = "waiting"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class Source:
    """What decides whether a document may be shown to everybody.

    :param circulation: ``internal``, ``return`` or "", see the outgoing documents.
    :param has_pdf: its main file is a PDF that can be opened.
    """

    stage: str
    secrecy: str = "normal"
    circulation: str = ""
    has_pdf: bool = True


def refuse_unfit(source: Source) -> None:
    """Refuse what is not issued, not for everybody, or not there to be read.

    :raises RuleBroken: saying what stands against it.
    """
    if source.stage != "issued":
        raise RuleBroken(_("Only an issued document is published."), rule=LAW)
    if source.secrecy != "normal":
        raise RuleBroken(_("A secret document is never published."), rule=CLOSED)
    if source.circulation == "internal":
        raise RuleBroken(_("“Lưu hành nội bộ”: the document stays inside."), rule=RESTRICTED)
    if source.circulation:
        raise RuleBroken(
            _("The circulation of the document is restricted; it is not published."),
            rule=RESTRICTED,
        )
    if not source.has_pdf:
        raise RuleBroken(
            _("The signed PDF of the document cannot be opened: see to its files first."), rule=LAW
        )


def check_days(issued: date | None, published: date, expires: date | None) -> None:
    """Check from when to when a document is to be shown.

    The day of publication may lie ahead: the document appears on it by itself.

    :raises InvalidInput: naming the field.
    """
    if issued is not None and published < issued:
        raise InvalidInput(
            _("A document cannot be published before its own date, ${day}."),
            field="published_on",
            day=issued,
        )
    limit = (issued or published).year + FARTHEST
    if published.year > limit:
        raise InvalidInput(_("This day lies too far ahead."), field="published_on")
    if expires is not None and expires < published:
        raise InvalidInput(
            _("The last day lies before the day of publication."), field="expires_on"
        )
    if expires is not None and expires.year > limit:
        raise InvalidInput(_("This day lies too far ahead."), field="expires_on")


def is_public(state: str, published: date | None, expires: date | None, today: date) -> bool:
    """Whether everybody may see it on a day; both the first and the last day count."""
    if state != State.PUBLISHED or published is None or published > today:
        return False
    return expires is None or today <= expires


def address(symbol: str, issued: date | None) -> str:
    """The last part of the address: “186/TB-UBND” of 2024 is ``186-tb-ubnd-2024``."""
    words = _NOT_IN_ADDRESS.sub("-", fold(symbol)).strip("-")[:60] or "van-ban"
    year = str(issued.year) if issued is not None else ""
    return words if not year or year in words.split("-") else f"{words}-{year}"
