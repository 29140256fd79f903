"""Publications as JSON, and the values that come with them."""

from typing import Any
from vanphong.ledger import publications as ledger
from vanphong.ledger.tables import Row
from vanphong.portal import publications
from vanphong.portal import shown as public
from vanphong.ui.given import Given


def shown_row(row: Row, request) -> dict[str, Any]:
    """What everybody may know of a published document."""
    one = public.shown(row, request)
    return {
        "@id": one.url,
        "symbol": one.symbol,
        "subject": one.subject,
        "summary": one.summary,
        "type": {"token": row["document_type"], "title": one.type_title},
        "category": {"token": row["category"], "title": one.category_title},
        "field": row["field"],
        "unit": one.unit_title,
        "signer": row["signer"],
        "issued_date": _day(one.issued_date),
        "published_on": _day(one.published_on),
        "expires_on": _day(row["expires_on"]),
        "file": one.file_url,
        "file_size": one.file_size,
    }


def shown(publication, request) -> dict[str, Any]:
    """A publication for those who may publish it."""
    row = ledger.expected(publications.row(publication))
    return shown_row(row, request) | {
        "state": str(publication.state),
        "document": publication.document_uid,
        "files": list(publication.file_uids),
        "links": [{"title": one.title, "url": one.url} for one in publication.links],
        "asked_by": publication.asked_by_title,
        "approved_by": publication.approved_by_title,
        "reason": publication.reason,
    }


def given(body: Given, publication=None) -> dict[str, Any]:
    """Values for the acts; those of a publication where the body says nothing."""
    found = {
        "published_on": body.day("published_on"),
        "expires_on": body.day("expires_on"),
        "category": body.text("category"),
        "summary": body.text("summary"),
        "files": body.texts("files"),
        "links": body.text("links"),
    }
    if publication is None:
        return found
    standing = {
        "published_on": publication.published_on,
        "expires_on": publication.expires_on,
        "category": publication.category,
        "summary": publication.summary,
        "files": publication.file_uids[1:],
        "links": "\n".join(f"{one.title} | {one.url}" for one in publication.links),
    }
    return {name: found[name] if name in body.values else standing[name] for name in found}


def _day(day) -> str | None:
    return None if day is None else day.isoformat()
