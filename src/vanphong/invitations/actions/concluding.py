"""From the meeting to the notice of what was concluded (thông báo kết luận)."""

from io import BytesIO
from typing import Any
from vanphong.attachments.actions import accept
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.invitations import rules
from vanphong.invitations import viewing
from vanphong.invitations.actions import frame
from vanphong.ledger.acts import attempt
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import actions as outgoing
from vanphong.outgoing import lettering
from vanphong.outgoing import links
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms import rules as forms
from vanphong.outgoing.forms.render import render_draft


#: The type of the draft.
NOTICE = "thong-bao"


def draft_conclusion(document: Any) -> Any:
    """Begin the notice of what was concluded: subject, basis, present and chair are there.

    It is no act of its own: the draft and its first version are, and leave their lines.

    :raises NotAllowed: for who neither organises the meeting nor drafts for a unit.
    :raises Conflict: before the meeting has begun, or when there is one already.
    """
    with attempt("draft_conclusion", document):
        meeting, unit = _checked(document)
    draft = outgoing.create_draft(unit, _values(document, meeting))
    outgoing.add_version(draft, [_text(draft, document, meeting)], note="Dự thảo từ cuộc họp")
    meeting.conclusion = draft.UID()
    return draft


def _checked(document: Any) -> tuple[Any, Any]:
    """The meeting, and the unit that drafts."""
    if not viewing.may(viewing.ORGANISE, document):
        raise NotAllowed(_("Only ${who} may do this here."), who=frame.ORGANISERS)
    meeting = frame.meeting_of(document)
    rules.check_standing(meeting.event)
    if not meeting.event.has_begun(clock.now()):
        raise Conflict(_("Nothing is concluded before the meeting has begun."))
    if conclusion_of(meeting) is not None:
        raise Conflict(_("The notice of the conclusions was begun already."))
    return meeting, _unit(document)


def conclusion_of(meeting: Any) -> Any:
    """The notice of what was concluded, None while there is none or it was given up."""
    found = links.document(meeting.conclusion)
    return None if found is None or getattr(found, "cancelled_at", None) else found


def _unit(document: Any) -> Any:
    """The unit that prepares the meeting, or another one of the person who acts."""
    me = people.me().user_id
    own = [document.drafting_unit, *people.me().units()]
    for uid in own:
        unit = directory.unit_object(uid)
        if unit is not None and directory.person_in(unit, me) is not None:
            return unit
    raise NotAllowed(_("Only those who belong to a unit draft for it."))


def _values(document: Any, meeting: Any) -> dict[str, Any]:
    recipients = [
        {"name": seat.invitee.title, "unit": seat.invitee.unit}
        for seat in meeting.in_order
        if seat.invitee.unit or seat.invitee.is_outside
    ]
    return {
        "document_type": NOTICE,
        "field": document.field,
        "subject": rules.conclusion_subject(meeting.event),
        "recipients": recipients,
        "related": [document.symbol],
    }


def _text(draft: Any, document: Any, meeting: Any) -> Any:
    """The draft as a DOCX of its form."""
    present = [" – ".join(filter(None, (one.title, one.unit))) for one in listed(meeting)]
    came = {one.invitee for one in meeting.present.values()}
    away = [one.invitee.title for one in meeting.in_order if one.invitee.key not in came]
    text = rules.conclusion_text(
        meeting.event,
        document.symbol,
        f"{document.issued_date:%d/%m/%Y}" if document.issued_date else "",
        present,
        away if present else (),
    )
    form = forms.forms_for(draft.document_type)[0]
    content = render_draft(builtin.template(form.code), lettering.letter_of(draft, text=text))
    return accept("thong-bao-ket-luan.docx", BytesIO(content), role="main")


def listed(meeting: Any) -> list[rules.Present]:
    """Those present, in the order in which they came."""
    return sorted(meeting.present.values(), key=lambda one: (one.at, one.title))
