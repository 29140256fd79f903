"""How a refused act is said to a person and to a program."""

from collections.abc import Mapping
from datetime import date
from datetime import datetime
from vanphong import PACKAGE_NAME
from vanphong import _
from vanphong.errors import OfficeError
from vanphong.ui import format as fmt
from zope.i18n import translate
from zope.i18nmessageid import Message


def _speakable(value: object, request) -> object:
    """A value as it is read out; a text of ours, such as the name of a state, translated."""
    if isinstance(value, datetime):
        return f"{fmt.clock_time(value)}, {fmt.full_date(value)}"
    if isinstance(value, date):
        return fmt.full_date(value)
    text = value if isinstance(value, Message) else Message(str(value), PACKAGE_NAME)
    return translate(text, context=request)


def message(error: OfficeError, request) -> str:
    """The text of the error in the language of the request, dates written out."""
    mapping = {name: _speakable(value, request) for name, value in error.mapping.items()}
    return translate(Message(error.text, PACKAGE_NAME, mapping=mapping), context=request)


def grounds(error: OfficeError, request) -> str:
    """``Căn cứ: Nghị định …``, or "" when the error cites no rule."""
    if not error.rule:
        return ""
    return translate(_("Grounds: ${rule}", mapping={"rule": error.rule}), context=request)


def status(error: OfficeError) -> int:
    """The HTTP status."""
    return error.status


def as_json(error: OfficeError, request) -> Mapping[str, Mapping[str, str | None]]:
    """The body of an error answered to a program: one shape for all services."""
    return {
        "error": {
            "type": error.kind,
            "message": message(error, request),
            "rule": error.rule,
            "field": error.field,
        }
    }


def as_row(error: OfficeError, request) -> Mapping[str, str | None]:
    """What the list of errors above a form needs of one error."""
    return {
        "kind": error.kind,
        "text": message(error, request),
        "grounds": grounds(error, request),
        "field": error.field,
    }
