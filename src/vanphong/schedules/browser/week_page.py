"""The week as it is planned: which one, in what state, who looks."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.schedules import flow
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.schedules.browser import said
from vanphong.schedules.browser.address import Steps
from vanphong.schedules.browser.address import week_url
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.format import full_date
from zope.i18n import translate


class WeekPage(Steps, OfficeForm):
    """Base: which week, in what state, and who looks."""

    rail_id = "schedule"
    here = "week"

    @cached_property
    def week(self) -> rules.Week:
        """Which week is shown."""
        return self.week_asked()

    @cached_property
    def stored(self):
        """The week, None while nobody has put down anything."""
        return weeks.find(self.context, self.week)

    @property
    def title(self):
        """Title of the page."""
        values = {"number": self.week.number, "year": self.week.year}
        return _("Work schedule of week ${number}, ${year}", mapping=values)

    @property
    def period(self) -> str:
        """``12/8/2024 – 18/8/2024``."""
        return f"{full_date(self.week.first)} – {full_date(self.week.last)}"

    @cached_property
    def url(self) -> str:
        """Address of this page."""
        return week_url(self.context, "week", self.week)

    def next_url(self) -> str:
        """Back to the week."""
        return self.url

    @property
    def tabs(self) -> list[dict]:
        """The pages of the schedule."""
        return said.tabs(self.context, self.here, self.week)

    @property
    def neighbours(self) -> list[dict]:
        """The weeks before and after, and the present one."""
        now = rules.week_of(clock.today())
        found = [(self.week.after(-1), "left"), (now, ""), (self.week.after(1), "right")]
        return [
            {
                "url": week_url(self.context, self.here, week),
                "title": words.week_words(week) if icon else _("This week"),
                "icon": icon,
            }
            for week, icon in found
        ]

    # who looks

    @cached_property
    def office(self) -> bool:
        """The person compiles the week."""
        return viewing.may(viewing.COMPILE, self.context)

    @cached_property
    def approves(self) -> bool:
        """The person approves the week."""
        return viewing.may(viewing.APPROVE, self.context)

    @cached_property
    def proposes(self) -> bool:
        """The person proposes items."""
        return viewing.may(viewing.PROPOSE, self.context)

    @cached_property
    def state(self) -> str:
        """The state of the week, "" while it is not begun."""
        return "" if self.stored is None else flow.state(self.stored)

    @property
    def states(self) -> list[dict]:
        """The way of a week, the present state marked."""
        now = self.state or flow.COLLECTING
        way = [flow.COLLECTING, flow.COMPILED, flow.APPROVED, flow.PUBLISHED]
        if now == flow.UNPUBLISHED:
            way.append(now)
        return [{"title": _(flow.TITLES[one]), "on": one == now} for one in way]

    def _said(self, text) -> str:
        return translate(text, context=self.request)
