"""The office clock: the one place that asks what time it is.

Everything is Vietnamese time, +07:00 all the year. Tests and the sample office freeze the
clock; it then stands still, for all threads, until it is advanced or released.
"""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import timezone


#: Asia/Ho_Chi_Minh has had one offset since 1975. A fixed one can be stored with a moment in
#: the ZODB, whose pickles do not take a ZoneInfo.
TZ = timezone(timedelta(hours=7), "+07")

_frozen: datetime | None = None


def local(moment: datetime) -> datetime:
    """Give ``moment`` in Vietnamese time; a moment without a zone is taken as such."""
    return moment.replace(tzinfo=TZ) if moment.tzinfo is None else moment.astimezone(TZ)


def now() -> datetime:
    """Tell the time, with its zone."""
    return datetime.now(TZ) if _frozen is None else _frozen


def today() -> date:
    """Tell the day in Vietnam."""
    return now().date()


def freeze(moment: datetime | None) -> None:
    """Stop the clock at ``moment``, or let it go again with None."""
    global _frozen
    _frozen = None if moment is None else local(moment)


def advance(by: timedelta) -> datetime:
    """Move the stopped clock forward and tell the new time.

    :raises RuntimeError: the clock is running.
    """
    if _frozen is None:
        raise RuntimeError("The clock is running; freeze it before you advance it.")
    freeze(_frozen + by)
    return now()
