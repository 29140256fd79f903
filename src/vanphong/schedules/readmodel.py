"""The rows of the ledger that a week stands for."""

from vanphong.ledger.interfaces import IReadModel
from vanphong.schedules import flow
from vanphong.schedules import rules
from vanphong.schedules.interfaces import IScheduleWeek
from zope.component import adapter
from zope.interface import implementer
import json


@implementer(IReadModel)
@adapter(IScheduleWeek)
class ItemRows:
    """One row per item as it is worked on, and one as it is published."""

    table = "schedule_item"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        week = self.context
        yield from (self._row(item, False) for item in week.items)
        if flow.is_public(week):
            yield from (self._row(item, True) for item in week.edition.items)

    def _row(self, item, published: bool) -> dict:
        begin, end = item.span
        return {
            "item_uid": item.uid,
            "published": published,
            "document_uid": self.context.UID(),
            "body_uid": self.context.__parent__.body_uid,
            "week": self.context.week.key,
            "day": item.day,
            "begins": begin,
            "ends": end,
            "room": item.room,
            "tokens": " ".join(["", *sorted(item.tokens), ""]),
            "visibility": str(item.visibility),
            "state": str(item.state),
            "sequence": item.sequence,
            "item": json.dumps(rules.as_plain(item), ensure_ascii=False, sort_keys=True),
        }
