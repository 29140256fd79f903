"""Who may sign, in what form (Decree 30/2020, Article 13)."""

from collections.abc import Iterable
from datetime import date
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
from vanphong.organisation.rules.signers import Form
from vanphong.organisation.rules.signers import Signer
from vanphong.organisation.rules.units import DEPUTY
from vanphong.organisation.rules.units import HEAD


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
