"""The particulars of an outgoing document, and what it names."""

from AccessControl import getSecurityManager
from vanphong import _
from vanphong.documents import catalogues
from vanphong.documents.imported import origin
from vanphong.documents.rules import urgency_of
from vanphong.organisation import directory
from vanphong.outgoing import links
from vanphong.outgoing.browser.situation import Situation
from vanphong.outgoing.rules import LinkKind
from vanphong.outgoing.rules import particulars
from vanphong.outgoing.vocabularies import CIRCULATIONS
from vanphong.ui import format as fmt


LINK_WORDS = {
    LinkKind.REPLY: _("Answers"),
    LinkKind.BASIS: _("Based on"),
    LinkKind.RELATED: _("Related"),
    LinkKind.CORRECTS: _("Corrects"),
    LinkKind.REPLACES: _("Replaces"),
}


def short(situation: Situation, vp) -> list[dict]:
    """What one looks up most."""
    document = situation.document
    unit = directory.unit(document.drafting_unit)
    names = {one.code: one.name for one in catalogues.fields().values()}
    rows = (
        (_("Type"), catalogues.type_name(document.document_type)),
        (_("Number, symbol"), document.symbol),
        (_("Drafting unit"), "" if unit is None else unit.short),
        (_("Date of the document"), _date(document.issued_date)),
        (_("Drafter"), document.drafter_title),
        (_("Reply due"), _date(document.due_date)),
        (_("Field"), names.get(document.field, document.field)),
        (_("Urgency"), _(urgency_of(document.urgency).label)),
    )
    own = particulars.pairs(document.document_type, document.particulars)
    rows += tuple((_(field.title), text) for field, text in own if field.needed)
    rows += tuple(origin(document))
    return [{"term": term, "value": value} for term, value in rows]


def full(situation: Situation, vp) -> list[dict]:
    """The others, those that say something."""
    document = situation.document
    signer = " / ".join(document.signer_lines) or document.signer_position
    rows = (
        (_("Signed by"), ", ".join(filter(None, (signer, document.signer_name)))),
        (_("Signed on"), _date(document.signed_on)),
        (_("Kept by"), document.archive_note),
        (_("Number of copies"), document.issued_amount),
        (_("Number of pages"), document.page_amount),
        (_("Circulation"), CIRCULATIONS[document.circulation] if document.circulation else ""),
        (_("Language"), document.language),
        (_("Draft begun"), _moment(document.created_at, vp)),
        (_("Numbered"), _moment(document.numbered_at, vp, document.numbered_by)),
        (_("Sealed"), _moment(document.sealed_at, vp, document.sealed_by)),
        (_("Issued at"), _moment(document.issued_at, vp, document.issued_by)),
        (_("Document identifier"), document.document_identifier),
        (_("Why there is a second answer"), document.overlap_reason),
        (_("Note"), document.note),
    )
    own = [_own(field, text) for field, text in _optional(document)]
    return [*own, *({"term": term, "value": value} for term, value in rows if value)]


def _optional(document):
    found = particulars.pairs(document.document_type, document.particulars)
    return [(field, text) for field, text in found if not field.needed]


def _own(field, text: str) -> dict:
    """A field that only some types have."""
    if field.kind is particulars.Kind.FLAG:
        return {"term": _(field.title), "value": _("Yes")}
    if field.kind is particulars.Kind.CHOICE:
        return {"term": _(field.title), "value": _(dict(field.options)[text])}
    return {"term": _(field.title), "value": "; ".join(text.splitlines())}


def named(situation: Situation) -> list[dict]:
    """What the document names, with an address where this person may read it."""
    return [_named(one) for one in links.of(situation.document)]


def _named(one) -> dict:
    found = links.document(one.uid) if one.uid else None
    if found is not None and not getSecurityManager().checkPermission("View", found):
        found = None
    text = one.text or (found.symbol if found is not None else "")
    return {
        "kind": LINK_WORDS[one.kind],
        "text": text,
        "url": "" if found is None else found.absolute_url(),
        "subject": "" if found is None else found.subject,
    }


def _date(day) -> str:
    return fmt.full_date(day) if day else ""


def _moment(when, vp, by: str = "") -> str:
    return ", ".join(filter(None, (vp.moment(when), by))) if when else ""
