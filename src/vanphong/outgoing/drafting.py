"""Values of a draft: read, checked, resolved, and put on the document."""

from AccessControl import getSecurityManager
from datetime import date
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.documents import places as records
from vanphong.documents import rules as document_rules
from vanphong.documents.interfaces import IAnswerable
from vanphong.documents.values import read
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import links
from vanphong.outgoing import rules
from vanphong.outgoing import versions
from vanphong.outgoing.content import IOutgoingDocument
from vanphong.outgoing.rules import LinkKind
from vanphong.outgoing.rules import articles
from vanphong.outgoing.rules import particulars


#: Written by acts alone, whatever a client sends.
BY_ACTS = ("symbol", "issued_date", "organ_name", "organ_id", "signer_position", "signer_name")

#: What a draft has besides the fields of its schema.
ROWS = ("recipients", "legal_bases", "related", "consulted", "particulars")


def refuse_stranger(unit) -> None:
    """Who drafts for a unit belongs to it: a leader above sees it, but drafts nothing in it.

    :raises NotAllowed: for everybody else.
    """
    if directory.person_in(unit, people.me().user_id) is None:
        raise NotAllowed(
            _("Only those who belong to ${unit} draft for it."),
            unit=unit.title,
            rule=articles.DRAFT,
        )


def issuing(unit, signed_by: str):
    """The unit in whose name a document goes out: the body, or a unit with its own seal.

    :raises RuleBroken: for a unit without a seal.
    """
    body = directory.body_of(unit)
    if signed_by != "unit" or body.UID() == unit.UID():
        return body
    if not unit.has_seal:
        raise RuleBroken(
            _("${unit} has no seal of its own; its documents are issued by ${body}."),
            unit=unit.title,
            body=body.title,
            field="signed_by",
            rule=articles.SEAL,
        )
    return unit


def unit_of(document):
    """The drafting unit.

    :raises RuleBroken: when it does not exist any more.
    """
    unit = directory.unit_object(document.drafting_unit)
    if unit is None:
        raise RuleBroken(_("The drafting unit does not exist any more."), rule=articles.DRAFT)
    return unit


def given(document) -> dict:
    """The values that a draft has, as they could be sent."""
    names = [name for name in IOutgoingDocument.names(all=True) if name not in BY_ACTS]
    return {name: getattr(document, name) for name in (*names, *ROWS)}


def checked(unit, raw: dict, files, old=None) -> dict:
    """Typed values, after the rules that hold for every draft.

    :param old: the document whose values these replace.
    """
    secrecy = raw.get("secrecy") or "normal"
    document_rules.refuse_secret(secrecy, bool(files), str(raw.get("subject") or ""))
    signed_by = str(raw.get("signed_by") or "body")
    issuer = issuing(unit, signed_by)
    if old is not None and signed_by != old.signed_by:
        raise RuleBroken(
            _("In whose name a document is issued does not change; begin a new draft."),
            field="signed_by",
            rule=articles.SIGN,
        )
    typed = {name: value for name, value in raw.items() if name not in BY_ACTS}
    typed["organ_name"] = issuer.title[:200]
    typed["organ_id"] = issuer.organ_id or ""
    values = read(IOutgoingDocument, typed, unit)
    for name in ("symbol", "issued_date", "signer_position", "signer_name"):
        values.pop(name, None)
    document_rules.check_lengths(values, "out")
    found = particulars.read(
        values["document_type"], raw.get("particulars"), getattr(old, "particulars", None)
    )
    return {**values, **_rows(unit, raw), "particulars": found}


def _rows(unit, raw: dict) -> dict:
    recipients = rules.read_recipients(raw.get("recipients"))
    return {
        "recipients": rules.resolve(recipients, places(unit, recipients, clock.today())),
        "legal_bases": _links(raw, "legal_bases", LinkKind.BASIS),
        "related": _links(raw, "related", LinkKind.RELATED),
        "consulted": _consulted(raw.get("consulted")),
    }


def _links(raw: dict, name: str, kind: LinkKind):
    value = raw.get(name)
    if isinstance(value, tuple) and all(isinstance(one, rules.Link) for one in value):
        return value
    return links.resolved(rules.read_links(value, kind, name))


def _consulted(value) -> tuple[str, ...]:
    """UIDs of the units that the document concerns, which are asked for their opinion."""
    found = tuple(value or ())
    if isinstance(value, str) or not all(isinstance(one, str) for one in found):
        raise InvalidInput(_("“consulted” must be a list of units."), field="consulted")
    for uid in found:
        if directory.unit(uid) is None:
            raise RuleBroken(
                _("There is no unit or person “${who}”."),
                who=uid,
                field="consulted",
                rule=articles.DRAFT,
            )
    return tuple(dict.fromkeys(found))


def places(unit, recipients, day: date) -> dict[str, rules.Place]:
    """The units that are recipients, and those below the body, by UID."""
    body = directory.body_of(unit)
    found = {one.uid: _place(one, day) for one in directory.subunits(body)}
    for one in recipients:
        info = directory.unit(one.unit) if one.unit and one.unit not in found else None
        if info is not None:
            found[info.uid] = _place(info, day)
    return found


def _place(info: directory.UnitInfo, day: date) -> rules.Place:
    begun = info.activated_on is None or info.activated_on <= day
    return rules.Place(
        info.uid,
        info.title,
        info.kind,
        info.organ_id,
        info.exists_on(day),
        info.has_account and begun,
    )


def answered(uid: str):
    """The document that is to be answered, None for none.

    :raises InvalidInput: when it is not there, or cannot be answered.
    :raises NotAllowed: when this person may not read it.
    """
    if not uid:
        return None
    found = links.document(uid)
    if found is None or IAnswerable(found, None) is None:
        raise InvalidInput(_("The document to answer is not there."), field="reply_to")
    if not getSecurityManager().checkPermission("View", found):
        raise NotAllowed(
            _("You may not read the document that this is to answer."), rule=articles.DRAFT
        )
    return found


def make(unit, values: dict, files: tuple):
    """A new draft in the records of the issuing unit, with its first version."""
    issuer = issuing(unit, values["signed_by"])
    me = people.me()
    document = createContent("OutgoingDocument")
    apply(document, values)
    document.body_uid = issuer.UID()
    document.drafting_unit = unit.UID()
    document.drafter = me.user_id
    document.drafter_title = directory.person_in(unit, me.user_id).title
    document.created_at = clock.now()
    if files:
        versions.add(document, files, "")
    place = records.folder(issuer.UID(), "out", document.created_at.date())
    return records.put(place, document, f"du-thao-{document.UID()[:8]}")


def apply(document, values: dict) -> None:
    """Put the values on the document."""
    for name, value in values.items():
        setattr(document, name, value)
