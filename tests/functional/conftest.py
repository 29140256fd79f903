"""Tests over HTTP: a server on the site with the sample body, and what they commit is lost.

The browser tests use the same fixtures.
"""

from tests import layers
from tests.fixtures import as_user
from tests.fixtures import body
from tests.fixtures import document
from tests.fixtures import layers_up
from tests.fixtures import office
from tests.fixtures import plain
from tests.fixtures import portal
from tests.fixtures import request_
from tests.fixtures import rest
from tests.fixtures import running
from tests.fixtures import unit
import pytest


__all__ = [
    "as_user",
    "body",
    "document",
    "layers_up",
    "office",
    "plain",
    "portal",
    "request_",
    "rest",
    "running",
    "unit",
]


@pytest.fixture(scope="session")
def layer():
    return layers.SERVER
