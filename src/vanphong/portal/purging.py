"""Which public pages change with what, as Plone's caching asks for it (``z3c.caching``).

A feature tells ``zope.event.notify(Purge(object))``; an adapter of the object to IPurgePaths
names the pages. Whoever listens makes them anew: ``front_cache`` for nginx, plone.cachepurging
for Varnish where an administrator has installed it.
"""

from plone import api
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.portal.interfaces import IPortalSettings
from vanphong.schedules.interfaces import ISchedule
from vanphong.schedules.interfaces import IScheduleSettings
from vanphong.schedules.interfaces import IScheduleWeek
from z3c.caching.interfaces import IPurgePaths
from z3c.caching.purge import Purge
from zope.component import adapter
from zope.component.hooks import getSite
from zope.event import notify
from zope.interface import Interface
from zope.interface import implementer


#: Changed by nearly everything.
ALWAYS = ("/", "/sitemap.xml")

#: Acts on schedules that no visitor can notice.
INSIDE = frozenset({"renew_address", "compile_week", "approve_week", "reopen_week"})

_SETTINGS = (IPortalSettings.__identifier__, IScheduleSettings.__identifier__)


@implementer(IPurgePaths)
@adapter(Interface)
class _Paths:
    """Base: addresses below the site; the same whatever the host is called."""

    pages: tuple[str, ...] = ()

    def __init__(self, context):
        self.context = context

    def getRelativePaths(self) -> list[str]:
        """Paths below the address of the site."""
        return [*ALWAYS, *self.pages]

    def getAbsolutePaths(self) -> list[str]:
        """None."""
        return []

    @property
    def path(self) -> str:
        """Of the object itself."""
        return path_of(self.context)


class SitePaths(_Paths):
    """Settings and organisation: the pages that everybody begins with."""

    @property
    def pages(self) -> tuple[str, ...]:
        """Lists, contacts, and the weeks of the schedules."""
        place = self.context.get("lich-cong-tac")
        found = () if place is None else place.objectValues()
        weeks = [f"{path_of(one)}/@@public-week" for one in found if ISchedule.providedBy(one)]
        return ("/@@published", "/@@contacts", "/@@invitations", "/@@accessibility", *weeks)


class PublicationPaths(_Paths):
    """The page of a document, the list and the feed."""

    @property
    def pages(self) -> tuple[str, ...]:
        """See the class."""
        day = self.context.issued_date
        years = () if day is None else (f"/@@published?year={day.year}",)
        return (self.path, "/@@published", "/@@published.rss", *years)


class SchedulePaths(_Paths):
    """Reception days, the present week, feeds."""

    @property
    def pages(self) -> tuple[str, ...]:
        """See the class."""
        names = ("public-week", "reception-days", "schedule.rss", "feed/body.ics")
        return tuple(f"{self.path}/@@{name}" for name in names)


class WeekPaths(SchedulePaths):
    """The same, and the page of the week."""

    @property
    def path(self) -> str:
        """That of the schedule."""
        return path_of(self.context.__parent__)

    @property
    def pages(self) -> tuple[str, ...]:
        """See the class."""
        return (
            *super().pages,
            f"{self.path}/@@public-week/{self.context.year}/{self.context.number}",
        )


class InvitationPaths(_Paths):
    """The list of invitations, and the page of a meeting."""

    @property
    def pages(self) -> tuple[str, ...]:
        """See the class."""
        return ("/@@invitations", f"/@@invitation/{self.context.UID()}")


def path_of(context) -> str:
    """Path of an object below the site."""
    steps = context.getPhysicalPath()[len(api.portal.get().getPhysicalPath()) :]
    return "/" + "/".join(steps)


def publication_changed(event) -> None:
    """A document was published, changed, let through or withdrawn."""
    notify(Purge(event.object))


def publication_removed(publication, event) -> None:
    """A publication was deleted."""
    notify(Purge(publication))


def schedule_changed(event) -> None:
    """Something was done in a schedule that visitors may see."""
    if event.act in INSIDE:
        return
    if IScheduleWeek.providedBy(event.context) or ISchedule.providedBy(event.context):
        notify(Purge(event.context))


def invitation_changed(event) -> None:
    """Something was done about a meeting."""
    if IOutgoing.providedBy(event.context):
        notify(Purge(event.context))


def document_moved(document, event) -> None:
    """An invitation is issued or recalled, and a publication goes with its document."""
    notify(Purge(document))


def unit_changed(unit, event) -> None:
    """A unit has another name or telephone."""
    if IUnitMarker.providedBy(unit) and getSite() is not None:
        notify(Purge(api.portal.get()))


def setting_changed(event) -> None:
    """A setting of the public pages has another value."""
    name = event.record.__name__
    if name.startswith(_SETTINGS) and event.oldValue != event.newValue:
        notify(Purge(api.portal.get()))
