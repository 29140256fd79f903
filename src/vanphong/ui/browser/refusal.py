"""Pages of refusals that no form has caught: an OfficeError, and a page without the right to it."""

from functools import cached_property
from plone.rest.interfaces import IAPIRequest
from Products.Five import BrowserView
from vanphong.ui import errors
from vanphong.ui import services


class RefusalView(BrowserView):
    """Says what was refused and what to do, in our own look; ``context`` is the error."""

    page_class = "vp-narrow"

    def __call__(self):
        """Keep the status of the error; a program is answered in JSON."""
        if IAPIRequest.providedBy(self.request):
            return services.answer_raised(self.context, self.request)
        self.request.response.setStatus(errors.status(self.context), lock=True)
        return self.index()

    @cached_property
    def refusal(self) -> dict:
        """For the macro of the same name."""
        status = errors.status(self.context)
        return {"status": status, "reload": self.request.get("URL") if status == 409 else None}

    @property
    def text(self) -> str:
        """The error in words."""
        return errors.message(self.context, self.request)

    @property
    def grounds(self) -> str:
        """The rule it stands on, or ""."""
        return errors.grounds(self.context, self.request)


class NoRightView(BrowserView):
    """Where Plone leads who is signed in and may not open a page; visitors get the login."""

    page_class = "vp-narrow"
    refusal = {"status": 403}

    def __call__(self):
        """Say so, as an answer that is none."""
        self.request.response.setStatus(403, lock=True)
        return self.index()
