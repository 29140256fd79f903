"""Fixtures of every test that needs a site; a conftest.py imports those that it offers.

A folder or a module chooses the layer by overriding the fixture ``layer``.
"""

from tests import layers
from tests.layers import RelativeSession
from tests.office import PASSWORD
from tests.office import Office
from tests.office import as_user as as_one
import pytest


@pytest.fixture(scope="session")
def layers_up():
    """The layers that are set up; they stay so for the whole session."""
    yield layers.LAYERS
    layers.LAYERS.close()


@pytest.fixture
def running(layers_up, layer):
    """The layer of this test, around the test."""
    with layers_up.test(layer) as found:
        yield found


@pytest.fixture
def portal(running):
    """The site with the sample body, at 08:00 on Wednesday 14 August 2024."""
    return running["portal"]


@pytest.fixture
def request_(running):
    """The request of this test."""
    return running["request"]


@pytest.fixture
def plain(running):
    """A Plone site in which vanphong is not installed."""
    return running["app"][layers.PLAIN]


@pytest.fixture
def office(portal):
    """The sample body, with short ways to act in it."""
    return Office(portal)


@pytest.fixture
def body(office):
    """UBND huyện Phú Khê."""
    return office.body


@pytest.fixture
def unit(office):
    """A unit of the body by its id: ``unit("vhtt")``."""
    return office.unit


@pytest.fixture
def document(office):
    """An incoming document of the sample by its symbol: ``document("1210/UBND-VX")``."""
    return office.document


@pytest.fixture
def as_user(portal):
    """Act as somebody: ``with as_user("chutich"): …``."""
    return as_one


@pytest.fixture
def rest(running, portal):
    """A REST client of somebody: ``rest("vanthu").get("to-chuc")``. Needs layers.SERVER.

    What the test itself has changed must be committed before, and after a request that
    writes the test sees it with ``transaction.begin()``.
    """
    sessions = []

    def client(user="", password=PASSWORD):
        session = RelativeSession(portal.absolute_url())
        session.headers["Accept"] = "application/json"
        if user:
            session.auth = (user, password)
        sessions.append(session)
        return session

    yield client
    for session in sessions:
        session.close()
