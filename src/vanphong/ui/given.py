"""REST: what a client sends, read as what it should be."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import json
import re
import unicodedata


#: Signs that no text has and no database keeps: control characters, halves of a pair.
_UNTEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")

_WHOLE = re.compile(r"[+-]?\d{1,9}")

#: No number of the office comes near, and a database takes no more.
TOO_MUCH = 10**9


class Given:
    """Named values as a client gave them, read as what they should be.

    :raises InvalidInput: from every reading, naming the value at fault.
    """

    def __init__(self, values: Mapping[str, Any]):
        self.values = values

    def __contains__(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        """A text, composed (NFC)."""
        value = self.values.get(name)
        return default if value is None else _text(name, value)

    def texts(self, name: str) -> list[str]:
        """Several texts; a single one and texts joined by commas are taken, too."""
        value = self.values.get(name)
        if isinstance(value, list):
            return [_text(name, one) for one in value]
        return [one.strip() for one in self.text(name).split(",") if one.strip()]

    def flag(self, name: str) -> bool:
        """Yes or no; no when left out."""
        value = self.values.get(name)
        if value in (None, "", False, "false", "0"):
            return False
        if value in (True, "true", "1"):
            return True
        raise InvalidInput(_("“${name}” must be true or false."), field=name, name=name)

    def whole(self, name: str, default: int | None = None) -> int | None:
        """A whole number."""
        value = self.values.get(name)
        if value is None or value == "":
            return default
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < TOO_MUCH:
            return value
        if isinstance(value, str) and _WHOLE.fullmatch(value.strip()):
            return int(value)
        raise InvalidInput(_("“${name}” must be a whole number, such as 2."), field=name, name=name)

    def day(self, name: str) -> date | None:
        """A day, as 2024-08-16 or 16/8/2024."""
        text = self.text(name).strip()
        return day_of(text, name) if text else None

    def fields(self, names: Iterable[str]) -> dict[str, Any]:
        """Values for fields of content, those that were sent: texts, numbers, yes or no.

        A choice may come as plone.restapi shows it, ``{"token": …, "title": …}``.
        """
        return {name: _field(name, self.values[name]) for name in names if name in self.values}


def day_of(text: str, name: str) -> date:
    """A day from 2024-08-16 or 16/8/2024.

    :raises InvalidInput: when it is neither.
    """
    for pattern in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text, pattern).date()
        except ValueError:
            continue
    raise InvalidInput(
        _("“${value}” is not a date. Write it as 12/8/2024."), field=name, value=text, name=name
    )


def parse(sent: bytes) -> dict[str, Any]:
    """The JSON object in a body.

    :raises InvalidInput: when it is broken, or not an object.
    """
    try:
        found = json.loads(sent or b"{}")
    except ValueError as problem:
        raise InvalidInput(_("The body is not JSON: ${problem}."), problem=problem) from problem
    if not isinstance(found, dict):
        raise InvalidInput(_("The body must be a JSON object, such as {}."))
    return found


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or _UNTEXT.search(value):
        raise InvalidInput(_("“${name}” must be a text."), field=name, name=name)
    return unicodedata.normalize("NFC", value)


def _field(name: str, value: object) -> object:
    if isinstance(value, dict) and "token" in value:
        value = value["token"]
    if value is None or isinstance(value, int):
        return value
    return _text(name, value)
