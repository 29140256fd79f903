"""The portal: publishing by staff, and pages as the anonymous gets them."""

from plone.testing.zope import makeTestRequest
from tests.office import as_user
from tests.office import forget
from tests.outgoing_office import Outgoing
from tests.portal_trials import published
from tests.portal_trials import review
from tests.site.pages.conftest import page
from vanphong.portal import actions
import pytest


__all__ = ["as_user", "forget", "makeTestRequest", "out", "page", "publish", "reviewed"]


@pytest.fixture
def out(office):
    """Ways of outgoing documents."""
    return Outgoing(office)


@pytest.fixture
def publish(office):
    """Publish a new document, or the one given."""

    def do(document=None, user="truongphong-vhtt", **more):
        if document is None:
            return published(office, user, **more)
        with as_user(user):
            return actions.publish(document, **more)

    return do


@pytest.fixture
def reviewed(portal):
    """The Office looks first."""
    review()
    yield
    review(wanted=False)
