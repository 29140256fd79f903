"""Who sees a meeting, and as what: organiser, invitee, substitute, or anybody."""

from AccessControl import getSecurityManager
from dataclasses import dataclass
from plone import api
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.organisation import people
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import MEMBERS
from vanphong.organisation.rules import token
from vanphong.outgoing import links
from vanphong.outgoing.interfaces import IOutgoing
from zExceptions import NotFound


ORGANISE = "vanphong: Manage Meeting"
ANSWER = "vanphong: Answer Invitation"
USE = "vanphong: Use Office"


@dataclass(frozen=True)
class Look:
    """A meeting in front of one person.

    :param answering: keys of the seats for which the person may answer.
    :param chairs: whether the person chairs it, and may know who answered what.
    :param concerned: keys of the seats by which the person is invited, or sent instead.
    """

    document: object
    meeting: meetings.Meeting
    organises: bool
    chairs: bool
    answering: tuple[str, ...]
    concerned: tuple[str, ...]

    @property
    def may_look(self) -> bool:
        """Whether the person may know of the meeting as somebody of the office."""
        return self.organises or self.chairs or bool(self.concerned)


def may(permission: str, context) -> bool:
    """Whether the current person holds a permission."""
    return bool(getSecurityManager().checkPermission(permission, context))


def answers_for(invitee: rules.Invitee) -> tuple[str, ...]:
    """Tokens of those who answer: the person, or leaders and clerks of the unit."""
    if invitee.unit:
        return token(LEADERS, invitee.unit), token(CLERKS, invitee.unit)
    return (invitee.token,) if invitee.token else ()


def concerns(seat) -> tuple[str, ...]:
    """Tokens of those whom a seat concerns: who answers, the members, the substitute."""
    invitee = seat.invitee
    found = [*answers_for(invitee)]
    if invitee.unit:
        found.append(token(MEMBERS, invitee.unit))
    if seat.answer is not None and seat.answer.who:
        found.append(seat.answer.who)
    return tuple(found)


def look(document) -> Look | None:
    """The meeting of a document for the current person; None when there is none."""
    meeting = meetings.of(document) if IOutgoing.providedBy(document) else None
    if meeting is None:
        return None
    tokens = people.me().tokens
    seats = meeting.in_order
    return Look(
        document,
        meeting,
        not api.user.is_anonymous() and may(ORGANISE, document),
        not tokens.isdisjoint(meeting.event.chair_tokens),
        tuple(one.invitee.key for one in seats if tokens.intersection(answers_for(one.invitee))),
        tuple(one.invitee.key for one in seats if tokens.intersection(concerns(one))),
    )


def look_or_404(document) -> Look:
    """The same; what is not there and what is not theirs is answered alike.

    :raises NotFound: for both.
    """
    found = look(document)
    if found is None or not found.may_look:
        raise NotFound("meeting")
    return found


def is_public(document) -> bool:
    """Whether everybody may know of the meeting."""
    meeting = meetings.of(document) if document is not None else None
    if meeting is None or not meeting.event.public:
        return False
    return api.content.get_state(document) == "issued" or bool(meeting.event.cancelled)


def public_document(uid: str):
    """The invitation with this UID, when everybody may know of it.

    :raises NotFound: for one that is not there, and one that is not for everybody.
    """
    found = links.document(uid) if uid and len(uid) <= 64 else None
    if found is None or not IOutgoing.providedBy(found) or not is_public(found):
        raise NotFound("invitation")
    return found


def of_incoming(document):
    """The invitation that a unit got as this incoming document, or None."""
    found = links.document(getattr(document, "origin_uid", ""))
    return found if found is not None and meetings.of(found) is not None else None


def papers(document, *, public: bool) -> list:
    """The signed PDF and the documents of the meeting, as far as somebody may read them."""
    meeting = meetings.of(document)
    files = list(document.attachments)
    if public:
        files = files[:1] + [one for one in files[1:] if one.uid in meeting.public_papers]
    return [one for one in files if not one.is_held]
