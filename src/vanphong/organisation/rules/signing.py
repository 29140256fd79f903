"""Who may sign, in what form, and the lines that stand above the name.

Decree 30/2020, Article 13 and Annex I, part II.7. The lines stack: ``TL. CHỦ TỊCH`` /
``KT. CHÁNH VĂN PHÒNG`` / ``PHÓ CHÁNH VĂN PHÒNG``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NoReturn
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation.rules.delegations import ARTICLE
from vanphong.organisation.rules.delegations import Delegation
from vanphong.organisation.rules.delegations import Kind
from vanphong.organisation.rules.delegations import Standing
from vanphong.organisation.rules.delegations import covers
from vanphong.organisation.rules.delegations import period
from vanphong.organisation.rules.delegations import shown
from vanphong.organisation.rules.delegations import standing
from vanphong.organisation.rules.units import DEPUTY
from vanphong.organisation.rules.units import HEAD


class Form(StrEnum):
    """In what form somebody signs. TM. and Q. come by themselves, see ``signer_lines``."""

    OWN = ""
    KT = "KT"
    TL = "TL"
    TUQ = "TUQ"


class Regime(StrEnum):
    """How a body is led: by its head alone, or by a collective that the head speaks for."""

    ONE_HEAD = "one-head"
    COLLECTIVE = "collective"


#: Titles as they are printed, where the roster does not say it: the longest that a position
#: begins with. The name of the unit is not repeated below its own letterhead.
TITLES = (
    "Phó Chủ tịch",
    "Phó Chánh Văn phòng",
    "Phó Chánh Thanh tra",
    "Phó Trưởng phòng",
    "Phó Trưởng ban",
    "Phó Giám đốc",
    "Phó Hiệu trưởng",
    "Phó Bí thư",
    "Chủ tịch",
    "Chánh Văn phòng",
    "Chánh Thanh tra",
    "Trưởng phòng",
    "Trưởng ban",
    "Giám đốc",
    "Hiệu trưởng",
    "Bí thư",
)

#: How the position of an acting head begins.
ACTING = ("quyền ", "q. ")


@dataclass(frozen=True)
class SignerLine:
    """One line above the name: ``KT.`` and ``CHỦ TỊCH``; the prefix may be empty."""

    prefix: str
    title: str

    def __str__(self) -> str:
        return f"{self.prefix} {self.title}".strip()


@dataclass(frozen=True)
class Issuer:
    """Whose document it is: the printed title of its head, and the collective if it has one."""

    head: str
    collective: str = ""


@dataclass(frozen=True)
class Signer:
    """The position in which somebody signs.

    :param title: as printed below the letterhead of their own unit, such as Trưởng phòng.
    :param full_title: with the name of the unit, for what is signed in the name of another.
    :param head: user id of the head of the same unit, ``head_title`` as printed; for deputies.
    :param acting: an acting head (quyền).
    """

    user_id: str
    title: str
    rank: str
    full_title: str = ""
    fields: frozenset[str] = frozenset()
    head: str = ""
    head_title: str = ""
    acting: bool = False


def printed_title(position: str) -> str:
    """The title that is printed for a position, without the name of the unit."""
    words = unacting(position)
    for title in TITLES:
        if words.casefold().startswith(title.casefold()):
            return title
    return words


def is_acting(position: str) -> bool:
    """Whether a position is that of an acting head, such as Quyền Trưởng phòng."""
    return position.casefold().startswith(ACTING)


def unacting(position: str) -> str:
    """A position without the word that says it is held for the time being."""
    for start in ACTING:
        if position.casefold().startswith(start):
            rest = position[len(start) :].strip()
            return rest[:1].upper() + rest[1:]
    return position


def signer_lines(form: Form, signer: Signer, issuer: Issuer) -> tuple[SignerLine, ...]:
    """The lines above the name, in their order, in capitals.

    A collective is spoken for (TM.) by its head and the head's deputies only; who signs by
    order or by authorisation does so for the head.
    """
    title = signer.title
    lines = []
    if form in (Form.TL, Form.TUQ):
        lines.append(SignerLine(f"{form}.", issuer.head))
        title = signer.full_title or signer.title
    elif issuer.collective:
        lines.append(SignerLine("TM.", issuer.collective))
    if signer.rank == DEPUTY:
        lines.append(SignerLine("KT.", signer.head_title))
    lines.append(SignerLine("Q." if signer.acting else "", title))
    return tuple(SignerLine(line.prefix, line.title.upper()) for line in lines)


def check_signer(
    form: Form,
    signer: Signer,
    delegations: Iterable[Delegation],
    *,
    document_type: str,
    field: str,
    day: date,
) -> Delegation | None:
    """The delegation by which somebody may sign, or None where the position is enough.

    :param delegations: all of the body, whenever they hold.
    :param field: code of the field of the document.
    :raises RuleBroken: citing Article 13.
    """
    given = list(delegations)
    if form is Form.TUQ:
        return _authorised(signer, given, document_type, field, day)
    if signer.rank not in (HEAD, DEPUTY):
        _refuse(_("${title} is neither head nor deputy, and signs by authorisation only."), signer)
    if form is Form.OWN and signer.rank == DEPUTY:
        _refuse(_("${title} is a deputy, and signs for the head (KT.)."), signer)
    if form is Form.KT and signer.rank == HEAD:
        _refuse(_("${title} is the head, and signs for nobody else."), signer)
    order = _ordered(signer, given, document_type, field, day) if form is Form.TL else None
    basis = _deputised(signer, given, document_type, field, day)
    return order or basis


def _deputised(
    signer: Signer, given: list[Delegation], document_type: str, field: str, day: date
) -> Delegation | None:
    """KT.: the deputy is in charge of the field, or the head has handed the matter over."""
    if signer.rank != DEPUTY or (field and field in signer.fields):
        return None
    held = [one for one in given if one.kind == Kind.KT and one.taker == signer.user_id]
    for one in held:
        if standing(one, day) is Standing.IN_FORCE and covers(one, document_type, field):
            return one
    if not field:
        _refuse(_("Give the field of the document: ${title} signs KT. in certain fields."), signer)
    _refuse(
        _("${title} is not in charge of the field ${code}, and has no order to sign KT. in it."),
        signer,
        code=field,
    )


def _ordered(
    signer: Signer, given: list[Delegation], document_type: str, field: str, day: date
) -> Delegation:
    """TL.: the regulation names this unit's head; the head may pass it to a deputy."""
    holder = signer.head if signer.rank == DEPUTY else signer.user_id
    held = [one for one in given if one.kind == Kind.TL and one.taker == holder]
    return _usable(held, signer, "TL", document_type, field, day)


