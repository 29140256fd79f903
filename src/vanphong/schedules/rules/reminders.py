"""How long before a meeting is reminded of it, as an administrator writes it."""

from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


#: More reminders than these, or earlier ones, are a mistake of typing.
MOST_TIMES = 5
MOST_HOURS = 14 * 24


def read_hours(text: str) -> tuple[int, ...]:
    """``24, 2``: so many hours before a meeting, the earliest reminder first.

    :raises InvalidInput: for what is no list of whole hours.
    """
    words = text.replace(";", ",").split(",")
    found = {word.strip() for word in words if word.strip()}
    if any(not word.isdecimal() or not 1 <= int(word) <= MOST_HOURS for word in found):
        raise InvalidInput(
            _("Write whole hours from 1 to ${most}, such as 24, 2."), most=MOST_HOURS
        )
    if len(found) > MOST_TIMES:
        raise InvalidInput(_("Nobody is reminded more than ${most} times."), most=MOST_TIMES)
    return tuple(sorted({int(word) for word in found}, reverse=True))
