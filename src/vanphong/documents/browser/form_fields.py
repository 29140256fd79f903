"""Fields of a document's schema as the macro ``field`` needs them, and what is wrong with them."""

from datetime import date
from vanphong import _
from vanphong.documents.values import options
from vanphong.documents.values import read
from vanphong.errors import InvalidInput


def schema_field(interface, name: str, values: dict, context, kind: str = "text", **more) -> dict:
    """One field of a schema.

    :param values: what fields begin with, by name; the schema's default for others.
    :param context: whose vocabularies are asked.
    :param kind: see the macro.
    :param more: what replaces or completes the rest.
    """
    schema = interface[name]
    found = {
        "name": name,
        "label": schema.title,
        "kind": kind,
        "value": shown(values.get(name, schema.default)),
        "required": schema.required and kind not in ("select", "radio"),
        "maxlength": getattr(schema, "max_length", None),
        **more,
    }
    if kind in ("select", "radio"):
        terms = options(interface, name, context)
        found["options"] = [(term.token if term.value else "", term.title) for term in terms]
        if not schema.required and all(term.value for term in terms):
            found["options"].insert(0, ("", _("not given")))
    return found


def shown(value: object) -> object:
    """A value as it is typed: days as 09/08/2026."""
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else value


def faults(interface, raw: dict, context) -> list[InvalidInput]:
    """Everything about the values that cannot be read, so that all of it is said at once."""
    found = []
    for name in raw:
        try:
            read(interface, raw, context, only=(name,))
        except InvalidInput as error:
            found.append(error)
    return found
