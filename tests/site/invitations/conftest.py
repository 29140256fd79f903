"""Fixtures of the tests of invitations."""

from tests.meeting_office import Meetings
from tests.site.pages.conftest import page
import pytest


__all__ = ["page"]


@pytest.fixture
def calls(office):
    """Meetings that VH&TT calls."""
    return Meetings(office)
