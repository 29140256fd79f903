"""What the portal shows of schedules: menu, site map, front page, search."""

from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.ledger.words import bare
from vanphong.ledger.words import words as words_of
from vanphong.schedules import rules
from vanphong.schedules import table
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.schedules.browser.address import week_url
from vanphong.schedules.browser.reception_days import row
from vanphong.ui.format import full_date
from vanphong.ui.format import weekday
from vanphong.ui.interfaces import IPublicSite
from vanphong.ui.interfaces import ISecondCalendar
from vanphong.ui.public_site import PublicAddress
from vanphong.ui.public_site import PublicHit
from vanphong.ui.public_site import PublicItem
from zope.annotation.interfaces import IAnnotations
from zope.component import getMultiAdapter
from zope.i18n import translate
from zope.interface import implementer


_KEY = "vanphong.schedules.public"

#: Weeks of the site map, before and after the present one.
WEEKS = range(-26, 5)

#: Receptions on the front page.
COMING = 4

#: How far the search looks back and ahead.
BEFORE, AFTER = timedelta(days=180), timedelta(days=180)


class _OfSite:
    """Base: the schedule of the body that the page is about, looked up once a page."""

    def __init__(self, site, request):
        self.context = site
        self.request = request

    @cached_property
    def schedule(self):
        """The schedule, None before there is one."""
        body_uid = getMultiAdapter((self.context, self.request), IPublicSite).body_uid
        kept = IAnnotations(self.request).setdefault(_KEY, {})
        found = kept.get(body_uid)
        if found is None and body_uid:
            found = kept[body_uid] = weeks.schedule(body_uid)
        return found

    @property
    def url(self) -> str:
        """Address of the schedule."""
        return self.schedule.absolute_url()

    def day_title(self, day: date) -> str:
        """``Thứ Tư, 14/8``."""
        name = translate(weekday(day), context=self.request)
        return f"{name[:1].upper()}{name[1:]}, {day.day}/{day.month}"


class Pages(_OfSite):
    """The week and the reception days."""

    @property
    def items(self) -> tuple[PublicItem, ...]:
        """Entries of the menu."""
        if self.schedule is None:
            return ()
        return (
            PublicItem("schedule", words.SCHEDULE, f"{self.url}/@@public-week", 10),
            PublicItem("reception", _("Reception of citizens"), f"{self.url}/@@reception-days", 40),
        )

    def addresses(self):
        """The pages, and the published weeks of half a year."""
        if self.schedule is None:
            return
        yield PublicAddress(f"{self.url}/@@reception-days")
        now = rules.week_of(clock.today())
        for step in WEEKS:
            week = now.after(step)
            edition = weeks.public_edition(weeks.find(self.schedule, week))
            if edition is not None:
                yield PublicAddress(week_url(self.schedule, "public-week", week), edition.at)


class WeekPart(_OfSite):
    """What is left of the present week on the front page, when nothing is, the next one."""

    id = "week"
    order = 10
    column = "main"
    template = ViewPageTemplateFile("browser/part_week.pt")

    @cached_property
    def _shown(self) -> tuple[rules.Week, list[dict]]:
        """The week, and its days from today on; all days when none is left of any week."""
        here = rules.week_of(clock.today())
        days = self._days(here)
        left = [day for day in days if day["day"] >= clock.today()]
        later = [] if left else self._days(here.after(1))
        return (here.after(1), later) if later else (here, left or days)

    @property
    def week(self) -> rules.Week:
        """Which week is shown."""
        return self._shown[0]

    @property
    def days(self) -> list[dict]:
        """The days that have something."""
        return self._shown[1]

    def _days(self, week: rules.Week) -> list[dict]:
        stored = None if self.schedule is None else weeks.find(self.schedule, week)
        if weeks.public_edition(stored) is None:
            return []
        marked = table.marked_items(stored, rules.PUBLIC)
        return table.days(week, marked, clock.today(), self.request)

    @property
    def quick(self) -> tuple[PublicItem, ...]:
        """The schedule of this week, and as a calendar that a phone keeps up to date."""
        if self.schedule is None:
            return ()
        return (
            PublicItem("week", _("This week's schedule"), f"{self.url}/@@public-week", 10),
            PublicItem("ical", _("Schedule on your phone"), f"{self.url}/@@feed/body.ics", 90),
        )

    @property
    def section(self) -> dict:
        """For the macro ``public_head``."""
        values = {"number": self.week.number}
        return {
            "id": self.id,
            "title": _("Work schedule of week ${number}", mapping=values),
            "note": self._note,
            "url": week_url(self.schedule, "public-week", self.week),
            "link": _("The whole week"),
        }

    @property
    def _note(self) -> str:
        """``12/8 – 18/8/2024 · lịch này thay thư mời họp``."""
        first = self.week.first
        replaces = self.days and weeks.find(self.schedule, self.week).edition.replaces_invitation
        banner = translate(words.BANNER, context=self.request).lower() if replaces else ""
        period = f"{first.day}/{first.month} – {full_date(self.week.last)}"
        return " · ".join(filter(None, (period, banner)))

    def render(self) -> str:
        """The section."""
        return "" if self.schedule is None else self.template()


