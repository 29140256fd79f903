"""The archive of the sample body."""

from tests.archive_office import Archive
from tests.site.casefiles.conftest import call
from tests.site.pages.conftest import page
import pytest


__all__ = ["archive", "call", "page"]


@pytest.fixture
def archive(office):
    """Ways of the archive."""
    return Archive(office)
