"""Every act of the portal: done, and refused by a rule. See tests/site/guards."""

from datetime import date
from plone import api
from tests.office import as_user
from tests.outgoing_office import HEAD
from tests.outgoing_office import Outgoing
from tests.outgoing_trials import at
from tests.outgoing_trials import given
from vanphong.portal import actions
from vanphong.portal.interfaces import IPortalSettings


def published(office, user=HEAD, **more):
    """A document that everybody sees."""
    with as_user(user):
        return actions.publish(Outgoing(office).issued(), **more)


def review(wanted=True):
    """Let the Office look first, or not."""
    api.portal.set_registry_record("needs_review", wanted, interface=IPortalSettings)


def waiting(office):
    """A publication that waits for review."""
    review()
    return published(office)


PORTAL = {
    "publish": (
        HEAD,
        at("issued"),
        given(summary="Tóm tắt"),
        given(expires_on=date(2020, 1, 1)),
    ),
    "approve_publication": ("chanhvp", waiting, given(), given(accept=False, reason=" ")),
    "change_publication": (HEAD, published, given(summary="Mới"), given(category="khong-co")),
    "unpublish": (HEAD, published, given(reason="Đăng nhầm."), given(reason=" ")),
}
