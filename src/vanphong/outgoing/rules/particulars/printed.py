"""The fields of a type in the words that its form prints."""

from collections.abc import Iterator
from datetime import date
from datetime import datetime
from vanphong.documents.rules import date_words
from vanphong.outgoing.forms.rules import Absence
from vanphong.outgoing.forms.rules import Enclosed
from vanphong.outgoing.forms.rules import Event
from vanphong.outgoing.forms.rules import Introduced
from vanphong.outgoing.forms.rules import Minutes
from vanphong.outgoing.rules.particulars.values import ENCLOSING
from vanphong.outgoing.rules.particulars.values import Decision
from vanphong.outgoing.rules.particulars.values import Introduction
from vanphong.outgoing.rules.particulars.values import Invitation
from vanphong.outgoing.rules.particulars.values import Leave
from vanphong.outgoing.rules.particulars.values import Meeting
from vanphong.outgoing.rules.particulars.values import Particulars
import re


_ABOUT = re.compile(r"^(?:v/v\.?:?|về việc:?)\s+", re.IGNORECASE)
_ARTICLE = re.compile(r"^điều\s+\d+", re.IGNORECASE)

#: Stands where an invitation does not say something yet, as in Form 1.7.
DOTS = "…" * 12


def printed(value: Particulars | None, subject: str = "", room: str = "") -> dict[str, object]:
    """What to put into a ``Letter``, by the names of its fields.

    :param subject: that of the document, for an event without a title of its own.
    :param room: the name of the room of a meeting.
    """
    match value:
        case Invitation():
            return {"event": _event(value, subject, room)}
        case Meeting():
            return {"minutes": _minutes(value)}
        case Decision():
            return _decision(value)
        case Introduction():
            return {"introduced": _introduced(value)}
        case Leave():
            return {"absence": _absence(value)}
    return {}


def time_words(moment: datetime | None, end: datetime | None = None) -> str:
    """``08 giờ 00 phút, ngày 19 tháng 8 năm 2024``; with an end from when to when."""
    if moment is None:
        return ""
    start = f"{_hour(moment)}, {date_words(moment.date())}"
    if end is None:
        return start
    if end.date() == moment.date():
        return f"từ {_hour(moment)} đến {_hour(end)}, {date_words(moment.date())}"
    return f"từ {start} đến {_hour(end)}, {date_words(end.date())}"


def articles(value: Particulars | None) -> str:
    """The articles of a decision, one a line, numbered: ``Điều 1. …``."""
    if not isinstance(value, Decision):
        return ""
    lines = enumerate(value.articles, 1)
    return "\n".join(
        line if _ARTICLE.match(line) else f"Điều {number}. {line}" for number, line in lines
    )


def _hour(moment: datetime) -> str:
    return f"{moment:%H} giờ {moment:%M} phút"


def _day(day: date | None) -> str:
    return "" if day is None else date_words(day)


def _event(value: Invitation, subject: str, room: str) -> Event:
    place = ", ".join(filter(None, (room, value.place)))
    return Event(
        invited=value.invitees,
        occasion=_occasion(value.title or subject),
        chair="; ".join(value.chairs) or DOTS,
        time=time_words(value.starts_at, value.ends_at) or DOTS,
        place=place or DOTS,
        notes=tuple(_notes(value)),
    )


def _occasion(text: str) -> str:
    """The event as it follows “Tới dự”: without “V/v”, its first word in small letters."""
    plain = _ABOUT.sub("", text)
    return plain[:1].lower() + plain[1:] if plain[1:2].islower() else plain


def _notes(value: Invitation) -> Iterator[str]:
    if value.prepare:
        yield f"Tài liệu chuẩn bị: {'; '.join(value.prepare)}."
    if value.online_link:
        yield f"Tham dự trực tuyến tại địa chỉ: {value.online_link}"
    if value.contact:
        yield f"Đầu mối liên hệ: {value.contact}."
    if value.answer_by:
        yield f"Đề nghị xác nhận việc tham dự trước {time_words(value.answer_by)}."
    yield from value.notes


def _minutes(value: Meeting) -> Minutes:
    return Minutes(
        started=time_words(value.opened_at),
        place=value.place,
        present=value.present,
        absent=value.absent,
        chair=value.chair,
        secretary=value.secretary,
        ended=time_words(value.closed_at),
    )


def _decision(value: Decision) -> dict[str, object]:
    found: dict[str, object] = {"authority": value.authority, "proposer": value.proposer}
    if value.decides == ENCLOSING:
        found["enclosed"] = Enclosed(value.enclosed_type, value.enclosed_subject)
    return found


def _introduced(value: Introduction) -> Introduced:
    until = _day(value.valid_until)
    return Introduced(value.person, value.position, value.sent_to, value.purpose, until)


def _absence(value: Leave) -> Absence:
    days = (value.ends_on - value.starts_on).days + 1 if value.starts_on and value.ends_on else 0
    return Absence(
        person=value.person,
        position=value.position,
        asked=_day(value.asked_on),
        counted_as=value.counted_as,
        days=f"{days:02d} ngày" if days else "",
        start=_day(value.starts_on),
        end=_day(value.ends_on),
        where=value.where,
    )
