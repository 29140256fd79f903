"""For every test: no Plone layer here, so that the rules are tested in no time."""

from pathlib import Path
from tempfile import mkdtemp
from vanphong.calendars import clock
import os
import pytest
import shutil


ROOT = Path(__file__).resolve().parent.parent

_SCRATCH = pytest.StashKey[str]()


def pytest_configure(config):
    """Keep the tests away from the data of the office that runs from this checkout."""
    config.stash[_SCRATCH] = os.environ["VANPHONG_VAR"] = mkdtemp(prefix="vanphong-test-")
    os.environ["VANPHONG_READ_ONLY"] = "false"
    # a server that a test starts would do jobs beside it, for as long as the process lives
    os.environ["VANPHONG_WORKER"] = "off"
    os.environ.pop("VANPHONG_LEDGER", None)
    os.environ["VANPHONG_CLAMD"] = ""  # whatever the machine has


def pytest_unconfigure(config):
    shutil.rmtree(config.stash[_SCRATCH], ignore_errors=True)


@pytest.fixture(scope="session")
def root():
    """The top of the checkout."""
    return ROOT


@pytest.fixture(autouse=True)
def running_clock():
    """A test that freezes the clock does so for itself alone."""
    yield
    clock.freeze(None)
