"""The fields of an incoming document in the order in which a clerk reads them off the paper."""

from datetime import date
from vanphong import _
from vanphong.documents.values import options
from vanphong.documents.values import read
from vanphong.errors import InvalidInput
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
    "note": _("not needed; secret documents do not belong in this register"),
}


def fields(widths: dict[str, int], values: dict, body) -> list[dict]:
    """Fields for the macro of that name.

    :param widths: the fields, see ``WIDTHS``.
    :param values: what they begin with, by name; the schema's default for others.
    :param body: the body whose lists complete what is typed.
    """
    return [_field(name, width, values, body) for name, width in widths.items()]


def _field(name: str, width: int, values: dict, body) -> dict:
    schema_field = IIncomingDocument[name]
    kind = KINDS.get(name, "text")
    found = {
        "name": name,
        "label": LABELS.get(name, schema_field.title),
        "kind": kind,
        "width": width,
        "value": shown(values.get(name, schema_field.default)),
        "required": schema_field.required and kind not in ("select", "radio"),
        "maxlength": getattr(schema_field, "max_length", None),
        "placeholder": PLACEHOLDERS.get(name),
        "autofocus": name == "organ_name" and not values.get("organ_name"),
    }
    if kind in ("select", "radio"):
        terms = options(IIncomingDocument, name, body)
        found["options"] = [(term.token, term.title) for term in terms]
        if not schema_field.required:
            found["options"].insert(0, ("", _("not given")))
    if name in COMPLETED:
        found["complete_url"] = f"{body.absolute_url()}/@@completions/{COMPLETED[name]}"
    return found


def shown(value: object) -> object:
    """A value as it is typed: days as 09/08/2026."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def faults(raw: dict, body) -> list[InvalidInput]:
    """Everything about the values that cannot be read, so that all of it is said at once."""
    found = []
    for name in raw:
        try:
            read(IIncomingDocument, raw, body, only=(name,))
        except InvalidInput as error:
            found.append(error)
    return found
