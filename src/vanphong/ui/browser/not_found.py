"""The page for an address at which there is nothing, in our own look.

It is the same for what is not there and for what is hidden from the person: it names
neither the address nor anything near it.
"""

from AccessControl import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.Five import BrowserView
from zope.component import queryMultiAdapter
from zope.component.hooks import getSite
import json


class NotFoundView(BrowserView):
    """``context`` is the exception, which must not be shown."""

    page_class = "vp-narrow"

    def __call__(self):
        """A program is answered by plone.rest; what was moved is found where it is now."""
        if IAPIRequest.providedBy(self.request):
            return ErrorHandling(self.context, self.request)()
        if self._moved():
            return ""
        response = self.request.response
        response.setStatus(404, lock=1)
        if "text/html" not in (self.request.getHeader("Accept") or "text/html"):
            response.setHeader("Content-Type", "application/json")
            return json.dumps({"error_type": "NotFound"})
        sign_in(self.request)
        return self.index()

    @property
    def frame(self) -> str:
        """Name of the macro: visitors see no frame of the office."""
        return "page" if is_signed_in() else "bare"

    @property
    def refusal(self) -> dict:
        """For the macro of the same name."""
        return {"status": 404}

    def _moved(self) -> bool:
        """Whether Plone knows the address from earlier, and leads on."""
        redirector = queryMultiAdapter((getSite(), self.request), name="plone_redirector_view")
        return redirector is not None and bool(redirector.attempt_redirect())


def is_signed_in() -> bool:
    """Whether anybody is."""
    user = getSecurityManager().getUser()
    return user is not None and user.getId() is not None


def sign_in(request) -> None:
    """Be the person who sent the request: an address is looked up before anybody is asked for
    a name. The request comes to its end with this page, so nothing else is reached by it.
    """
    if is_signed_in():
        return
    site = getSite()
    for place in (site, site.getPhysicalRoot()) if site is not None else ():
        users = place.acl_users
        for user_id, login in users._extractUserIds(request, users.plugins):
            user = users._findUser(users.plugins, user_id, login, request=request)
            if user is not None:
                newSecurityManager(request, user.__of__(users))
                return
