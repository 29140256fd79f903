"""GET @meeting, POST @meeting-act/<act>, GET @my-invitations."""

from vanphong.calendars import clock
from vanphong.invitations import actions
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.invitations import viewing
from vanphong.invitations.actions.attending import token_of
from vanphong.invitations.actions.concluding import listed
from vanphong.invitations.browser import said
from vanphong.ledger import invitations as ledger
from vanphong.ledger.services import NamedActService
from vanphong.organisation import people
from vanphong.ui.services import OfficeService
from vanphong.ui.services import iso
from zope.publisher.interfaces import NotFound


def shown(look: viewing.Look, request) -> dict:
    """A meeting as somebody may know of it; answers and codes are for the organiser."""
    event, document = look.meeting.event, look.document
    found = {
        "@id": telling.url_of(document),
        "uid": document.UID(),
        "symbol": document.symbol,
        "title": event.title,
        "starts_at": event.starts_at.isoformat(),
        "ends_at": iso(event.ends_at),
        "place": event.place,
        "room": event.room or None,
        "chairs": list(event.chairs),
        "online_link": event.online_link,
        "answer_by": iso(event.answer_by),
        "urgent": event.urgent,
        "public": event.public,
        "sequence": event.sequence,
        "cancelled": event.cancelled or None,
        "mine": [_seat(look.meeting.seats[key], event, request) for key in look.answering],
    }
    if look.organises or look.chairs:
        count = meetings.head_count(look.meeting)
        found["count"] = {**vars(count), "expected": count.expected}
        found["answers"] = [_seat(one, event, request) for one in look.meeting.in_order]
        found["present"] = [_present(one) for one in listed(look.meeting)]
    if look.organises:
        found["public_files"] = list(look.meeting.public_papers)
        found["sign_in"] = token_of(document)
    return found


class MeetingGet(OfficeService):
    """The meeting of an invitation, for who is invited or prepares it; 404 for others."""

    def answer(self):
        """The meeting."""
        return shown(_look(self), self.request)


class MyInvitationsGet(OfficeService):
    """Meetings to come to which the person is invited."""

    def answer(self):
        """Those that wait for an answer first."""
        rows = ledger.mine(people.me().tokens, clock.now())
        found = [said.row(row, self.request) for row in rows]
        found.sort(key=lambda one: bool(one["answer"]))
        names = ("invitee", "title", "symbol", "place", "day", "time", "answer", "cancelled")
        return {
            "items": [
                {
                    "@id": row["url"],
                    "invitee": row["invitee"],
                    **{name: row[name] for name in names},
                }
                for row in found
            ]
        }


#: The acts by their names in the address: name in the trail, and the call.
ACTS = {
    "answer": (
        "answer_invitation",
        lambda document, body: actions.answer(
            document,
            body.text("answer"),
            invitee=body.text("invitee"),
            who=body.text("who"),
            reason=body.text("reason"),
        ),
    ),
    "answer-for": (
        "answer_for_invitee",
        lambda document, body: actions.answer_for(
            document,
            body.text("invitee"),
            body.text("answer"),
            who=body.text("who"),
            reason=body.text("reason"),
        ),
    ),
    "change": (
        "change_meeting",
        lambda document, body: actions.change_meeting(
            document, body.values, reason=body.text("reason"), despite=body.flag("despite")
        ),
    ),
    "cancel": (
        "cancel_meeting",
        lambda document, body: actions.cancel_meeting(document, body.text("reason")),
    ),
    "remind": (
        "remind_invitees",
        lambda document, body: actions.remind_invitees(document, body.texts("invitees")),
    ),
    "call": (
        "note_call",
        lambda document, body: actions.note_call(document, body.text("invitee"), body.text("note")),
    ),
    "share": (
        "share_papers",
        lambda document, body: actions.share_papers(document, body.texts("files")),
    ),
    "sign-in": (
        "sign_in",
        lambda document, body: actions.sign_in(document, body.text("code")),
    ),
    "present": (
        "mark_present",
        lambda document, body: actions.mark_present(
            document,
            invitee=body.text("invitee"),
            name=body.text("name"),
            unit=body.text("unit"),
        ),
    ),
    "absent": (
        "mark_absent",
        lambda document, body: actions.mark_absent(document, body.text("key")),
    ),
    "renew": (
        "renew_sign_in",
        lambda document, body: actions.renew_sign_in(document, body.text("present")),
    ),
    "conclude": (
        "draft_conclusion",
        lambda document, body: actions.draft_conclusion(document),
    ),
}


class ActPost(NamedActService):
    """Do one act on a meeting."""

    acts = ACTS

    def perform(self):
        """The act; 404 for who may not know of the meeting, but may come in by its code."""
        if self.name != "sign-in":
            _look(self)
        return super().perform()

    def done(self, made):
        """What was made, or the meeting as it is now."""
        if isinstance(made, rules.Present):
            return {"present": _present(made)}
        if self.name == "conclude":
            self.created(made.absolute_url())
            return {"@id": made.absolute_url(), "subject": made.subject}
        return shown(_look(self), self.request)


def _look(service) -> viewing.Look:
    found = viewing.look(service.context)
    if found is None or not found.may_look:
        raise NotFound(service.context, service.__name__, service.request)
    return found


def _seat(seat, event: rules.Event, request) -> dict:
    row = said.answer(seat, event, request)
    names = ("key", "title", "who", "reason", "by", "outside")
    return {
        **{name: row[name] for name in names},
        "answer": {"token": row["kind"], "title": row["words"]} if row["kind"] else None,
        "at": iso(row["at"]),
    }


def _present(one: rules.Present) -> dict:
    return {
        "key": one.key,
        "title": one.title,
        "unit": one.unit,
        "at": one.at.isoformat(),
        "way": str(one.way),
        "invitee": one.invitee or None,
    }
