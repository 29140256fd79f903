"""The files of the built-in forms: ``@@letter-form/<code>``, ``@@letter-picture/<code>``."""

from Products.Five import BrowserView
from vanphong.outgoing.forms import builtin
from vanphong.ui.browser import sending
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

#: They change with a new version of the product only.
CACHE = "private, max-age=86400"


@implementer(IPublishTraverse)
class _ByCode(BrowserView):
    """Base: the form named by the step behind the view."""

    code = ""

    def publishTraverse(self, request, name):
        """Take the code, and no more."""
        if self.code or builtin.form(name) is None:
            raise NotFound(name)
        self.code = name
        return self

    def __call__(self):
        """Send the file."""
        if not self.code:
            raise NotFound(self.__name__)
        return self.send()

    def send(self):
        """The bytes, with their headers."""
        raise NotImplementedError


class FormFile(_ByCode):
    """The DOCX: to look at, and to begin one's own template with."""

    def send(self):
        """Offer it for saving."""
        sending.saved(self.request, DOCX, f"{self.code}.docx", cache=CACHE)
        return builtin.template(self.code)


class FormPicture(_ByCode):
    """What the form looks like, filled in with an invented letter."""

    def send(self):
        """Show it in the page."""
        sending.sent(self.request, "image/png", cache=CACHE)
        return builtin.picture(self.code).read_bytes()
