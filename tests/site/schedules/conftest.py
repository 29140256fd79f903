"""Fixtures of the tests of work schedules."""

from tests.schedule_office import Planner
import pytest


@pytest.fixture
def planner(office):
    """The schedule of the sample body."""
    return Planner(office)
