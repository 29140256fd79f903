"""Meetings of the sample body in the hands of a test: called by VH&TT."""

from datetime import datetime
from tests.office import as_user
from tests.office import tick
from tests.outgoing_office import HEAD
from tests.outgoing_office import Outgoing
from vanphong.calendars import clock
from vanphong.invitations import actions
from vanphong.invitations import meetings
from vanphong.schedules import weeks


#: Monday of next week, 08:00; the clock of the sample stands on Wednesday before.
START = datetime(2024, 8, 19, 8, 0, tzinfo=clock.TZ)


class Meetings:
    """Ways of an invitation."""

    def __init__(self, office):
        self.office = office
        self.outgoing = Outgoing(office)

    def called(self, despite="Đã thống nhất", **event):
        """An issued invitation, whatever else is planned at that time."""
        return self.outgoing.issued(self.signed(**event), despite=despite)

    def signed(self, units=("noivu", "tuphap"), outside=("Sở Y tế tỉnh An Bình",), **event):
        """One that may be issued."""
        recipients = [{"name": one, "unit": self.office.uid(one)} for one in units]
        recipients = [
            {**one, "name": self.office.unit(one["name"]).title} for one in recipients
        ] + [{"name": one} for one in outside]
        values = {
            "starts_at": "2024-08-19T08:00",
            "ends_at": "2024-08-19T10:30",
            "place": "Phòng họp số 1",
            "chairs": "Chủ tịch UBND huyện",
            "answer_by": "2024-08-16T16:00",
            "public": "1",
            **event,
        }
        return self.outgoing.sealed(
            document_type="giay-moi",
            subject="Họp triển khai công tác phòng, chống bão số 5",
            recipients=recipients,
            particulars=values,
        )

    def private(self, **event):
        """One that nobody outside may know of."""
        return self.called(public="", **event)

    def answered(self, **event):
        """One that the division of home affairs will attend."""
        document = self.called(**event)
        self.do("answer", document, "truongphong-noivu", "attend")
        return document

    def begun(self, **event):
        """One that has begun."""
        document = self.answered(**event)
        clock.freeze(START)
        return document

    def do(self, act, document, by, *args, **more):
        """One act of somebody."""
        with as_user(by):
            tick()
            return getattr(actions, act)(document, *args, **more)

    def meeting(self, document):
        """The meeting of an invitation."""
        return meetings.of(document)

    def seat(self, document, name):
        """The key of a unit's seat."""
        return self.office.uid(name)

    @property
    def schedule(self):
        """The schedule of the body."""
        return weeks.schedule(self.office.body.UID())


ORGANISER = HEAD
