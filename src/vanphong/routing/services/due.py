"""A due date as a client gives it."""

from datetime import date
from datetime import datetime
from vanphong.calendars.clock import local
from vanphong.ui.given import Given
from vanphong.ui.given import day_of


def due_of(body: Given, name: str = "due") -> date | datetime | None:
    """A day, which means the end of its work, or a moment as 2024-08-16T09:00.

    A moment without a zone is Vietnamese time.

    :raises InvalidInput: when it is neither.
    """
    text = body.text(name).strip()
    if not text:
        return None
    if "T" not in text:
        return day_of(text, name)
    try:
        return local(datetime.fromisoformat(text))
    except ValueError:
        return day_of(text, name)
