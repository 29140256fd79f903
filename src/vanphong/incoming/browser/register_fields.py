"""The fields of an incoming document in the order in which a clerk reads them off the paper."""

from vanphong import _
from vanphong.documents.browser.form_fields import schema_field
from vanphong.incoming.content import IIncomingDocument


#: Columns of 12 that each field takes, row by row.
WIDTHS = {
    "organ_name": 5,
    "symbol": 4,
    "issued_date": 3,
    "subject": 12,
    "document_type": 4,
    "signer_position": 4,
    "signer_name": 4,
    "named_recipients": 12,
    "urgency": 7,
    "field": 3,
    "page_amount": 2,
    "due_date": 3,
    "channel": 4,
    "paper_location": 5,
}

#: Fields that are seldom needed; they stand folded below the others.
RARE = {"organ_id": 4, "language": 4}

#: What stands at the end of the form, beside the leader to present to.
LAST = {"note": 7}

NAMES = (*WIDTHS, *RARE, *LAST)

KINDS = {
    "issued_date": "date",
    "due_date": "date",
    "subject": "textarea",
    "document_type": "select",
    "field": "select",
    "channel": "select",
    "urgency": "radio",
    "page_amount": "number",
}

#: Labels that say more than the schema's.
LABELS = {"page_amount": _("Number of pages")}

COMPLETED = {"organ_name": "organs", "symbol": "symbols"}

PLACEHOLDERS = {
    "symbol": _("for example 1210/UBND-VX"),
    "subject": _("as on the document, “V/v …”"),
    "signer_position": _("for example KT. Chủ tịch, Phó Chủ tịch"),
    "named_recipients": _("as below “Nơi nhận”, with semicolons between"),
    "note": _("not needed; secret documents do not belong in this register"),
}


def fields(widths: dict[str, int], values: dict, body, read: dict | None = None) -> list[dict]:
    """Fields for the macro of that name.

    :param widths: the fields, see ``WIDTHS``.
    :param values: what they begin with, by name; the schema's default for others.
    :param body: the body whose lists complete what is typed.
    :param read: what was read from the scan, by name.
    """
    found = [_field(name, width, values, body) for name, width in widths.items()]
    for one in found:
        if read and one["name"] in read:
            one["source"] = "doubt" if read[one["name"]].is_doubtful else "read"
    return found


def _field(name: str, width: int, values: dict, body) -> dict:
    more = {
        "width": width,
        "placeholder": PLACEHOLDERS.get(name),
        "autofocus": name == "organ_name" and not values.get("organ_name"),
    }
    if name in LABELS:
        more["label"] = LABELS[name]
    if name in COMPLETED:
        more["complete_url"] = f"{body.absolute_url()}/@@completions/{COMPLETED[name]}"
    kind = KINDS.get(name, "text")
    return schema_field(IIncomingDocument, name, values, body, kind, **more)
