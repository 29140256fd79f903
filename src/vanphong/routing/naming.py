"""The document that somebody means who types a number, a symbol or an address."""

from plone import api
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.ledger import documents
from vanphong.routing.interfaces import IRouted


DIRECTIONS = ("in", "out")

#: So long an address may be.
LONGEST = 500


def document_named(direction: str, text: str):
    """The document, one of this direction first; None when there is none.

    Asks for no permission: who is told of it is the caller's affair.

    :param text: number, symbol, UID, path or address, of any of its pages.
    """
    text = text.strip()[:LONGEST]
    for one in sorted(DIRECTIONS, key=lambda name: name != direction):
        row = documents.named(one, text)
        if row is not None:
            return _at(row["path"])
    return _at(_path(text))


def _path(text: str) -> str:
    """The path in an address: what follows the document, or stands behind a ?, is left out."""
    portal = api.portal.get()
    site, root = portal.absolute_url(), "/".join(portal.getPhysicalPath())
    path = text.partition("?")[0].partition("#")[0]
    if path.startswith(f"{site}/"):
        path = f"{root}{path[len(site) :]}"
    return path.partition("/@@")[0].removesuffix("/").removesuffix("/view")


def _at(path: str):
    portal = api.portal.get()
    inside = path.startswith("/".join(portal.getPhysicalPath()) + "/")
    found = portal.unrestrictedTraverse(path, None) if inside else None
    is_document = IRouted.providedBy(found) and IOfficeDocument.providedBy(found)
    return found if is_document else None
