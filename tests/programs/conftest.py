"""Tests with programs of Debian: clamd, tesseract, LibreOffice; ``make test-all`` runs them."""

from tests import clamd
from tests import layers
from tests.fixtures import as_user
from tests.fixtures import body
from tests.fixtures import document
from tests.fixtures import layers_up
from tests.fixtures import office
from tests.fixtures import portal
from tests.fixtures import request_
from tests.fixtures import running
from tests.fixtures import unit
from tests.site.attachments.conftest import bring
from tests.site.attachments.conftest import setting
from tests.site.pages.conftest import page
import pytest


__all__ = [
    "as_user",
    "body",
    "bring",
    "document",
    "layers_up",
    "office",
    "page",
    "portal",
    "request_",
    "running",
    "setting",
    "unit",
]


@pytest.fixture(scope="session")
def layer():
    return layers.INTEGRATION


@pytest.fixture(scope="session")
def real_clamd():
    """Debian's clamd with a database that holds EICAR alone."""
    with clamd.daemon() as address:
        yield address


@pytest.fixture
def scanner(real_clamd, monkeypatch):
    """The office asks it."""
    monkeypatch.setenv("VANPHONG_CLAMD", real_clamd)
    return real_clamd
