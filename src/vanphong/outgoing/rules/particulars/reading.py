"""Reading the fields of a type from what a form or a client sends."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from datetime import datetime
from typing import Any
from vanphong.calendars.clock import local
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.outgoing.rules.particulars.checking import check
from vanphong.outgoing.rules.particulars.fields import GROUPS
from vanphong.outgoing.rules.particulars.fields import Field
from vanphong.outgoing.rules.particulars.fields import Kind
from vanphong.outgoing.rules.particulars.values import Particulars
import unicodedata


MOST_LINES = 300

_DAYS = ("%d/%m/%Y", "%Y-%m-%d")
_MOMENTS = ("%H:%M %d/%m/%Y", "%d/%m/%Y %H:%M", "%H:%M, %d/%m/%Y", "%d/%m/%Y, %H:%M")


def read(type_code: str, raw: object, old: Particulars | None = None) -> Particulars | None:
    """The value of a type, None for types without fields of their own.

    :param raw: names and what was typed, or a value as it is kept.
    :param old: the value that the draft has; what is not sent stays as it is there.
    :raises InvalidInput: for what cannot be read, or a field that the type does not have.
    :raises RuleBroken: for times that do not fit each other.
    """
    group = GROUPS.get(type_code)
    if group is None:
        return None
    kept = raw if isinstance(raw, Particulars) else old
    values: dict[str, Any] = asdict(kept) if isinstance(kept, group.value) else {}
    for name, typed in _sent(raw):
        field = group.field(str(name))
        if field is None:
            raise InvalidInput(
                _("A document of this type has no field “${name}”."), field=str(name), name=name
            )
        values[field.name] = _one(field, typed)
    found = group.value(**values)
    check(found, group.law)
    return found


def _sent(raw: object) -> Iterable[tuple[object, object]]:
    if raw is None or isinstance(raw, Particulars):
        return ()
    if not isinstance(raw, Mapping):
        raise InvalidInput(_("“particulars” must be an object."), field="particulars")
    return raw.items()


def _one(field: Field, typed: object) -> object:
    if field.kind is Kind.FLAG:
        return _flag(field, typed)
    if field.kind is Kind.LINES:
        return _lines(field, typed)
    if field.kind in (Kind.MOMENT, Kind.DAY):
        return _time(field, typed)
    text = _text(field, typed)
    if field.kind is Kind.CHOICE and text not in dict(field.options):
        known = ", ".join(code for code, _title in field.options)
        raise InvalidInput(
            _("“${value}” is none of ${known}."), field=field.name, value=text, known=known
        )
    return text


def _flag(field: Field, typed: object) -> bool:
    known = {True: True, False: False, None: False, "yes": True, "true": True, "1": True}
    known |= {"": False, "no": False, "false": False, "0": False}
    if isinstance(typed, bool | str | None) and typed in known:
        return known[typed]
    raise InvalidInput(_("“${name}” is either true or false."), field=field.name, name=field.title)


def _lines(field: Field, typed: object) -> tuple[str, ...]:
    lines = typed.splitlines() if isinstance(typed, str) else typed
    if lines is None:
        return ()
    if not isinstance(lines, list | tuple):
        raise InvalidInput(
            _("“${name}” must be a list of lines."), field=field.name, name=field.title
        )
    found = tuple(text for text in (_text(field, line) for line in lines) if text)
    if len(found) > MOST_LINES:
        raise InvalidInput(
            _("“${name}” has more than ${limit} lines."),
            field=field.name,
            name=field.title,
            limit=MOST_LINES,
        )
    return found


def _text(field: Field, typed: object) -> str:
    if typed is None:
        return ""
    if not isinstance(typed, str):
        raise InvalidInput(_("“${name}” must be a text."), field=field.name, name=field.title)
    composed = unicodedata.normalize("NFC", typed)
    signs = (one if unicodedata.category(one) not in ("Cc", "Cs") else " " for one in composed)
    text = " ".join("".join(signs).split())
    if len(text) > field.longest:
        raise InvalidInput(
            _("“${name}” has more than ${limit} characters."),
            field=field.name,
            name=field.title,
            limit=field.longest,
        )
    return text


def _time(field: Field, typed: object) -> date | None:
    if isinstance(typed, datetime):
        return local(typed) if field.kind is Kind.MOMENT else typed.date()
    if isinstance(typed, date) and field.kind is Kind.DAY:
        return typed
    text = _text(field, typed)
    if not text:
        return None
    found = _moment(text)
    if field.kind is Kind.DAY:
        found = found or _parsed(text, _DAYS)
    if found is None:
        raise InvalidInput(
            _("“${value}” is not a day. Write it as 19/8/2024.")
            if field.kind is Kind.DAY
            else _("“${value}” is not a time. Write it as 08:00 19/8/2024."),
            field=field.name,
            value=text,
        )
    return found.date() if field.kind is Kind.DAY else local(found)


def _moment(text: str) -> datetime | None:
    if (found := _parsed(text, _MOMENTS)) is not None:
        return found
    if "T" not in text and " " not in text:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _parsed(text: str, patterns: tuple[str, ...]) -> datetime | None:
    for pattern in patterns:
        try:
            return datetime.strptime(text, pattern)
        except ValueError:
            continue
    return None
