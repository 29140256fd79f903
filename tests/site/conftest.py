"""Tests inside a site with the sample body; each is one transaction, and aborted.

A test that commits takes ``layers.FUNCTIONAL`` instead: override the fixture ``layer``.
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
    "running",
    "unit",
]


@pytest.fixture(scope="session")
def layer():
    return layers.INTEGRATION