def _authorised(
    signer: Signer, given: list[Delegation], document_type: str, field: str, day: date
) -> Delegation:
    """TUQ.: the signer was authorised, and by somebody who was not."""
    written = [one for one in given if one.kind == Kind.TUQ]
    held = [one for one in written if one.taker == signer.user_id]
    takers = {one.taker for one in written}
    own = [one for one in held if one.giver not in takers]
    passed_on = held or [one for one in written if signer.head and one.taker == signer.head]
    if passed_on and not own:
        _refuse(
            _("${holder} may not pass the authorisation on; ${title} does not sign by it."),
            signer,
            holder=passed_on[0].giver_title if held else passed_on[0].taker_title,
        )
    return _usable(own, signer, "TUQ", document_type, field, day)


def _usable(
    held: list[Delegation], signer: Signer, kind: str, document_type: str, field: str, day: date
) -> Delegation:
    current = [one for one in held if standing(one, day) is Standing.IN_FORCE]
    for one in current:
        if covers(one, document_type, field):
            return one
    if current:
        _refuse(
            _("The ${kind}. of ${title} (${period}) is not for this type of document or field."),
            signer,
            kind=kind,
            period=period(current[0]),
        )
    withdrawn = [one for one in held if standing(one, day) is Standing.WITHDRAWN]
    if withdrawn:
        _refuse(
            _("The ${kind}. of ${title} was withdrawn on ${withdrawn}."),
            signer,
            kind=kind,
            withdrawn=shown(withdrawn[-1].withdrawn_on),
        )
    if held:
        _refuse(
            _("The ${kind}. of ${title} holds ${period}, not on ${day}."),
            signer,
            kind=kind,
            period=period(held[-1]),
            day=shown(day),
        )
    _refuse(_("Nothing in writing lets ${title} sign ${kind}."), signer, kind=kind)


def _refuse(text: str, signer: Signer, **mapping: str) -> NoReturn:
    title = signer.full_title or signer.title
    raise RuleBroken(text, field="signer", rule=ARTICLE, title=title, **mapping)
