"""The files of the built-in forms: ``@@letter-form/<code>``, ``@@letter-picture/<code>``."""

from Products.Five import BrowserView
from vanphong.outgoing.forms import builtin
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
        response = self.request.response
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, max-age=86400")
        return self.send(response)

    def send(self, response):
        """The bytes, with their headers."""
        raise NotImplementedError


class FormFile(_ByCode):
    """The DOCX: to look at, and to begin one's own template with."""

    def send(self, response):
        """Offer it for saving."""
        response.setHeader("Content-Type", DOCX)
        response.setHeader("Content-Disposition", f'attachment; filename="{self.code}.docx"')
        return builtin.template(self.code)


class FormPicture(_ByCode):
    """What the form looks like, filled in with an invented letter."""

    def send(self, response):
        """Show it in the page."""
        response.setHeader("Content-Type", "image/png")
        return builtin.picture(self.code).read_bytes()
