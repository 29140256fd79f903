"""Case files of the sample body."""

from tests.casefile_office import Files
from tests.site.pages.conftest import page
import pytest


__all__ = ["files", "page"]


@pytest.fixture
def files(office):
    """Ways of case files."""
    return Files(office)
