"""The rows of the ledger that an issued invitation stands for."""

from dataclasses import replace
from vanphong.invitations import meetings
from vanphong.invitations import placing
from vanphong.invitations import viewing
from vanphong.ledger import invitations as ledger
from vanphong.ledger import mirrors
from vanphong.ledger import schedule_items
from vanphong.ledger.interfaces import IReadModel
from vanphong.ledger.words import bare
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.schedules import rules as schedules
from zope.component import adapter
from zope.interface import implementer
import json


@implementer(IReadModel)
@adapter(IOutgoing)
class InvitationRows:
    """One row for the meeting, one for each invitee."""

    table = "invitation"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        meeting = meetings.of(self.context)
        if meeting is None:
            return
        common = self._common(meeting.event)
        everybody = {one for seat in meeting.in_order for one in viewing.concerns(seat)}
        yield {**common, "invitee": "", "tokens": _tokens(everybody)}
        for seat in meeting.in_order:
            answer = meetings.standing(seat, meeting.event)
            yield {
                **common,
                "invitee": seat.invitee.key,
                "tokens": _tokens(viewing.answers_for(seat.invitee)),
                "answer": "" if answer is None else str(answer.kind),
            }

    def _common(self, event) -> dict:
        document = self.context
        chairs = "; ".join(event.chairs)
        return {
            "document_uid": document.UID(),
            "path": "/".join(document.getPhysicalPath()),
            "body_uid": document.body_uid,
            "title": event.title,
            "symbol": document.symbol or "",
            "place": event.place,
            "chairs": chairs,
            "folded": bare(" ".join((event.title, document.symbol or "", event.place, chairs))),
            "starts_at": event.starts_at,
            "ends_at": event.end,
            "answer_by": event.last_answer,
            "state": ledger.CANCELLED if event.cancelled else ledger.STANDING,
            "sequence": event.sequence,
            "public": event.public,
            "urgent": event.urgent,
        }


@implementer(IReadModel)
@adapter(IOutgoing)
class SubstituteRows:
    """The meeting in the schedules of those who were sent instead.

    They belong to the schedule of no body, and are found by the person alone: whom a unit
    sends is no change of the schedule that everybody reads.
    """

    table = "schedule_item"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """A row for each substitute and day."""
        meeting = meetings.of(self.context)
        if meeting is None or meeting.event.cancelled:
            return
        for seat in meeting.in_order:
            answer = meetings.standing(seat, meeting.event)
            if answer is not None and answer.who:
                for item in placing.items(self.context, meeting.event, ()):
                    yield self._row(item, schedules.Who(answer.who, answer.who_title))

    def _row(self, item, who) -> dict:
        own = replace(
            item,
            uid=f"{item.uid}-{who.token}",
            participants=(who,),
            visibility=schedules.Visibility.PRIVATE,
            sequence=meetings.of(self.context).event.sequence,
        )
        begin, end = own.span
        return {
            "item_uid": own.uid,
            "published": True,
            "document_uid": self.context.UID(),
            "day": own.day,
            "week": schedules.week_of(own.day).key,
            "begins": begin,
            "ends": end,
            "tokens": _tokens({who.token}),
            "visibility": str(own.visibility),
            "state": str(own.state),
            "sequence": own.sequence,
            "item": json.dumps(schedules.as_plain(own), ensure_ascii=False, sort_keys=True),
        }


def write(document) -> None:
    """Write the rows of a meeting anew."""
    ledger.forget(document.UID())
    schedule_items.forget(document.UID())
    mirrors.write(document)


def _tokens(tokens) -> str:
    return " ".join(["", *sorted(tokens), ""])
