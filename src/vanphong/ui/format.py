"""How dates, counts, sizes and deadlines are written (Decree 30/2020, Annex I.II.4).

Pure functions of their arguments: the caller passes the present day, so that one page
shows one moment. Words come back as messages, translated where they are shown.
"""

from datetime import date
from datetime import datetime
from typing import Protocol
from vanphong import _
from vanphong.errors import mark


KILOBYTE = 1024
MEGABYTE = KILOBYTE * KILOBYTE

WEEKDAYS = (
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
    _("Sunday"),
)

# kind of remaining time, unit: (text for one, text for more)
DUE_TEXTS = {
    ("left", "day"): (mark("1 day left"), mark("${n} days left")),
    ("left", "hour"): (mark("1 hour left"), mark("${n} hours left")),
    ("left", "minute"): (mark("1 minute left"), mark("${n} minutes left")),
    ("late", "day"): (mark("1 day late"), mark("${n} days late")),
    ("late", "hour"): (mark("1 hour late"), mark("${n} hours late")),
    ("late", "minute"): (mark("1 minute late"), mark("${n} minutes late")),
    ("done", "day"): (mark("done 1 day late"), mark("done ${n} days late")),
    ("done", "hour"): (mark("done 1 hour late"), mark("done ${n} hours late")),
    ("done", "minute"): (mark("done 1 minute late"), mark("done ${n} minutes late")),
}

DUE_CLASSES = {"none": "plain", "ontime": "calm", "soon": "soon", "today": "soon", "late": "late"}


class Remaining(Protocol):
    """How a deadline stands, as the calendars tell it.

    ``kind`` is none, ontime, soon, today or late; ``unit`` is day, hour or minute.
    """

    @property
    def kind(self) -> str:
        """How it stands."""

    @property
    def amount(self) -> int:
        """Units left, or passed when late."""

    @property
    def unit(self) -> str:
        """Unit of the amount."""


def day_month(day: date) -> str:
    """``14/8``, ``06/8``, ``12/02``: a nought before days below 10 and months 1 and 2."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"{day.day:02}/{month}"


def full_date(day: date) -> str:
    """``14/8/2024``."""
    return f"{day_month(day)}/{day.year}"


def short_date(day: date | None, today: date) -> str:
    """``14/8`` this year, else ``14/8/2024``; a dash for no date."""
    if day is None:
        return "–"
    return day_month(day) if day.year == today.year else full_date(day)


def clock_time(moment: datetime) -> str:
    """``07:42``."""
    return f"{moment:%H:%M}"


def moment(when: datetime | None, now: datetime) -> str:
    """``today, 07:42`` or ``13/8, 16:05``; a dash for no moment. Both in the same zone."""
    if when is None:
        return "–"
    if when.date() == now.date():
        return _("today, ${time}", mapping={"time": clock_time(when)})
    return f"{short_date(when.date(), now.date())}, {clock_time(when)}"


def weekday(day: date) -> str:
    """``thứ Năm``."""
    return WEEKDAYS[day.weekday()]


def weekday_date(day: date) -> str:
    """``thứ Năm 15/8/2024``."""
    return _("${weekday} ${date}", mapping={"weekday": weekday(day), "date": full_date(day)})


def number(n: int) -> str:
    """A count with a dot between thousands: ``1.205``. Not for identifiers."""
    return f"{n:,}".replace(",", ".")


def decimal(value: float, places: int = 1) -> str:
    """A decimal comma and no idle nought: ``89,8``, ``88``."""
    whole, dot, rest = f"{value:.{places}f}".partition(".")
    rest = rest.rstrip("0")
    sign = "-" if whole.startswith("-") else ""
    return sign + number(abs(int(whole))) + ("," + rest if dot and rest else "")


def count(n: int, cap: int = 1000) -> str:
    """``1.205``; above ``cap``, where nobody counted on: ``more than 1.000``."""
    if n > cap:
        return _("more than ${n}", mapping={"n": number(cap)})
    return number(n)


def size(octets: int) -> str:
    """``412 KB``, ``1,1 MB``."""
    if octets >= MEGABYTE:
        return f"{decimal(octets / MEGABYTE)} MB"
    return f"{max(1, round(octets / KILOBYTE))} KB" if octets else "0 KB"


def due_words(lateness: Remaining | None, finished: bool = False) -> tuple[str, str]:
    """The colour class and the words of a deadline.

    :param finished: the work is done, and lateness tells how late it was done.
    """
    if lateness is None or lateness.kind == "none":
        return "plain", _("no deadline")
    if finished:
        if lateness.kind != "late":
            return "done", _("done in time")
        return "late", _due("done", lateness)
    way = "late" if lateness.kind == "late" else "left"
    return DUE_CLASSES[lateness.kind], _due(way, lateness)


def _due(way: str, lateness: Remaining) -> str:
    one, more = DUE_TEXTS[way, lateness.unit]
    amount = lateness.amount
    return _(one) if amount == 1 else _(more, mapping={"n": number(amount)})


def initials(title: str) -> str:
    """At most two capitals for the round sign beside a name: ``Trưởng phòng`` → ``TP``."""
    words = [word for word in title.split() if word[:1].isalpha()]
    return "".join(word[0] for word in words[:2]).upper()
