"""Outgoing documents of the sample body."""

from tests.outgoing_office import Outgoing
import pytest


@pytest.fixture
def out(office):
    """Ways of outgoing documents."""
    return Outgoing(office)
