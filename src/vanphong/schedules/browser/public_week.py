"""The published week, as everybody reads it: ``@@public-week/2024/33``."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import table
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.schedules.browser.address import Steps
from vanphong.schedules.browser.address import week_url
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.format import full_date
from vanphong.ui.format import weekday
from zope.i18n import translate


#: The last cells of a line: name, class, label.
CELLS = (
    ("chairs", "c", _("Chair")),
    ("participants", "p", _("Participants")),
    ("place", "l", _("Place")),
    ("preparer", "q", _("Prepared by")),
)


class PublicWeek(Steps, PublicPage):
    """One week of a body; ``?chair=`` shows the lines of one leader."""

    menu_id = "schedule"
    has_search = False
    view_name = "public-week"

    @cached_property
    def week(self) -> rules.Week:
        """Which week is shown."""
        return self.week_asked()

    @cached_property
    def stored(self):
        """The week, None while it is not published: alike for all reasons."""
        found = weeks.find(self.context, self.week)
        return found if weeks.public_edition(found) else None

    @property
    def title(self):
        """Title of the page."""
        values = {"number": self.week.number, "year": self.week.year}
        return _("Work schedule of week ${number}, ${year}", mapping=values)

    @property
    def description(self):
        """For search engines."""
        values = {"first": full_date(self.week.first), "last": full_date(self.week.last)}
        return _("Work of the leaders from ${first} to ${last}", mapping=values)

    @property
    def address(self) -> str:
        """The one address of the week."""
        return week_url(self.context, self.view_name, self.week)

    @property
    def feeds(self):
        """The changes as RSS."""
        return ((_("Work schedule"), f"{self.context.absolute_url()}/@@schedule.rss"),)

    @cached_property
    def edition(self):
        """What was published last."""
        return self.stored.edition if self.stored is not None else None

    @cached_property
    def all_marked(self):
        """Every line that a citizen sees."""
        if self.stored is None:
            return ()
        return table.marked_items(self.stored, rules.PUBLIC)

    @cached_property
    def chair(self) -> str:
        """Slug of the leader whose lines are wanted, "" for all."""
        wanted = self.request.form.get("chair", "")
        return wanted if wanted in self.chairs_known else ""

    @cached_property
    def chairs_known(self) -> dict[str, str]:
        """Who chairs something this week."""
        items = [one.item for one in self.all_marked]
        return words.chair_slugs(items, known.leaders(self.context))

    @property
    def chairs(self) -> list[dict]:
        """Links by which one leader's lines are chosen."""
        url = self.address
        every = {"title": _("All"), "url": url, "on": not self.chair}
        return [
            every,
            *(
                {"title": title, "url": f"{url}?chair={slug}", "on": slug == self.chair}
                for slug, title in self.chairs_known.items()
            ),
        ]

    @cached_property
    def days(self) -> list[dict]:
        """The table."""
        chosen = self.chair
        marked = [one for one in self.all_marked if not chosen or words.of_chair(one.item, chosen)]
        return table.days(self.week, marked, clock.today(), self.request)

    @property
    def cells(self) -> list[dict]:
        """The last cells of a line: name, class, and the label that a phone shows."""
        return [
            {"name": name, "css": css, "label": translate(label, context=self.request)}
            for name, css, label in CELLS
        ]

    @property
    def counts(self) -> list[dict]:
        """How much was changed since the first edition."""
        return table.counted(self.all_marked)

    @property
    def changed(self) -> int:
        """Number of changes."""
        return sum(one["n"] for one in self.counts)

    @property
    def banner(self):
        """``LỊCH NÀY THAY THƯ MỜI HỌP``, or ""."""
        replaces = self.edition is not None and self.edition.replaces_invitation
        return words.BANNER if replaces else ""

    @property
    def edition_said(self):
        """Which edition it is."""
        return words.edition_words(self.edition)

    @property
    def previous(self) -> dict:
        """The week before."""
        return self._neighbour(-1)

    @property
    def next(self) -> dict:
        """The week after."""
        return self._neighbour(1)

    def _neighbour(self, step: int) -> dict:
        week = self.week.after(step)
        title = _("Week ${number}", mapping={"number": week.number})
        return {"title": title, "url": week_url(self.context, self.view_name, week)}

    @property
    def period(self) -> str:
        """``12/8 – 18/8/2024``."""
        first, last = self.week.first, self.week.last
        return f"{first.day}/{first.month} – {full_date(last)}"

    def day_title(self, day) -> str:
        """``Thứ Tư, 14/8``."""
        name = translate(weekday(day), context=self.request)
        return f"{name[:1].upper()}{name[1:]}, {day.day}/{day.month}"

    @property
    def docx_url(self) -> str:
        """The week on A4, to be edited or printed."""
        return week_url(self.context, "schedule.docx", self.week)

    @property
    def pdf_url(self) -> str:
        """The week on A4; "" while it is not made."""
        made = self.stored is not None and self.edition.number in (self.stored.pdfs or {})
        return week_url(self.context, "schedule.pdf", self.week) if made else ""

    @property
    def ical_url(self) -> str:
        """The calendar of the body."""
        return f"{self.context.absolute_url()}/@@feed/body.ics"
