"""The pages of the route templates, asked for as the publisher does."""

from tests import layers
from tests.office import as_user
from tests.site.pages.conftest import page
from time import perf_counter
from vanphong.routing import templates
from zope.component import getMultiAdapter
import AccessControl
import pytest


__all__ = ["page"]


@pytest.fixture(scope="session")
def layer():
    return layers.FUNCTIONAL


@pytest.fixture
def folder(portal):
    """The templates that come with the product."""
    return templates.container()


@pytest.fixture
def usual(folder):
    """The usual way of what the body issues."""
    return folder["van-ban-di"]


@pytest.fixture
def send(page):
    """Post a form of a page: ``send(template, "view", "save", title="…")``."""

    def post(context, name, do, user="admin", **form):
        if hasattr(context, "revision"):
            form.setdefault("revision", str(context.revision))
        return page(context, name, user, post=True, do=do, **form)

    return post


@pytest.fixture
def legal(unit):
    """What is typed for the step "thẩm định pháp lý (Phòng Tư pháp)", for decisions."""
    return {
        "after": "opine",
        "action": "appraise",
        "title": "Thẩm định pháp lý",
        "hours": "8",
        "who": f"position|{unit('tuphap').UID()}|Trưởng phòng Tư pháp",
        "back_to": ["draft", "review"],
        "vacant": "stop",
        "step_document_types": ["quyet-dinh"],
    }


@pytest.fixture
def views_of(request_):
    """Whether somebody may open a page: ``views_of(context, "routes", "vanthu")``."""

    def may(context, name, user):
        found = getMultiAdapter((context, request_), name=name)
        with as_user(user):
            permission = type(found).__roles__.__name__
            return bool(AccessControl.getSecurityManager().checkPermission(permission, context))

    return may


@pytest.fixture
def seconds():
    """How long a call takes."""

    def measure(call, *args, **more):
        begun = perf_counter()
        call(*args, **more)
        return perf_counter() - begun

    return measure
