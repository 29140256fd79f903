"""An incoming document as JSON: the short form, the same in lists and after an act."""

from plone import api
from vanphong.documents import rules
from vanphong.documents.index import row as row_of
from vanphong.documents.services.files.get import Files
from vanphong.routing.services.steps import shown_lateness
from vanphong.ui.services import address
from vanphong.ui.services import titled


PLAIN = (
    "number",
    "suffix",
    "label",
    "subject",
    "symbol",
    "organ_name",
    "document_type",
    "document_identifier",
    "register_uid",
    "period",
)

DATED = ("issued_date", "arrived_at", "registered_at", "due_at")


def shown_row(row: dict, request) -> dict:
    """A row of the index of documents."""
    urgency = rules.URGENCY[row["urgency"]]
    return {
        "@id": address(row["path"], request),
        "@type": "IncomingDocument",
        "UID": row["document_uid"],
        "urgency": titled(urgency.code, urgency.label, request),
        "state": shown_state(row["state"]),
        "lateness": shown_lateness(None if row["state"] in DONE else row["due_at"]),
        "has_file": row["has_file"],
        **{name: row[name] for name in PLAIN},
        **{name: _moment(row[name]) for name in DATED},
    }


#: In these states nobody is late any more.
DONE = ("finished", "returned", "recalled", "cancelled")


def shown(document, request) -> dict:
    """A document itself, with its files."""
    found = shown_row(row_of(document), request)
    return {**found, "files": Files(document, request).content()["items"]}


def shown_state(state: str) -> dict:
    """A state of the workflow, with the title that the administrator gave it."""
    workflow = api.portal.get_tool("portal_workflow")
    title = workflow.getTitleForStateOnType(state, "IncomingDocument")
    return {"token": state, "title": title}


def _moment(value):
    return None if value is None else value.isoformat()
