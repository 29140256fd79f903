"""Publications as objects: where they are, what they show, their rows in the ledger."""

from datetime import date
from plone import api
from plone.dexterity.utils import createContent
from typing import Any
from vanphong.attachments.content import Attachment
from vanphong.calendars import clock
from vanphong.documents import rules as document_rules
from vanphong.ledger import publications as ledger
from vanphong.organisation import directory
from vanphong.outgoing import links
from vanphong.portal import rules
from vanphong.portal.interfaces import IPublicationMarker


#: Where they stand in the site.
PLACE = "cong-bo"
PLACE_TITLE = "Văn bản công bố"

PDF = "application/pdf"


def folder():
    """The folder of the publications, or None before it is made."""
    return api.portal.get().get(PLACE)


def of_document(document_uid: str):
    """The publication of a document, or None when it was never published."""
    row = ledger.of_document(document_uid)
    place = folder()
    found = None if row is None or place is None else place.get(row["path"].rpartition("/")[2])
    return found if IPublicationMarker.providedBy(found) else None


def make(document):
    """An empty publication of a document at an address that stays its own."""
    place = folder()
    made = createContent("Publication", document_uid=document.UID())
    name = rules.address(document.symbol, document.issued_date)
    made.id = name if name not in place else f"{name}-{document.UID()[:6]}"
    place._setObject(made.id, made, set_owner=False)
    return place[made.id]


def copy_particulars(publication, document) -> None:
    """Keep what is public of the document; the document itself cannot change any more."""
    unit = directory.unit(document.drafting_unit)
    publication.body_uid = document.body_uid
    publication.unit_uid = document.drafting_unit or ""
    publication.unit_title = "" if unit is None else unit.title
    publication.symbol = document.symbol or ""
    publication.number = document.code
    publication.subject = document.subject or ""
    publication.document_type = document.document_type or ""
    publication.field = document.field or ""
    publication.issued_date = document.issued_date
    names = (document.signer_position, document.signer_name)
    publication.signer = ", ".join(dict.fromkeys(filter(None, names)))
    publication.urgency = document_rules.urgency_of(document.urgency or "normal").number


def is_public(publication, today: date | None = None) -> bool:
    """Whether everybody may see it now."""
    return rules.is_public(
        publication.state,
        publication.published_on,
        publication.expires_on,
        today or clock.today(),
    )


def document_of(publication):
    """The document behind it, whoever asks; None when it is gone."""
    return links.document(publication.document_uid)


def files(publication) -> list[Attachment]:
    """The files that are shown, the main one first; what is in quarantine is not among them."""
    document = document_of(publication)
    found = {} if document is None else {one.uid: one for one in document.attachments}
    shown = (found[uid] for uid in publication.file_uids if uid in found)
    return [one for one in shown if not one.is_held]


def has_pdf(document) -> bool:
    """Whether the main file of a document is a PDF that can be opened."""
    main = document.attachments[0] if document.attachments else None
    return main is not None and not main.is_held and main.content_type == PDF


def source(document) -> rules.Source:
    """What decides whether the document may be shown."""
    return rules.Source(
        stage=api.content.get_state(document, default=""),
        secrecy=document.secrecy or "normal",
        circulation=document.circulation or "",
        has_pdf=has_pdf(document),
    )


def row(publication) -> dict[str, Any]:
    """The row of the ledger that mirrors a publication."""
    shown = files(publication)
    taken = ("body_uid", "unit_uid", "unit_title", "symbol", "number", "subject", "document_type")
    more = ("issued_date", "urgency", "asked_on", "published_on", "expires_on", "changed_at")
    values = {name: getattr(publication, name) for name in (*taken, *more)}
    return values | {
        "uid": publication.UID(),
        "path": "/".join(publication.getPhysicalPath()),
        "document_uid": publication.document_uid,
        "summary": publication.summary or "",
        "field": publication.field or "",
        "category": publication.category or "",
        "signer": publication.signer,
        "state": str(publication.state),
        "file_uid": shown[0].uid if shown else "",
        "file_size": shown[0].size if shown else 0,
        "files": _searched(publication, shown),
        "head": _head(publication),
    }


def _searched(publication, shown: list[Attachment]) -> str:
    """In which files citizens look for words; see ``ledger.publication_texts``.

    A name that a hidden file bears, too, is left out: texts are told apart by their names.
    """
    document = document_of(publication)
    uids = {one.uid for one in shown}
    hidden = {one.filename for one in getattr(document, "attachments", ()) if one.uid not in uids}
    if not hidden:
        return ledger.ALL_FILES if shown else ""
    return "\n".join(one.filename for one in shown if one.filename not in hidden)


def _head(publication) -> tuple[str, ...]:
    """The texts that are searched. Names of catalogues come from content alone."""
    return (
        publication.symbol,
        publication.subject,
        publication.summary or "",
        publication.unit_title,
        publication.signer,
    )
