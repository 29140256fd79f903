"""Tests inside a Plone site with the sample body."""

from tests import layers
import pytest


@pytest.fixture(scope="session")
def layers_up():
    found = layers.Layers()
    yield found
    found.close()

@pytest.fixture(scope="session")
def layer():
    return layers.INTEGRATION


@pytest.fixture
def portal(layers_up, layer):
    with layers_up.test(layer) as running:
        yield running["portal"]
