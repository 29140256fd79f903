"""When the office works, kept by an administrator: ``@@vanphong-calendar``."""

from datetime import date
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars import rules
from vanphong.calendars.browser.month import Month
from vanphong.calendars.interfaces import ICalendarSettings
from vanphong.calendars.settings import work_calendar
from vanphong.errors import OfficeError
from vanphong.ui import errors
from vanphong.ui import format as fmt
from vanphong.ui.browser.settings import SettingsForm
from vanphong.ui.browser.settings import SettingsPage


#: Deadlines shown as examples, in working days.
EXAMPLES = (1, 3, 7)


class CalendarForm(SettingsForm):
    """The three lists of the calendar."""

    schema = ICalendarSettings
    label = _("Work calendar")
    description = _("Every deadline of the office is counted with these hours and days.")
    parsers = {
        "seasons": rules.parse_seasons,
        "holidays": rules.parse_holidays,
        "makeup": rules.parse_makeup,
    }
    heights = {"seasons": 4, "holidays": 12, "makeup": 4}


class CalendarPage(SettingsPage):
    """The form, and below it what the saved calendar makes of a month.

    ``?month=2026-02`` shows another month than the present one.
    """

    form = CalendarForm
    preview = ViewPageTemplateFile("preview.pt")
    weekdays = fmt.WEEKDAYS

    @cached_property
    def today(self) -> date:
        """The day on which the page is made."""
        return clock.today()

    @cached_property
    def month(self) -> Month:
        """The month shown."""
        return Month.named(self.request.form.get("month", "")) or Month.of(self.today)

    @cached_property
    def calendar(self) -> rules.WorkCalendar | None:
        """The calendar in force; None when its lines can no longer be read."""
        try:
            return work_calendar()
        except OfficeError as error:
            self.problem = errors.message(error, self.request)
        return None

    problem = ""

    @cached_property
    def weeks(self) -> list[list]:
        """The days of the month in rows of seven; None before the first and after the last."""
        return self.month.weeks(self.calendar, self.today)

    @property
    def working_days(self) -> int:
        """How many days of the month the office works."""
        return sum(day.works for week in self.weeks for day in week if day)

    def month_url(self, month: Month) -> str:
        """Address of the preview of another month."""
        return f"{self.request.get('ACTUAL_URL')}?month={month.name}#preview"

    @cached_property
    def deadlines(self) -> list[dict]:
        """Deadlines set now, with the moment at which they pass."""
        now = clock.now()
        found = [(days, rules.add_working_days(self.calendar, now, days)) for days in EXAMPLES]
        return [
            {
                "title": _("1 working day")
                if days == 1
                else _("${n} working days", mapping={"n": days}),
                "time": fmt.clock_time(due),
                "day": fmt.weekday_date(due.date()),
            }
            for days, due in found
        ]

    @property
    def now(self) -> str:
        """The present moment in words."""
        now = clock.now()
        return _(
            "${time}, ${day}",
            mapping={"time": fmt.clock_time(now), "day": fmt.weekday_date(now.date())},
        )
