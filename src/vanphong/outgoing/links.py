"""What an outgoing document names: resolved when it is drafted, mirrored into the ledger."""

from dataclasses import replace
from plone import api
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.rules import symbol_key
from vanphong.ledger import links as ledger
from vanphong.organisation import people
from vanphong.outgoing.rules import Link
from vanphong.outgoing.rules import LinkKind


def of(document) -> tuple[Link, ...]:
    """Everything that the document names, in one order."""
    found = []
    if document.reply_to:
        found.append(Link(LinkKind.REPLY, document.reply_symbol, document.reply_to))
    if document.amends:
        found.append(Link(LinkKind(document.amendment), "", document.amends))
    return (*found, *document.legal_bases, *document.related)


def rows(document) -> list[dict]:
    """The ledger rows that mirror the links."""
    return [
        {
            "document_uid": document.UID(),
            "position": position,
            "kind": str(one.kind),
            "text": one.text,
            "symbol_key": one.key,
            "target_uid": one.uid,
        }
        for position, one in enumerate(of(document))
    ]


def write(document) -> None:
    """Mirror the links into the ledger."""
    ledger.put(document.UID(), rows(document))


def document(uid: str):
    """The document with this UID, whoever asks; None when there is none."""
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(UID=uid) if uid else ()
    document_ = found[0]._unrestrictedGetObject() if found else None
    return document_ if IOfficeDocument.providedBy(document_) else None


def resolved(found: tuple[Link, ...]) -> tuple[Link, ...]:
    """The links with the UIDs of the documents that this person may read.

    A symbol that two of them bear is left as it is.
    """
    tokens = people.me().tokens
    resolved_ = []
    for one in found:
        rows_ = [] if one.uid else ledger.readable(_symbol(one.text), tokens)
        uid = rows_[0]["document_uid"] if len(rows_) == 1 else one.uid
        resolved_.append(replace(one, uid=uid))
    return tuple(resolved_)


def _symbol(text: str) -> str:
    """The first word in a text that looks like a symbol, made comparable."""
    for word in text.replace(",", " ").replace(";", " ").split():
        if "/" in word and any(letter.isdigit() for letter in word.split("/")[0]):
            return symbol_key(word)
    return ""
