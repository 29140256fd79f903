"""Comments of the sample body."""

from tests.site.pages.conftest import page
from tests.task_office import Tasks
import pytest


__all__ = ["page", "tasks"]


@pytest.fixture
def tasks(office):
    """Ways of tasks."""
    return Tasks(office)
