"""Feeds: iCalendar and RSS of what everybody may see, and the secret calendar of a person.

``@@feed/body.ics``, ``@@feed/leader/<slug>.ics``, ``@@feed/unit/<id>.ics``,
``@@feed/room/<id>.ics`` and ``@@feed/my/<address>.ics``, with ``?only=body`` without what other
bodies have put down. What is not there, and what nobody may
know of, is answered alike: 404.
"""

from datetime import timedelta
from functools import cached_property
from Products.Five import BrowserView
from vanphong.calendars import clock
from vanphong.organisation import people
from vanphong.schedules import addresses
from vanphong.schedules import calendar_file
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.schedules.browser.address import Steps
from vanphong.schedules.browser.address import week_url
from vanphong.ui.browser.public import answer
from xml.sax.saxutils import escape
from zExceptions import NotFound
from zope.i18n import translate


#: Days of a feed, before and after today.
BEFORE = timedelta(days=60)
AFTER = timedelta(days=400)

#: Weeks and lines of an RSS feed.
WEEKS_BACK = 6
LINES = 50

ICS = "text/calendar; charset=utf-8"


class Feed(Steps, BrowserView):
    """iCalendar feeds of a body."""

    def __call__(self):
        """The file."""
        kind, _dot, name = self._asked()
        makers = {
            "body": self._of_body,
            "leader": self._of_leader,
            "unit": self._of_unit,
            "room": self._of_room,
        }
        if kind == "my":
            return self._mine(name)
        maker = makers.get(kind)
        found = None if maker is None else maker(name)
        if found is None:
            raise NotFound("feed")
        title, items = found
        return self._send(title, rules.seen(items, rules.PUBLIC))

    def _asked(self) -> tuple[str, str, str]:
        path = "/".join(self.path)
        if not path.endswith(".ics"):
            raise NotFound("feed")
        return path.removesuffix(".ics").partition("/")

    @cached_property
    def _days(self):
        today = clock.today()
        return today - BEFORE, today + AFTER

    def _published(self, **more):
        return viewing.published(self.context.body_uid, *self._days, **more)

    @property
    def _body(self) -> str:
        return self.context.title

    def _of_body(self, name: str):
        return None if name else (self._body, self._published())

    def _of_leader(self, name: str):
        for one in known.leaders(self.context):
            if words.slug(one.title) == name:
                found = self._published(tokens=[one.token])
                shown = [item for item in found if rules.concerns(item, frozenset({one.token}))]
                return f"{one.title} · {self._body}", shown
        return None

    def _of_unit(self, name: str):
        for one in known.units(self.context):
            if one.path.rpartition("/")[2] == name:
                token = known.unit_token(one.uid)
                found = self._published(tokens=[token])
                shown = [item for item in found if rules.concerns(item, frozenset({token}))]
                return one.short, shown
        return None

    def _of_room(self, name: str):
        room = rules.room_of(self.context.rooms, name)
        if room is None:
            return None
        return f"{room.title} · {self._body}", self._published(room=room.id)

    def _mine(self, address: str):
        user = addresses.owner(weeks.folder(), address)
        person = people.person(user) if user else None
        if person is None or not person.tokens:
            raise NotFound("feed")
        items = viewing.mine(person.tokens, *self._days)
        if self.request.form.get("only") == "body":
            of_body = {one.uid for one in self._published(tokens=sorted(person.tokens))}
            items = tuple(one for one in items if one.uid in of_body)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        self.request.response.setHeader("Referrer-Policy", "no-referrer")
        return self._send(person.fullname, items, private=True)

    def _send(self, title: str, items, *, private: bool = False):
        site = self.request.get("SERVER_URL", "").partition("://")[2].partition(":")[0]
        body = calendar_file.calendar(title, items, site or "vanphong", self.request)
        self.request.response.setHeader("Content-Type", ICS)
        return answer(self.request, body, "private, no-store" if private else "")


class Rss(BrowserView):
    """``@@schedule.rss``: the editions of the last weeks, and what changed in them."""

    def __call__(self):
        """The feed."""
        entries = "".join(self._entries())
        title = escape(f"{self._said(words.SCHEDULE)} – {self.context.title}")
        url = escape(self.context.absolute_url())
        body = (
            '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>'
            f"<title>{title}</title><link>{url}/@@public-week</link>"
            f"<description>{title}</description><language>vi</language>{entries}</channel></rss>\n"
        )
        self.request.response.setHeader("Content-Type", "application/rss+xml; charset=utf-8")
        return answer(self.request, body)

    def _entries(self):
        now = rules.week_of(clock.today())
        for step in range(2, -WEEKS_BACK, -1):
            week = now.after(step)
            stored = weeks.find(self.context, week)
            if weeks.public_edition(stored) is not None:
                yield from self._of(stored, week)

    def _of(self, stored, week: rules.Week):
        url = escape(week_url(self.context, "public-week", week))
        for edition in reversed(stored.editions):
            name = self._said(words.edition_words(edition)) or self._said(words.SCHEDULE)
            lines = [
                one
                for one in rules.marked(stored.editions[0].items, edition.items)
                if rules.may_see(one.item, rules.PUBLIC)
            ]
            if edition.number:
                lines = [one for one in lines if one.mark is not None]
            told = "; ".join(self._line(one) for one in lines[:LINES])
            title = f"{name} – {self._said(words.week_words(week))}"
            yield (
                f"<item><title>{escape(title)}</title><link>{url}</link>"
                f'<guid isPermaLink="false">{stored.UID()}-{edition.number}</guid>'
                f"<pubDate>{edition.at:%a, %d %b %Y %H:%M:%S} +0700</pubDate>"
                f"<description>{escape(told)}</description></item>"
            )

    def _line(self, one: rules.Marked) -> str:
        changes = ", ".join(words.change_words(change, self.request) for change in one.changes)
        when = f"{one.item.day:%d/%m} {self._said(words.time_words(one.item))}"
        return f"{when}: {one.item.content}" + (f" ({changes})" if changes else "")

    def _said(self, text) -> str:
        return translate(text, context=self.request)
