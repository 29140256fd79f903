"""The values that a form prints, read off a draft: for its template and for its check."""

from dataclasses import replace
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.documents.rules import urgency_of
from vanphong.errors import OfficeError
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import signing
from vanphong.outgoing.actions.numbering import notation_of
from vanphong.outgoing.actions.submitting import planned
from vanphong.outgoing.forms.rules import Letter
from vanphong.outgoing.forms.rules import Recipient
from vanphong.outgoing.forms.rules import Signer
from vanphong.outgoing.rules import PURPOSES
from vanphong.outgoing.rules import particulars
from vanphong.outgoing.vocabularies import CIRCULATION_MARKS
from vanphong.ui.format import initials


def letter_of(document, text: str = "") -> Letter:
    """What the form of this document shows, as far as it is known yet.

    :param text: the body of the document, one paragraph a line; a new draft's.
    """
    issuing = directory.unit_object(document.body_uid)
    unit = directory.unit(document.drafting_unit)
    above = directory.body_of(issuing.__parent__) if document.signed_by == "unit" else None
    kind = catalogues.document_types().get(document.document_type)
    letter = Letter(
        body_name=issuing.title,
        superior="" if above is None else above.title,
        notation=notation_of(document),
        place=issuing.place or "",
        type_code=document.document_type,
        type_name=catalogues.type_name(document.document_type),
        type_abbreviation="" if kind is None else kind.abbreviation,
        unit_abbreviation="" if unit is None else unit.symbol_code,
        number=document.code,
        suffix=document.suffix,
        day=document.issued_date if document.code is not None else None,
        subject=document.subject,
        addressees=tuple(one.name for one in _addressees(document)),
        bases=tuple(one.text for one in document.legal_bases),
        text="\n".join(filter(None, (text, particulars.articles(document.particulars)))),
        recipients=tuple(_copied(document)),
        drafter_sign=initials(people.person(document.drafter).fullname),
        signer=_signer(document),
        stamp=_stamp(document),
        circulation=CIRCULATION_MARKS.get(document.circulation, ""),
    )
    return replace(letter, **particulars.printed(document.particulars, document.subject))


def _addressees(document) -> list:
    """Whom it is written to (Kính gửi): who is to act on it, else everybody."""
    acting = [one for one in document.recipients if one.purpose == "act"]
    return acting or [one for one in document.recipients if one.purpose != "keep"]


def _copied(document):
    """Those below “Nơi nhận” besides the addressees."""
    written_to = _addressees(document)
    for one in document.recipients:
        if one not in written_to and one.purpose != "keep":
            yield Recipient(one.name, PURPOSES[one.purpose].tag)


def _signer(document) -> Signer:
    """The lines above the name: as they are kept, else as they would be today."""
    if document.signer_lines:
        return Signer(tuple(document.signer_lines), document.signer_name)
    try:
        _route, plan = planned(document)
        user_id = signing.signer_of(plan)
        allowed = signing.check_signer(document, user_id, clock.today())
    except OfficeError:
        return Signer()
    return Signer(allowed.lines, signing.position_of(document, user_id).fullname)


def _stamp(document) -> str:
    return urgency_of(document.urgency).stamp
