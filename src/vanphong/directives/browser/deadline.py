"""The deadlines that a directive's form offers, each with the day that it means."""

from datetime import date
from datetime import datetime
from vanphong import _
from vanphong.calendars.rules import add_working_days
from vanphong.calendars.settings import work_calendar
from vanphong.documents.catalogues import setting
from vanphong.documents.rules import is_urgent
from vanphong.ui import format as fmt


#: Working days that are always offered beside the usual number of the office.
DAYS = (1, 3, 5)

ON_A_DAY = "date"
NEVER = "none"


def options(now: datetime) -> list[dict]:
    """Dicts of value, title and the moment in words: so many working days from now."""
    cal = work_calendar()
    found = []
    for number in sorted({*DAYS, setting("working_days_to_resolve")}):
        due = add_working_days(cal, now, number)
        title = _("1 day") if number == 1 else _("${n} days", mapping={"n": number})
        day = fmt.short_date(due.date(), now.date())
        found.append({"value": str(number), "title": title, "day": day})
    return found


def proposed(document, now: datetime) -> tuple[str, date | None]:
    """What is chosen at first, and the day: the reply's date, at once if urgent, else the usual."""
    if document.due_date and document.due_date >= now.date():
        return ON_A_DAY, document.due_date
    if is_urgent(document.urgency):
        return "1", None
    return str(setting("working_days_to_resolve")), None
