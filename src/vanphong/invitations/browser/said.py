"""What pages say of a meeting: its time, its state, answers and those present."""

from vanphong import _
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.ledger import invitations as ledger
from vanphong.ui import format as fmt
from zope.i18n import translate


#: Tint and words of each answer.
TINTS = {
    rules.Kind.ATTEND: "done",
    rules.Kind.SUBSTITUTE: "soon",
    rules.Kind.ABSENT: "late",
}

WAITING = _("Not answered")
ASKED_ANEW = _("Asked anew")

CHOICES = (
    (rules.Kind.ATTEND, _("Attend")),
    (rules.Kind.SUBSTITUTE, _("Send a substitute")),
    (rules.Kind.ABSENT, _("Cannot attend")),
)


def facts(event: rules.Event, *, room: str = "") -> list[dict]:
    """Time, place, chair and the rest, for the macro of that name."""
    found = [
        (_("Time"), telling.time_words(event)),
        (_("Place"), event.place),
        (_("Chair"), "; ".join(event.chairs)),
        (_("Answer by"), f"{event.answer_by:%H:%M %d/%m/%Y}" if event.answer_by else ""),
    ]
    rows = [{"term": term, "value": value, "url": ""} for term, value in found if value]
    if event.online_link:
        link = event.online_link
        rows.append({"term": _("Online"), "value": link, "url": link})
    return rows


def answer(seat, event: rules.Event, request) -> dict:
    """An invitee with the answer, as a row of the organiser's table."""
    given = meetings.standing(seat, event)
    stale = meetings.stale(seat, event)
    kind = None if given is None else given.kind
    words = ASKED_ANEW if stale else WAITING
    return {
        "key": seat.invitee.key,
        "title": seat.invitee.title,
        "kind": "" if kind is None else str(kind),
        "tint": "line" if kind is None else TINTS[kind],
        "words": translate(words if kind is None else _(rules.ANSWERS[kind]), context=request),
        "who": "" if given is None else given.who_title,
        "reason": "" if given is None else given.reason,
        "by": "" if given is None else given.by_title,
        "at": None if given is None else given.at,
        "outside": seat.invitee.is_outside,
        "calls": seat.calls,
    }


def figures(count: rules.HeadCount) -> list[tuple[int, object]]:
    """The head count as pairs of number and word."""
    return [
        (count.invited, _("invited")),
        (count.attend, _("attend")),
        (count.substitute, _("send a substitute")),
        (count.absent, _("do not attend")),
        (count.waiting, _("not answered")),
        (count.present, _("present")),
    ]


def row(found: dict, request) -> dict:
    """A row of the ledger as lists show it."""
    start, end = found["starts_at"], found["ends_at"]
    day = translate(fmt.weekday(start.date()), context=request)
    when = f"{start:%H:%M}, {translate(fmt.weekday_date(start.date()), context=request)}"
    return {
        "uid": found["document_uid"],
        "url": f"{request.physicalPathToURL(found['path'].split('/'))}/@@meeting",
        "title": found["title"],
        "symbol": found["symbol"],
        "place": found["place"],
        "chairs": found["chairs"],
        "day": f"{day[:1].upper()}{day[1:]}, {start:%d/%m/%Y}",
        "short_day": f"{start:%d/%m}",
        "time": f"{start:%H:%M}",
        "about": " · ".join(filter(None, (found["symbol"], when, found["place"]))),
        "until": f"{end:%H:%M}",
        "answer_by": f"{found['answer_by']:%H:%M %d/%m}",
        "cancelled": found["state"] == ledger.CANCELLED,
        "urgent": found["urgent"],
        "changed": found["sequence"] > 0 and found["state"] != ledger.CANCELLED,
        "answer": found["answer"],
        "tint": TINTS.get(found["answer"], "line"),
        "answer_words": translate(
            _(rules.ANSWERS[found["answer"]]) if found["answer"] else WAITING, context=request
        ),
        "invitee": found["invitee"],
    }