class ReceptionPart(_OfSite):
    """The coming reception days on the front page."""

    id = "reception"
    order = 20
    column = "side"
    quick = ()
    template = ViewPageTemplateFile("browser/part_reception.pt")

    @property
    def section(self) -> dict:
        """For the macro ``public_head``."""
        return {
            "id": self.id,
            "title": _("Reception of citizens"),
            "url": f"{self.url}/@@reception-days",
            "link": _("The whole month"),
        }

    @cached_property
    def rows(self) -> list[dict]:
        """The next receptions of this month and the one after."""
        today = clock.today()
        after = (today.replace(day=1) + timedelta(days=31)).replace(day=1)
        found = []
        for first in (today.replace(day=1), after):
            found += rules.receptions(
                self.schedule.reception_rules,
                self.schedule.substitutions,
                first.year,
                first.month,
                work_calendar(),
            )
        coming = [one for one in found if one.day >= today]
        return [row(one, self.request) for one in coming[:COMING]]

    def render(self) -> str:
        """The section."""
        return "" if self.schedule is None else self.template()


@implementer(ISecondCalendar)
class LunarCalendar:
    """The lunar date in the head of every public page."""

    def title(self, day: date):
        """``Âm lịch 11/7 Giáp Thìn``."""
        found = rules.lunar(day)
        values = {"day": found.short, "year": rules.year_name(found.year)}
        if found.leap:
            return _("Lunar ${day} (leap month), year ${year}", mapping=values)
        return _("Lunar ${day}, year ${year}", mapping=values)


class ScheduleSearch(_OfSite):
    """What the search of the public pages finds in the published weeks."""

    id = "schedule"
    title = words.SCHEDULE
    order = 10

    def find(self, text: str, limit: int) -> list[PublicHit]:
        """The items of the last and the next half year that have all words, the nearest first."""
        wanted = words_of(bare(text))
        if not wanted or self.schedule is None:
            return []
        today = clock.today()
        items = viewing.published(self.schedule.body_uid, today - BEFORE, today + AFTER)
        found = [
            one
            for one in rules.seen(items, rules.PUBLIC)
            if all(word in words_of(bare(_searched(one))) for word in wanted)
        ]
        found.sort(key=lambda one: abs((one.day - today).days))
        return [self._hit(one) for one in found[:limit]]

    def _hit(self, item: rules.Item) -> PublicHit:
        when = translate(words.time_words(item), context=self.request)
        about = "; ".join(one for one in (words.names(item.chairs), item.place) if one)
        url = week_url(self.schedule, "public-week", rules.week_of(item.day))
        return PublicHit(item.content, url, f"{self.day_title(item.day)} {when}", about)


def _searched(item: rules.Item) -> str:
    people = (*item.chairs, *item.participants)
    return " ".join([item.content, item.place, *(one.title for one in people)])
