"""Files for tests, and scanners that answer as a test wants."""

from io import BytesIO
from plone import api
from tests import clamd
from tests.office import as_user
from tests.site.pages.conftest import page
from vanphong.attachments import actions
from vanphong.attachments.interfaces import IFileSettings
from vanphong.incoming import actions as incoming
import pytest


__all__ = ["page"]


@pytest.fixture(autouse=True)
def no_scanner(monkeypatch, tmp_path):
    """Nobody answers, whatever the machine has."""
    monkeypatch.setenv("VANPHONG_CLAMD", str(tmp_path / "nobody.ctl"))


@pytest.fixture
def scanner(monkeypatch):
    """A scanner that knows EICAR."""
    with clamd.protocol() as server:
        monkeypatch.setenv("VANPHONG_CLAMD", server.server_address)
        yield server


@pytest.fixture
def setting(portal):
    """Change a setting of the files: ``setting("antivirus", "required")``."""

    def change(name, value):
        api.portal.set_registry_record(name, value, interface=IFileSettings)

    return change


@pytest.fixture
def bring(office):
    """Register a document with a file: ``bring("a.pdf", content)`` gives both."""

    def act(name, content, by="vanthu"):
        with as_user(by):
            attachment = actions.accept(name, BytesIO(content), role="main")
            document = incoming.register(office.body, office.values(), [attachment])
        return document, attachment

    return act
