"""The fields that only some types have, as groups of a form: shown for the type chosen."""

from vanphong import _
from vanphong.outgoing.rules.particulars import GROUPS
from vanphong.outgoing.rules.particulars import Field
from vanphong.outgoing.rules.particulars import Kind
from vanphong.outgoing.rules.particulars import typed


CONTROLS = {
    Kind.LINES: "textarea",
    Kind.FLAG: "checks",
    Kind.CHOICE: "radio",
    Kind.DAY: "date",
}

MOMENT_HINT = "hh:mm dd/mm/yyyy"


def name_of(code: str, name: str) -> str:
    """The name of the input of a field."""
    return f"{code}--{name}"


def groups(value) -> list[dict]:
    """One group for each type that has fields of its own, with what the draft says in them."""
    return [
        {
            "code": code,
            "title": _(group.title),
            "fields": [
                _shown(code, one, value if isinstance(value, group.value) else group.value())
                for one in group.fields
            ],
        }
        for code, group in GROUPS.items()
    ]


def raw(form: dict, code: str) -> dict | None:
    """What was typed into the group of a type; an unchecked box sends nothing, and is False."""
    group = GROUPS.get(code)
    if group is None:
        return None
    names = {one.name: name_of(code, one.name) for one in group.fields}
    if not any(sent in form for sent in names.values()):
        return None
    return {name: form.get(sent, "") for name, sent in names.items()}


def _shown(code: str, field: Field, value) -> dict:
    more: dict = {}
    if field.kind is Kind.FLAG:
        more["options"] = [("yes", _("Yes"))]
    elif field.kind is Kind.CHOICE:
        more["options"] = [(key, _(title)) for key, title in field.options]
    elif field.kind is Kind.MOMENT:
        more["placeholder"] = MOMENT_HINT
    elif field.kind is Kind.LINES:
        more["rows"] = 3
    return {
        "name": name_of(code, field.name),
        "label": _(field.title),
        "kind": CONTROLS.get(field.kind, "text"),
        "value": typed(field, value),
        "width": field.width,
        "hint": _(field.hint) if field.hint else None,
        "maxlength": None if field.kind is Kind.LINES else field.longest,
        **more,
    }
