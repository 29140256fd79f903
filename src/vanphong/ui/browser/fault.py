"""The page of an error that nobody foresaw, in our own look.

It stands alone: what failed may be what the frame of the office is made with.
"""

from datetime import datetime
from http import HTTPStatus
from plone import api
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from Products.CMFPlone.browser.exceptions import ExceptionView
from transaction.interfaces import TransientError
from vanphong.ui import format as fmt
from vanphong.ui import marks
from vanphong.ui.browser.resources import BARCELONETA
from vanphong.ui.browser.resources import RESOURCES
from vanphong.ui.browser.resources import static
from vanphong.ui.browser.resources import version
from vanphong.ui.shell import VIETNAM
from zope.i18n import negotiate


DENIED = (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN)
STATUS = {"fault": HTTPStatus.INTERNAL_SERVER_ERROR, "busy": HTTPStatus.SERVICE_UNAVAILABLE}


class FaultView(ExceptionView):
    """Says that nothing was written and what to do; administrators see the traceback.

    Plone's view answers programs, keeps the status of the error and, should even this page
    fail, shows one without any style.
    """

    @property
    def kind(self) -> str:
        """``denied``, ``unread`` (a request that makes no sense), ``busy`` or ``fault``."""
        if isinstance(self.exception, TransientError):
            return "busy"
        status = self.request.response.getStatus()
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return "fault"
        return "denied" if status in DENIED else "unread"

    def __call__(self):
        """The page; a program is answered by plone.rest."""
        if IAPIRequest.providedBy(self.request):
            return ErrorHandling(self.context, self.request)()
        # Plone puts the page where it happened in the place of the exception
        self.exception = self.context
        answer = super().__call__()
        # Zope answers a KeyError with 503, as if the server were not there; locked, for the
        # transforms set the status once more
        if self.kind in STATUS:
            self.request.response.setStatus(STATUS[self.kind].value, lock=True)
        return answer

    @property
    def portal_url(self) -> str:
        """Where to go from here."""
        return api.portal.get().absolute_url()

    @property
    def styles(self) -> tuple[str, ...]:
        """Addresses of the style sheets."""
        return f"{self.portal_url}/{BARCELONETA}", static(self.portal_url, "vanphong.css")

    @property
    def icon(self) -> str:
        """Markup of the sign above the heading."""
        name = "lock" if self.kind == "denied" else "warn"
        return marks.icon(f"{self.portal_url}/{RESOURCES}", version(), name)

    @property
    def language(self) -> str:
        """Language of the texts."""
        return negotiate(self.request) or "vi"

    @property
    def when(self) -> str:
        """By what time an administrator finds the error in the log."""
        moment = datetime.now(VIETNAM)
        return f"{moment:%H:%M:%S}, {fmt.full_date(moment.date())}"
