"""Case files of the sample body."""

from plone.testing.zope import makeTestRequest
from tests.casefile_office import Files
from tests.office import as_user
from tests.site.pages.conftest import page
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
import json
import pytest


__all__ = ["files", "page"]


@pytest.fixture
def files(office):
    """Ways of case files."""
    return Files(office)


@pytest.fixture
def call(portal):
    """Call a service as somebody: (status, answer). ``query`` makes it a GET."""

    def ask(service, context, user, *path, query=None, **values):
        before = getRequest()
        method = "POST" if query is None else "GET"
        request = makeTestRequest(environ={"REQUEST_METHOD": method})
        request["BODY"] = json.dumps(values).encode()
        request.environ["CONTENT_TYPE"] = "application/json"
        request.form.update(query or {})
        with as_user(user):
            setRequest(request)
            try:
                found = service(context, request)
                for name in path:
                    found = found.publishTraverse(request, name)
                answer = found.reply()
                return request.response.getStatus(), answer
            finally:
                setRequest(before)

    return ask
