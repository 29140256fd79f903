"""The published schedule by person, by leader, by room and by month."""

from calendar import Calendar
from datetime import date
from datetime import timedelta
from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.organisation import people
from vanphong.schedules import actions
from vanphong.schedules import addresses
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.schedules.browser import said
from vanphong.schedules.browser.address import Steps
from vanphong.schedules.browser.address import week_url
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.format import full_date
from vanphong.ui.format import weekday
from zExceptions import NotFound
from zope.i18n import translate


#: Days of one's own schedule that are shown.
AHEAD = timedelta(days=28)


class Lists(Steps, OfficeForm):
    """Base: items as an agenda, day by day."""

    rail_id = "schedule"
    here = ""

    @cached_property
    def week(self) -> rules.Week:
        """Which week is shown."""
        return self.week_asked()

    @property
    def tabs(self) -> list[dict]:
        """The pages of the schedule."""
        return said.tabs(self.context, self.here, self.week)

    @property
    def neighbours(self) -> list[dict]:
        """The weeks before and after."""
        return [
            {"url": week_url(self.context, self.here, week), "title": words.week_words(week)}
            for week in (self.week.after(-1), self.week.after(1))
        ]

    def act(self):
        """Nothing is done here."""
        raise NotFound(self.here)

    @cached_property
    def seen(self) -> tuple[rules.Item, ...]:
        """The published items of the week that the person sees."""
        found = viewing.published(self.context.body_uid, self.week.first, self.week.last)
        return rules.seen(found, viewing.viewer(self.context))

    def agenda(self, items) -> list[dict]:
        """Items by day."""
        found: dict[date, list] = {}
        for one in sorted(items, key=lambda item: item.order):
            found.setdefault(one.day, []).append(self._row(one))
        today = clock.today()
        return [
            {
                "title": self._day(day),
                "lunar": rules.lunar(day).short,
                "today": day == today,
                "rows": rows,
            }
            for day, rows in found.items()
        ]

    def _row(self, item: rules.Item) -> dict:
        return {
            "time": self._said(words.time_words(item)),
            "content": item.content,
            "about": words.about(item),
            "cancelled": item.state is rules.State.CANCELLED,
        }

    def _day(self, day: date) -> str:
        name = self._said(weekday(day))
        return f"{name[:1].upper()}{name[1:]}, {full_date(day)}"

    def _said(self, text) -> str:
        return translate(text, context=self.request)


class ByLeader(Lists):
    """``@@by-leader/2024/33``: each leader with what they chair or attend."""

    here = "by-leader"
    title = _("Schedule by leader")

    @property
    def groups(self) -> list[dict]:
        """The leaders with their items."""
        found = []
        for one in known.leaders(self.context):
            token = frozenset({one.token})
            items = [item for item in self.seen if rules.concerns(item, token)]
            feed = f"{self.context.absolute_url()}/@@feed/leader/{words.slug(one.title)}.ics"
            found.append({"title": one.title, "feed": feed, "days": self.agenda(items)})
        return found


class ByRoom(Lists):
    """``@@by-room/2024/33``: each room with what takes place in it."""

    here = "by-room"
    title = _("Schedule by room")

    @property
    def groups(self) -> list[dict]:
        """The rooms with their items."""
        found = []
        for room in self.context.rooms:
            items = [item for item in self.seen if item.room == room.id]
            if room.retired and not items:
                continue
            feed = f"{self.context.absolute_url()}/@@feed/room/{room.id}.ics"
            title = f"{room.title} ({room.capacity})" if room.capacity else room.title
            found.append({"title": title, "feed": feed, "days": self.agenda(items)})
        return found


class MySchedule(Lists):
    """``@@my-schedule``: what the person chairs or attends, and the secret address."""

    here = "my-schedule"
    title = _("My schedule")
    made = ""

    @property
    def neighbours(self) -> list[dict]:
        """It is not paged."""
        return []

    @property
    def groups(self) -> list[dict]:
        """The next four weeks."""
        today = clock.today()
        items = viewing.mine(people.me().tokens, today, today + AHEAD)
        return [{"title": _("The next four weeks"), "feed": "", "days": self.agenda(items)}]

    @cached_property
    def key(self) -> str:
        """Public half of the person's secret address."""
        return addresses.key_of(weeks.folder(), people.me().user_id)

    @property
    def address(self) -> str:
        """The secret address, right after it was made; it is not kept."""
        url = self.context.absolute_url()
        return f"{url}/@@feed/my/{self.made}.ics" if self.made else ""

    def act(self):
        """Make a new address."""
        self.made = actions.renew_address(weeks.folder(), self.text("key"))
        self.__dict__.pop("key", None)

    def _go_on(self, said_):
        """The address is shown once, on this very page."""
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.render()


class Month(Lists):
    """``@@schedule-month/2024/8``: a month at a glance."""

    here = "schedule-month"

    @cached_property
    def first(self) -> date:
        """First day of the month."""
        today = clock.today()
        if not self.path:
            return today.replace(day=1)
        try:
            year, month = (int(one[:6]) for one in self.path)
            return date(year, month, 1) if 2000 <= year <= 2099 else today.replace(day=1)
        except ValueError:
            raise NotFound("schedule-month") from None

    @cached_property
    def week(self) -> rules.Week:
        """A week of the month, for the other pages."""
        today = clock.today()
        inside = (today.year, today.month) == (self.first.year, self.first.month)
        return rules.week_of(today if inside else self.first)

    @property
    def title(self):
        """Title of the page."""
        values = {"month": self.first.month, "year": self.first.year}
        return _("Schedule of ${month}/${year}", mapping=values)

    @property
    def neighbours(self) -> list[dict]:
        """The months before and after."""
        url = self.context.absolute_url()
        before = self.first - timedelta(days=1)
        after = (self.first + timedelta(days=31)).replace(day=1)
        return [
            {
                "url": f"{url}/@@schedule-month/{one.year}/{one.month}",
                "title": _(
                    "Month ${month}/${year}", mapping={"month": one.month, "year": one.year}
                ),
            }
            for one in (before, after)
        ]

    @property
    def weekdays(self) -> list[str]:
        """Heads of the columns."""
        days = rules.week_of(self.first).days
        return [self._said(weekday(day)).capitalize() for day in days]

    @property
    def cells(self) -> list[dict]:
        """The days of the month, whole weeks."""
        days = list(Calendar().itermonthdates(self.first.year, self.first.month))
        found = viewing.published(self.context.body_uid, days[0], days[-1])
        items = rules.seen(found, viewing.viewer(self.context))
        today = clock.today()
        by_day: dict[date, list] = {}
        for one in sorted(items, key=lambda item: item.order):
            by_day.setdefault(one.day, []).append(self._row(one))
        return [
            {
                "day": day,
                "lunar": rules.lunar(day).short,
                "css": self._css(day, today),
                "rows": by_day.get(day, []),
            }
            for day in days
        ]

    def _css(self, day: date, today: date) -> str:
        found = ["other"] if day.month != self.first.month else []
        return " ".join([*found, *(["today"] if day == today else [])])
