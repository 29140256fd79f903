"""Pages of administrators and of the registers, asked for as the publisher does."""

from dataclasses import dataclass
from plone.protect.authenticator import createToken
from plone.testing.zope import makeTestRequest
from tests.office import as_user
from zope.component import getMultiAdapter
from zope.event import notify
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
from zope.traversing.interfaces import BeforeTraverseEvent
import html
import pytest
import re


@dataclass
class Answer:
    """What a page answered."""

    status: int
    html: str
    location: str

    @property
    def text(self):
        """The words of the page, without the markup."""
        return " ".join(html.unescape(re.sub("<[^>]*>", " ", self.html)).split())


@pytest.fixture
def page(portal):
    """Ask for a page of a context: ``page(unit, "view", "vanthu")``; ``post=True`` sends it.

    ``media_type`` is what a script asks for instead of a page.
    """

    def ask(context, name, user, post=False, media_type="text/html", **form):
        before = getRequest()
        with as_user(user):
            request = makeTestRequest(
                environ={
                    "HTTP_ACCEPT": media_type,
                    "HTTP_ACCEPT_LANGUAGE": "vi",
                    "REQUEST_METHOD": "POST" if post else "GET",
                }
            )
            setRequest(request)
            try:
                notify(BeforeTraverseEvent(portal, request))
                request["PARENTS"] = context.aq_chain[:-1]
                request.form.update(form)
                if post:
                    request.form.setdefault("_authenticator", createToken())
                found = getMultiAdapter((context, request), name=name)()
                response = request.response
                location = response.getHeader("Location") or ""
                return Answer(response.getStatus(), found or "", location)
            finally:
                setRequest(before)

    return ask
