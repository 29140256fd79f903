"""An incoming document as JSON: the short form, the same in lists and after an act."""

from vanphong.documents.index import row as row_of
from vanphong.documents.services import listed
from vanphong.documents.services.files.get import Files
from vanphong.incoming.stages import ENDED
from vanphong.routing.services.steps import shown_lateness


DATED = ("issued_date", "arrived_at", "registered_at", "due_at")


def shown_row(row: dict, request) -> dict:
    """A row of the index of documents."""
    return {
        **listed.shown_row(row, "IncomingDocument", DATED, request),
        "lateness": shown_lateness(None if row["state"] in ENDED else row["due_at"]),
    }


def shown(document, request) -> dict:
    """A document itself, with its files."""
    found = shown_row(row_of(document), request)
    return {**found, "files": Files(document, request).content()["items"]}
