"""Under which addresses something shows, as Plone's caching asks for it (``IPurgePaths``).

Answers to questions that people type (``?q=``, further pages of lists) are left to grow old:
a front cache keeps nothing for longer than ``ui.browser.public.FRESH``.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from plone import api
from vanphong.calendars import clock
from vanphong.invitations import meetings
from vanphong.portal import site
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.schedules.interfaces import ISchedule
from z3c.caching.interfaces import IPurgePaths
from zope.component import adapter
from zope.interface import Interface
from zope.interface import implementer


#: The front page by its name; the first body has it at ``/``, too.
FRONT = "@@portal"

#: Addresses that lead on to the page of a body.
SHORT = ("/lich-cong-tac", "/giay-moi", "/tiep-cong-dan")


@implementer(IPurgePaths)
@adapter(Interface)
class _Paths:
    """Base: addresses below the site; the same whatever the host is called.

    ``body_uid`` says on whose front page and lists it shows, ``listed`` on which lists; what
    belongs to no body with pages of its own shows on those of all.
    """

    listed: tuple[str, ...] = ()

    def __init__(self, context):
        self.context = context

    def getRelativePaths(self) -> list[str]:
        """Paths below the address of the site."""
        lists = (path for name in (FRONT, *self.listed) for path in self.of_bodies(name))
        return ["/", "/sitemap.xml", *lists, *self.pages()]

    def getAbsolutePaths(self) -> list[str]:
        """None."""
        return []

    def pages(self) -> Iterable[str]:
        """The pages of the thing itself."""
        return ()

    @property
    def body_uid(self) -> str:
        """UID of the body, or ""."""
        return getattr(self.context, "body_uid", "") or ""

    def of_bodies(self, name: str) -> Iterator[str]:
        """A page of the site as each of the bodies concerned links it."""
        bodies = site.bodies(api.portal.get())
        own = [one for one in bodies if one.UID() == self.body_uid]
        for one in own or bodies or [None]:
            page, _mark, asked = name.partition("?")
            given = "" if one in (None, *bodies[:1]) else f"body={one.getId()}"
            query = "&".join(filter(None, (given, asked)))
            yield f"/{page}?{query}" if query else f"/{page}"

    @property
    def path(self) -> str:
        """Of the object itself."""
        return path_of(self.context)


class SitePaths(_Paths):
    """Settings and organisation: the pages that everybody begins with, of all bodies."""

    listed = ("@@published", "@@contacts", "@@invitations", "@@accessibility")

    def pages(self) -> Iterator[str]:
        """Short addresses, and the schedules."""
        yield from SHORT
        place = self.context.get(weeks.PLACE)
        for one in () if place is None else place.objectValues():
            if ISchedule.providedBy(one):
                yield f"{path_of(one)}/@@public-week"
                yield f"{path_of(one)}/@@reception-days"


class PublicationPaths(_Paths):
    """The page of a document and its files, the lists and the feed."""

    @property
    def listed(self) -> tuple[str, ...]:
        """All documents, and those of the year as the front page links them."""
        day = self.context.issued_date
        years = {clock.today().year} | ({day.year} if day is not None else set())
        return ("@@published", *(f"@@published?year={year}" for year in sorted(years)))

    def pages(self) -> Iterator[str]:
        """See the class."""
        yield self.path
        yield "/@@published.rss"
        for uid in self.context.file_uids:
            yield f"{self.path}/@@public-file/{uid}"


class SchedulePaths(_Paths):
    """The present week, reception days of two months, feeds."""

    def pages(self) -> Iterator[str]:
        """See the class."""
        for name in ("public-week", "reception-days", "schedule.rss", "feed/body.ics"):
            yield f"{self.path}/@@{name}"
        for step in range(2):
            years, month = divmod(clock.today().month - 1 + step, 12)
            yield f"{self.path}/@@reception-days/{clock.today().year + years}/{month + 1}"


class WeekPaths(SchedulePaths):
    """The same, the page of the week with its papers, and feeds of those in it."""

    @property
    def schedule(self):
        """The schedule of the week."""
        return self.context.__parent__

    @property
    def path(self) -> str:
        """That of the schedule."""
        return path_of(self.schedule)

    @property
    def body_uid(self) -> str:
        """That of the schedule."""
        return self.schedule.body_uid

    def pages(self) -> Iterator[str]:
        """See the class."""
        yield from super().pages()
        steps = f"{self.context.year}/{self.context.number}"
        for name in ("public-week", "schedule.docx", "schedule.pdf"):
            yield f"{self.path}/@@{name}/{steps}"
        items = [one for edition in self.context.editions[-2:] for one in edition.items]
        items = list(rules.seen(items, rules.PUBLIC))
        for slug in words.chair_slugs(items):
            yield f"{self.path}/@@public-week/{steps}?chair={slug}"
        for name in self._feeds(items):
            yield f"{self.path}/@@feed/{name}.ics"

    def _feeds(self, items: list[rules.Item]) -> Iterator[str]:
        tokens = {one.token for item in items for one in item.people}
        for one in known.leaders(self.schedule):
            if one.token in tokens:
                yield f"leader/{words.slug(one.title)}"
        for unit in known.units(self.schedule):
            if known.unit_token(unit.uid) in tokens:
                yield f"unit/{unit.path.rpartition('/')[2]}"
        for room in sorted({one.room for one in items if one.room}):
            yield f"room/{room}"


class InvitationPaths(_Paths):
    """The lists of invitations, and the page of a meeting with its calendar and files."""

    listed = ("@@invitations", "@@invitations?past=1")

    def getRelativePaths(self) -> list[str]:
        """None for a document that invites to nothing."""
        return super().getRelativePaths() if meetings.of(self.context) is not None else []

    def pages(self) -> Iterator[str]:
        """See the class."""
        uid = self.context.UID()
        yield f"/@@invitation/{uid}"
        yield f"/@@invitation.ics/{uid}"
        for one in self.context.attachments:
            yield f"/@@invitation-file/{uid}/{one.uid}"


def path_of(context) -> str:
    """Path of an object below the site."""
    steps = context.getPhysicalPath()[len(api.portal.get().getPhysicalPath()) :]
    return "/" + "/".join(steps)
