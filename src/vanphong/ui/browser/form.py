"""The base of pages that post an act: check, act, then say what happened.

The page's template puts ``vp.authenticator`` into its form and shows its fields with the
macro ``field``, which brings back what was typed and the error at its place.
"""

from plone.protect.authenticator import check as check_authenticator
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from unicodedata import normalize
from vanphong import _
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.ui import errors
from zExceptions import Forbidden
import json


STALE = mark("The form was open for too long or came from another place. Check it, send it again.")


class OfficeForm(BrowserView):
    """Subclasses say ``act``; the ZCML directive gives the template.

    ``act`` calls functions of ``actions.py`` and raises their OfficeError. An act raises
    before it writes, so the transaction is left alone; what ``refused`` writes (the audit
    of a refusal) is kept.
    """

    success = _("Done.")

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.errors: list = []
        self.tried = False

    def __call__(self):
        """Show the form, or do the act and go on to ``next_url``."""
        if self.request.method != "POST":
            return self.render()
        self.tried = True
        try:
            self._verify()
            self.check()
            if not self.errors:
                said = self.act()
        except OfficeError as error:
            self.fail(error)
            self.refused(error)
        return self._again() if self.errors else self._go_on(said)

    # for subclasses

    def act(self):
        """Do it. Answer the sentence to say afterwards, or None for ``success``."""
        raise NotImplementedError

    def check(self) -> None:
        """Call ``fail`` for each field that cannot be read; ``act`` is then not called."""

    def next_url(self) -> str:
        """Where to go after success."""
        return self.context.absolute_url()

    def refused(self, error: OfficeError) -> None:
        """Hear of a refused act, e.g. to write it into the audit."""

    def noted(self) -> dict:
        """What a script that sent the form is told beside the errors, e.g. what is alike."""
        return {}

    def render(self):
        """The page itself."""
        return self.index()

    # for subclasses and templates

    def fail(self, error: OfficeError) -> None:
        """Show an error; the first one decides the HTTP status."""
        if not self.errors:
            self._first = error
        self.errors.append(errors.as_row(error, self.request))

    def field_error(self, name: str):
        """The error row of one field, or None."""
        return next((row for row in self.errors if row["field"] == name), None)

    def text(self, name: str) -> str:
        """A typed text in NFC without blanks at its ends; "" when it was not sent."""
        value = self.request.form.get(name, "")
        return normalize("NFC", value).strip() if isinstance(value, str) else ""

    def texts(self, name: str) -> list[str]:
        """All texts sent under one name (checkboxes, several inputs), blank ones left out."""
        value = self.request.form.get(name, [])
        values = [value] if isinstance(value, str) else list(value)
        return [one for one in (normalize("NFC", v).strip() for v in values) if one]

    def upload(self, name: str):
        """A file that was sent, or None when the input stayed empty."""
        value = self.request.form.get(name)
        return value if getattr(value, "filename", "") else None

    def typed(self, name: str, default=""):
        """What was typed into ``name`` before the refusal, else ``default``."""
        return self.request.form.get(name, "") if self.tried else default

    # the way there and back

    def _verify(self):
        try:
            check_authenticator(self.request)
        except Forbidden as stale:
            raise NotAllowed(STALE) from stale

    def _wants_json(self):
        return "application/json" in (self.request.getHeader("Accept") or "")

    def _json(self, body):
        self.request.response.setHeader("Content-Type", "application/json; charset=utf-8")
        return json.dumps(body, ensure_ascii=False)

    def _again(self):
        self.request.response.setStatus(errors.status(self._first))
        if self._wants_json():
            first = errors.as_json(self._first, self.request)
            return self._json({**first, "errors": self.errors, **self.noted()})
        return self.render()

    def _go_on(self, said):
        IStatusMessage(self.request).add(said or self.success, type="info")
        url = self.next_url()
        if self._wants_json():
            return self._json({"location": url})
        self.request.response.redirect(url, status=303)
        return ""
