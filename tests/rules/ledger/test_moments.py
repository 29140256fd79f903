from datetime import UTC
from datetime import datetime
from sqlalchemy.exc import StatementError
from vanphong.calendars.clock import TZ
from vanphong.ledger import audit
from vanphong.ledger import work
import pytest


NEW_YEAR = datetime(2026, 1, 1, 0, 30, 15, 123456, tzinfo=TZ)


@pytest.mark.parametrize("moment", [NEW_YEAR, NEW_YEAR.astimezone(UTC)])
def test_a_moment_comes_back_as_it_was_in_vietnamese_time(step, put, moment):
    put(step("a", due_at=moment))
    (row,) = work.inbox(["lan"]).rows
    assert row["due_at"] == NEW_YEAR
    assert row["due_at"].isoformat() == "2026-01-01T00:30:15.123456+07:00"


def test_moments_compare_across_midnight_in_utc(step, put):
    put(
        step("late", due_at=datetime(2026, 3, 2, 6, 59, tzinfo=TZ)),
        step("early", due_at=datetime(2026, 3, 1, 23, 0, tzinfo=UTC)),
    )
    assert [row["step_uid"] for row in work.inbox(["lan"]).rows] == ["early", "late"]


def test_a_moment_without_a_time_zone_is_refused(step):
    with pytest.raises(StatementError, match="needs a time zone"):
        work.put([step("a", due_at=datetime(2026, 3, 2))])


def test_the_trail_is_written_at_the_office_clock(letters):
    audit.record("register", "doc", actor=letters.Clerk())
    assert audit.history("doc")[0]["at"].isoformat() == "2026-03-02T07:30:00+07:00"
