"""REST: the base of every service, parts of objects, and refusals said to a program.

Services translate and decide nothing: they read values, call one act and show the result.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from vanphong import PACKAGE_NAME
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.ui import errors
from vanphong.ui.given import Given
from vanphong.ui.given import parse
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound
import json


READING = ("GET", "HEAD", "OPTIONS")


@implementer(IPublishTraverse)
class OfficeService(Service):
    """A service of the office; a subclass gives ``answer``.

    A refusal is answered, not raised: the request commits, and with it the line that the
    act has written into the audit trail. An act refuses before it writes anything else.
    """

    #: How many steps of the path behind its name the service understands.
    takes = 0

    def __init__(self, context, request):
        self.context = context
        self.request = request
        self.path: list[str] = []

    def publishTraverse(self, request, name):
        """Take one more step of the path."""
        if len(self.path) >= self.takes:
            raise NotFound(self.context, name, request)
        self.path.append(name)
        return self

    def reply(self):
        """The answer, or what is to be said of the refusal."""
        self.request.response.setHeader("Cache-Control", "private, no-store")
        if self.request.method not in READING:
            alsoProvides(self.request, IDisableCSRFProtection)
        try:
            return self.answer()
        except OfficeError as refusal:
            return refuse(refusal, self.request)

    def answer(self):
        """A JSON value; OfficeErrors are translated."""
        raise NotImplementedError

    @cached_property
    def body(self) -> Given:
        """The JSON object that was sent; empty when nothing was.

        :raises InvalidInput: for anything else. The content type is asked for because a form
            of another site cannot send it, which keeps this service out of its reach.
        """
        kind = (self.request.getHeader("Content-Type") or "").partition(";")[0].strip().lower()
        sent = self.request.get("BODY") or b""
        if kind != "application/json" and (sent or self.request.method != "DELETE"):
            raise InvalidInput(_("Send JSON, with the header Content-Type: application/json."))
        return Given(parse(sent))

    @cached_property
    def query(self) -> Given:
        """The parameters behind the question mark."""
        return Given(self.request.form)

    def created(self, url: str) -> None:
        """Say that something new is to be found at an address."""
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", url)


class Component:
    """A part of an object, for plone.restapi's ``@components`` and for its own service.

    A subclass gives ``name`` and ``content``, and is registered as expandable element.
    """

    name = ""

    def __init__(self, context, request):
        self.context = context
        self.request = request

    def __call__(self, expand=False):
        """The address of the part, with its content when that is wanted."""
        return {self.name: self.expanded() if expand else {"@id": self.url}}

    @property
    def url(self) -> str:
        """Where the part is served by itself."""
        return f"{self.context.absolute_url()}/@{self.name}"

    def expanded(self) -> dict[str, Any]:
        """Address and content."""
        return {"@id": self.url, **self.content()}

    def content(self) -> dict[str, Any]:
        """What the part says."""
        raise NotImplementedError


def refuse(refusal: OfficeError, request) -> Mapping[str, Any]:
    """Set the status of a refusal and give the body that says it."""
    request.response.setStatus(errors.status(refusal))
    return errors.as_json(refusal, request)


def titled(token: object, text: str, request) -> dict[str, str]:
    """A value of a fixed list: its token, and its title in the language of the request."""
    return {"token": str(token), "title": translate(Message(text, PACKAGE_NAME), context=request)}


def iso(value: date | None) -> str | None:
    """A date or a moment."""
    return None if value is None else value.isoformat()


def address(path: str, request) -> str:
    """The URL of an object by its physical path."""
    return request.physicalPathToURL(path.split("/"))


def answer_raised(refusal: OfficeError, request) -> None:
    """Answer a refusal raised inside a service that is not ours, in the same shape.

    The transaction is aborted; the line of the trail is written apart. Locks the response,
    which the publisher would fill again.
    """
    response = request.response
    body = json.dumps(refuse(refusal, request), indent=2, sort_keys=True)
    response.setStatus(errors.status(refusal), lock=1)
    response.setHeader("Content-Type", "application/json")
    response.setBody(body, lock=1)
