"""The fields of a draft in the order in which one thinks of them."""

from vanphong import _
from vanphong.calendars import clock
from vanphong.documents.browser.form_fields import schema_field
from vanphong.organisation import directory
from vanphong.outgoing.content import IOutgoingDocument


#: Columns of 12 that each field takes, row by row.
WIDTHS = {
    "subject": 12,
    "document_type": 4,
    "field": 5,
    "due_date": 3,
    "urgency": 12,
}

#: Fields that are seldom needed; they stand folded below the others.
RARE = {
    "signing_form": 4,
    "archive_note": 4,
    "issued_amount": 4,
    "circulation": 4,
    "language": 4,
    "page_amount": 4,
    "note": 12,
}

#: Asked of a unit that has a seal of its own, and when the draft is begun.
IN_WHOSE_NAME = {"signed_by": 4}

KINDS = {
    "due_date": "date",
    "subject": "textarea",
    "document_type": "select",
    "field": "select",
    "urgency": "radio",
    "circulation": "select",
    "signed_by": "select",
    "signing_form": "select",
    "issued_amount": "number",
    "page_amount": "number",
}

PLACEHOLDERS = {
    "subject": _("V/v …"),
    "archive_note": "Lưu: VT, …",
}

NAMES = (*WIDTHS, *RARE, *IN_WHOSE_NAME)


def fields(widths: dict[str, int], values: dict, unit) -> list[dict]:
    """Fields for the macro of that name."""
    return [
        schema_field(
            IOutgoingDocument,
            name,
            values,
            unit,
            KINDS.get(name, "text"),
            width=width,
            placeholder=PLACEHOLDERS.get(name),
            autofocus=name == "subject",
        )
        for name, width in widths.items()
    ]


def consulted(values: dict, unit) -> dict:
    """Units that the document concerns, for the macro ``pick``."""
    body = directory.body_of(unit)
    units = directory.units(body.UID(), clock.today())
    options = [
        {"value": one.uid, "title": one.title, "short": one.short}
        for one in units
        if one.has_account and one.uid not in (unit.UID(), body.UID())
    ]
    return {
        "name": "consulted",
        "label": _("Units that the document concerns"),
        "hint": _("they are asked for their opinion where the way of the document says so"),
        "many": True,
        "prompt": _("none"),
        "value": tuple(values.get("consulted") or ()),
        "groups": [{"id": "all", "title": "", "options": options}],
    }
