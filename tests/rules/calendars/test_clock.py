from datetime import UTC
from datetime import date
from datetime import datetime
from datetime import timedelta
from vanphong.calendars import clock
import pytest
import threading


@pytest.fixture(autouse=True)
def running_again():
    yield
    clock.freeze(None)


def test_the_running_clock_tells_vietnamese_time():
    now = clock.now()
    assert now.utcoffset() == timedelta(hours=7)
    assert abs(now - datetime.now(UTC)) < timedelta(seconds=5)


def test_a_frozen_clock_stands_still_and_can_be_advanced():
    clock.freeze(datetime(2024, 8, 14, 8, 0))
    assert clock.now() == datetime(2024, 8, 14, 8, 0, tzinfo=clock.TZ)
    assert clock.now() is clock.now()
    assert clock.advance(timedelta(days=1, minutes=5)) == datetime(
        2024, 8, 15, 8, 5, tzinfo=clock.TZ
    )
    clock.freeze(None)
    assert clock.now().year >= 2026


def test_the_day_is_the_day_in_vietnam():
    clock.freeze(datetime(2024, 12, 31, 17, 30, tzinfo=UTC))
    assert clock.today() == date(2025, 1, 1)


def test_all_threads_see_the_frozen_clock():
    clock.freeze(datetime(2024, 8, 14, 8, 0))
    seen = []
    thread = threading.Thread(target=lambda: seen.append(clock.now()))
    thread.start()
    thread.join()
    assert seen == [clock.now()]


def test_a_running_clock_is_not_advanced():
    with pytest.raises(RuntimeError, match="freeze it"):
        clock.advance(timedelta(hours=1))
