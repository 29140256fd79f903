"""Typed values from what a form or a REST client sends, by the fields of a schema."""

from datetime import date
from datetime import datetime
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from zope import schema
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import ITokenizedTerm
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import ValidationError
import unicodedata


def read(interface, raw: dict, context, *, only: tuple[str, ...] = ()) -> dict:
    """Values for the fields of a schema; texts are NFC without spaces around them.

    Fields that ``raw`` leaves out get their default; unknown names are left alone.

    :param only: read just these fields, for a correction.
    :raises InvalidInput: naming the first field at fault and what would be right.
    """
    values = {}
    for name, field in getFieldsInOrder(interface):
        if (only and name not in only) or field.readonly:
            continue
        field = field.bind(context)
        values[name] = _one(field, name, raw.get(name))
    return values


def _one(field, name, value):
    if isinstance(value, dict) and "token" in value:
        value = value["token"]
    if isinstance(value, str):
        value = unicodedata.normalize("NFC", value).strip()
    if value is None or value == "":
        value = field.default if field.default is not None else field.missing_value
    else:
        value = _convert(field, name, value)
    try:
        field.validate(value)
    except ValidationError as problem:
        raise InvalidInput(
            _explain(problem), field=name, name=field.title, limit=_limit(field, problem)
        ) from problem
    return value


def _convert(field, name, value):
    if isinstance(field, schema.Datetime):
        return value
    if isinstance(field, schema.Date) and isinstance(value, str):
        return read_date(value, name, field.title)
    if isinstance(field, schema.Int) and isinstance(value, str):
        try:
            return int(value)
        except ValueError as problem:
            raise InvalidInput(
                _("“${name}” must be a whole number, such as 2."), field=name, name=field.title
            ) from problem
    return value


def read_date(text: str, name: str = "", title: str = "") -> date:
    """A date from 2024-08-12 or 12/8/2024.

    :raises InvalidInput: when it is neither.
    """
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip()[:10], pattern).date()
        except ValueError:
            continue
    raise InvalidInput(
        _("“${value}” is not a date. Write it as 12/8/2024."), field=name, value=text, name=title
    )


def _explain(problem: ValidationError) -> str:
    if isinstance(problem, RequiredMissing):
        return _("“${name}” is missing.")
    if isinstance(problem, TooLong):
        return _("“${name}” is longer than ${limit} characters.")
    if isinstance(problem, TooBig | TooSmall):
        return _("“${name}” must lie between ${limit}.")
    if isinstance(problem, ConstraintNotSatisfied):
        return _("“${name}” must be one of the values in its list.")
    return _("“${name}” cannot be read.")


def _limit(field, problem) -> str:
    if isinstance(problem, TooLong):
        return str(field.max_length)
    if isinstance(problem, TooBig | TooSmall):
        return f"{field.min}–{field.max}"
    return ""


def options(interface, name: str, context) -> list[ITokenizedTerm]:
    """The terms that a choice field offers."""
    return list(interface[name].bind(context).vocabulary)
