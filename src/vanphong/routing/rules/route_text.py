"""The JSON of route templates as it was sent: bounded before it is read."""

from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import json


#: No set of templates comes near.
MOST_CHARACTERS = 1_000_000
DEEPEST = 12


def parse(text: str | bytes) -> Any:
    """Read JSON, after its size and nesting; nothing deep is ever parsed.

    :raises InvalidInput: naming what is wrong and where.
    """
    if len(text) > MOST_CHARACTERS:
        raise InvalidInput(
            _("This is too large for route templates: at most ${most} characters."),
            most=MOST_CHARACTERS,
        )
    try:
        plain = text.decode("utf-8") if isinstance(text, bytes) else text
    except UnicodeDecodeError:
        raise InvalidInput(_("This is no text in UTF-8.")) from None
    _check_depth(plain)
    try:
        return json.loads(plain, object_pairs_hook=_pairs, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        if isinstance(error, json.JSONDecodeError):
            raise InvalidInput(
                _("This is no JSON: line ${line}, column ${column}."),
                line=error.lineno,
                column=error.colno,
            ) from None
        raise InvalidInput(_("This is no JSON that can be read.")) from None


def _check_depth(text: str) -> None:
    depth, quoted, escaped = 0, False, False
    for sign in text:
        if quoted:
            quoted = escaped or sign != '"'
            escaped = sign == "\\" and not escaped
        elif sign == '"':
            quoted = True
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        if depth > DEEPEST:
            raise InvalidInput(
                _("This is nested deeper than any route template: at most ${most} levels."),
                most=DEEPEST,
            )


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise InvalidInput(_("“${name}” is given twice."), name=twice[:50])
    return found


def _no_constant(name: str) -> float:
    raise InvalidInput(_("“${name}” is no number."), name=name)
