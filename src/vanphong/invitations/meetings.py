"""The meeting behind an issued invitation, kept as an annotation of its document.

Each invitee is an object of its own in the database: two who answer at the same moment do not
write the same one.
"""

from BTrees.OOBTree import OOBTree
from persistent import Persistent
from persistent.mapping import PersistentMapping
from secrets import token_bytes
from vanphong.invitations import rules
from zope.annotation.interfaces import IAnnotations


KEY = "vanphong.invitations"

#: The type of document that invites (Decree 30/2020, Annex III, form 1.7).
INVITATION = "giay-moi"


class Seat(Persistent):
    """One invitee: who it is, the answers, and who was asked by telephone."""

    def __init__(self, place, invitee):
        self.place = place
        self.invitee = invitee  # rules.Invitee
        self.answer = None  # rules.Answer
        self.answers = ()  # all of them, the newest last
        self.calls = ()  # (moment, title of who called, note)


class Meeting(Persistent):
    """The state of a meeting; ``events`` are all states since it was issued, the newest last.

    ``secret`` signs the addresses of the sign-in page. ``public_papers`` are the UIDs of the
    annexes that everybody may read, ``conclusion`` that of the notice of what was concluded,
    ``list_pdf`` the PDF of the attendance list after the key of what it says.
    """

    public_papers = ()
    conclusion = ""
    list_pdf = ("", None)

    def __init__(self, event):
        self.events = (event,)  # rules.Event
        self.seats = PersistentMapping()
        self.present = OOBTree()
        self.secret = token_bytes(32)

    @property
    def event(self):
        """The meeting as it stands now."""
        return self.events[-1]

    @property
    def in_order(self):
        """The seats in the order of the invitation."""
        return sorted(self.seats.values(), key=lambda one: one.place)


def of(document):
    """The meeting of a document, None when it is no issued invitation."""
    notes = IAnnotations(document, None)
    return None if notes is None else notes.get(KEY)


def begin(document, event: rules.Event, invitees) -> Meeting:
    """Keep the meeting of an invitation that is issued."""
    made = Meeting(event)
    for place, one in enumerate(invitees):
        made.seats[one.key] = Seat(place, one)
    IAnnotations(document)[KEY] = made
    return made


def head_count(meeting) -> rules.HeadCount:
    """How many were invited, answered and came."""
    present = list(meeting.present.values())
    guests = sum(1 for one in present if not one.invitee)
    answers = [one.answer for one in meeting.in_order]
    return rules.counted(answers, meeting.event, len(present), guests)


def stale(seat, event: rules.Event) -> bool:
    """Whether somebody answered before the meeting changed, and is asked anew."""
    return seat.answer is not None and not rules.stands(seat.answer, event)


def standing(seat, event: rules.Event):
    """The answer that counts, or None."""
    return seat.answer if rules.stands(seat.answer, event) else None
