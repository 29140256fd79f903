"""Reception days as a month table: ``@@reception-days/2024/8``."""

from datetime import date
from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.schedules import rules
from vanphong.schedules.browser.address import Steps
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.format import full_date
from vanphong.ui.format import weekday
from zExceptions import NotFound
from zope.i18n import translate


class ReceptionDays(Steps, PublicPage):
    """Who receives citizens on which days of a month; no citizen is named anywhere."""

    menu_id = "reception"
    has_search = False

    @cached_property
    def month(self) -> date:
        """First day of the month that is shown."""
        today = clock.today()
        if not self.path:
            return today.replace(day=1)
        try:
            year, number = (int(one[:6]) for one in self.path)
            found = date(year, number, 1)
        except ValueError:
            raise NotFound("reception-days") from None
        if abs(found.year - today.year) > 5:
            raise NotFound("reception-days")
        return found

    @property
    def title(self):
        """Title of the page."""
        values = {"month": self.month.month, "year": self.month.year}
        return _("Reception of citizens in ${month}/${year}", mapping=values)

    @property
    def description(self):
        """For search engines."""
        return _("On which days the leaders receive citizens, where and when")

    @property
    def address(self) -> str:
        """The one address of the month."""
        return self._url(self.month)

    def _url(self, month: date) -> str:
        return f"{self.context.absolute_url()}/@@reception-days/{month.year}/{month.month}"

    @property
    def previous(self) -> dict:
        """The month before."""
        return self._neighbour(-1)

    @property
    def next(self) -> dict:
        """The month after."""
        return self._neighbour(1)

    def _neighbour(self, step: int) -> dict:
        years, month = divmod(self.month.month - 1 + step, 12)
        other = date(self.month.year + years, month + 1, 1)
        values = {"month": other.month, "year": other.year}
        return {"title": _("Month ${month}/${year}", mapping=values), "url": self._url(other)}

    @cached_property
    def rows(self) -> list[dict]:
        """The receptions of the month."""
        schedule, month = self.context, self.month
        found = rules.receptions(
            schedule.reception_rules,
            schedule.substitutions,
            month.year,
            month.month,
            work_calendar(),
        )
        return [row(one, self.request) for one in found]

    @property
    def has_positions(self) -> bool:
        """Whether anybody is named otherwise than by the position."""
        return any(one["position"] for one in self.rows)


def row(one: rules.Reception, request) -> dict:
    """One reception as it is shown."""
    name = translate(weekday(one.day), context=request)
    return {
        "day": one.day,
        "date": f"{name[:1].upper()}{name[1:]}, {full_date(one.day)}",
        "lunar": rules.lunar(one.day).short,
        "who": one.who.title,
        "position": one.position if one.position != one.who.title else "",
        "hours": hours(one.rule),
        "place": one.rule.place,
        "note": one.rule.note,
        "said": _said(one, request),
        "cancelled": one.cancelled,
        "past": one.day < clock.today(),
    }


def hours(rule: rules.ReceptionRule) -> str:
    """``07:30–11:00; 14:00–16:30``."""
    return "; ".join(f"{begin:%H:%M}–{end:%H:%M}" for begin, end in rule.hours)


def _said(one: rules.Reception, request) -> list[str]:
    found = []
    if one.is_shifted:
        values = {"day": full_date(one.planned)}
        found.append(_("Instead of ${day}, a day off", mapping=values))
    if one.cancelled:
        found.append(_("No reception"))
    if one.instead_of:
        found.append(_("Instead of ${who}", mapping={"who": one.instead_of}))
    return [translate(text, context=request) for text in found] + (
        [one.reason] if one.reason else []
    )
