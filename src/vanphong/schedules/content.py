"""Content types Schedules, Schedule and ScheduleWeek.

Values are kept as tuples of frozen dataclasses of ``rules``; they change by acts alone.
"""

from BTrees.OOBTree import OOBTree
from plone.dexterity.content import Container
from plone.dexterity.content import Item
from plone.supermodel import model
from vanphong import _
from vanphong.documents import doors
from vanphong.documents.content import record
from vanphong.schedules.interfaces import ISchedule
from vanphong.schedules.interfaces import ISchedules
from vanphong.schedules.interfaces import IScheduleWeek
from vanphong.schedules.rules import Week
from zope import schema
from zope.interface import implementer


doors.open_to_all(
    "public-week", "reception-days", "feed", "schedule.rss", "schedule.docx", "schedule.pdf"
)


class ITitled(model.Schema):
    """The one field that Plone itself shows."""

    title = schema.TextLine(title=_("Name"))


@record
@implementer(ISchedules)
class Schedules(Container):
    """The folder of the schedules (lịch công tác) of all bodies of a site.

    ``addresses`` are the secret addresses of people: key -> (user id, SHA-256 of the
    secret); ``keys`` the present key of each person.
    """

    # no type hints here: Zope's annotations would go into the __annotations__ of the class
    addresses = None
    keys = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.addresses = OOBTree()
        self.keys = OOBTree()

    def __before_publishing_traverse__(self, arg1, arg2=None):
        """Visitors come to the pages made for them, and learn nothing of any week."""
        doors.check(self, arg2 or arg1, depth=2)
        super().__before_publishing_traverse__(arg1, arg2)


@record
@implementer(ISchedule)
class Schedule(Container):
    """The schedule of one body; holds its weeks under ids such as ``2024-33``.

    ``rooms``, ``reception_rules`` and ``substitutions`` are tuples of values.
    """

    body_uid = ""
    rooms = ()
    reception_rules = ()
    substitutions = ()


@record
@implementer(IScheduleWeek)
class ScheduleWeek(Item):
    """One week: the items as they are worked on, and the editions that were published.

    ``items`` are values of ``rules.Item``, ``editions`` of ``rules.Edition``, the newest one
    last; none is ever taken away. ``approved`` is who approved it, as a title; ``pdfs`` the
    papers made of the editions, blobs by the number of the edition.
    """

    year = 2000
    number = 1
    items = ()
    editions = ()
    approved = ""
    note = ""
    pdfs = None

    @property
    def week(self):
        """Which week it is."""
        return Week(self.year, self.number)

    @property
    def edition(self):
        """The edition published last, or None."""
        return self.editions[-1] if self.editions else None
