"""Points in time in SQL."""

from datetime import UTC
from datetime import datetime
from sqlalchemy import DateTime
from sqlalchemy import Dialect
from sqlalchemy.types import TypeDecorator
from vanphong.calendars.clock import TZ


class Moment(TypeDecorator[datetime]):
    """An aware datetime, stored in UTC and given back in Vietnamese time.

    SQLite knows no time zones: it keeps the UTC digits as text, which compare as the
    moments do. Raises ValueError for a naive datetime.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Vietnamese time, or any other, to UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A moment needs a time zone: {value!r}")
        in_utc = value.astimezone(UTC)
        return in_utc.replace(tzinfo=None) if dialect.name == "sqlite" else in_utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """UTC to Vietnamese time."""
        if value is None:
            return None
        return (value.replace(tzinfo=UTC) if value.tzinfo is None else value).astimezone(TZ)
