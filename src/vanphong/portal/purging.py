"""When public pages change: handlers tell it to Plone's caching (``z3c.caching``).

A feature tells ``zope.event.notify(Purge(object))``; an adapter of the object to IPurgePaths
names the pages (``purge_paths``). Whoever listens makes them anew: ``front_cache`` for nginx,
plone.cachepurging for Varnish where an administrator has installed it.
"""

from plone import api
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.portal.interfaces import IPortalSettings
from vanphong.schedules.interfaces import ISchedule
from vanphong.schedules.interfaces import IScheduleSettings
from vanphong.schedules.interfaces import IScheduleWeek
from z3c.caching.purge import Purge
from zope.component.hooks import getSite
from zope.event import notify


#: Acts on schedules that no visitor can notice.
INSIDE = frozenset({"renew_address", "compile_week", "approve_week", "reopen_week"})

_SETTINGS = (IPortalSettings.__identifier__, IScheduleSettings.__identifier__)


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
