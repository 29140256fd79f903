"""What the acts share: the meeting of a document, its seats, and telling of what was done."""

from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.invitations import meetings
from vanphong.invitations import readmodel
from vanphong.invitations.interfaces import InvitationActDone
from vanphong.ledger.acts import done
from zope.event import notify


ORGANISERS = _("the unit that prepares the meeting and the Office")
INVITEES = _("leaders and clerks of the units that are invited, and invited people")

LONGEST = 500


def meeting_of(document: Any) -> Any:
    """The meeting that a document calls.

    :raises InvalidInput: when it is no issued invitation.
    """
    found = meetings.of(document)
    if found is None:
        raise InvalidInput(_("No meeting was called by this document."))
    return found


def seat_of(meeting: Any, key: str) -> Any:
    """The seat of an invitee.

    :raises InvalidInput: for a key that there is not.
    """
    found = meeting.seats.get(key)
    if found is None:
        raise InvalidInput(_("Nobody of this name is invited."), field="invitee")
    return found


def reason_of(text: str, *, needed: bool = True) -> str:
    """A reason as one line.

    :raises InvalidInput: when there is none, or it is a novel.
    """
    found = " ".join(text.split())
    if needed and not found:
        raise InvalidInput(_("Give the reason."), field="reason")
    if len(found) > LONGEST:
        raise InvalidInput(_("This is too long."), field="reason")
    return found


def told(act: str, document: Any, *, rows: bool = True, **detail: Any) -> None:
    """Write the rows and the line of an act, and tell the features above of it."""
    if rows:
        readmodel.write(document)
    done(act, document, **detail)
    notify(InvitationActDone(act, document, detail))
