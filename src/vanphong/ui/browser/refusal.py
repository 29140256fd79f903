"""The page of an OfficeError that no form has caught, e.g. one raised while reading."""

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
