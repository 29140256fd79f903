"""``@@act?do=…&step=…``: the page of a document with the form of one act beside the scan."""

from functools import cached_property
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.incoming.browser import act_others
from vanphong.incoming.browser import act_step
from vanphong.incoming.browser.document import DocumentPage
from vanphong.incoming.browser.document import note_visit
from vanphong.ui import errors
from vanphong.ui.browser.form import STALE
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.interfaces import IShell
from zExceptions import NotFound
from zope.component import getMultiAdapter


ACTS = {
    "receive": act_step.Receive,
    "assign": act_step.Assign,
    "report": act_step.Report,
    "finish": act_step.Finish,
    "hand_back": act_step.HandBack,
    "ask_extension": act_step.AskExtension,
    "present": act_others.Present,
    "return_to_sender": act_others.ReturnToSender,
    "take_back": act_others.TakeBack,
    "urge": act_others.Urge,
    "decide_extension": act_others.DecideExtension,
}

NOT_NOW = mark("You may not do this with this document, or not at this stage.")


class ActView(DocumentPage, OfficeForm):
    """Show the form of an act, or do it."""

    blocked = False

    @cached_property
    def form(self):
        """The act asked for."""
        name = self.text("do")
        if name not in ACTS:
            raise NotFound(name)
        return ACTS[name](self)

    def render(self):
        """The page; before anything is typed it says what stands against the act."""
        if not self.tried:
            self._look_first()
        note_visit(self.situation)
        return self.index()

    def _look_first(self):
        form = self.form
        try:
            if not self.situation.may(self.text("do")):
                form.look_first()
                raise NotAllowed(NOT_NOW)
            form.look_first()
        except OfficeError as error:
            self.fail(error)
            self.blocked = True
            self.request.response.setStatus(errors.status(error))

    def check(self) -> None:
        """Fields that are empty or cannot be read."""
        self.form.check()

    def act(self):
        """Do it."""
        return self.form.perform()

    def refused(self, error: OfficeError) -> None:
        """A refusal of the act as a whole: sending it again is of no use."""
        whole = error.kind in ("conflict", "not-allowed") and error.text != STALE
        self.blocked = whole or error.field == "step"

    def next_url(self) -> str:
        """The document, or the desktop when this was the end of one's part."""
        if self.form.ends_here:
            return getMultiAdapter((self.context, self.request), IShell).home_url
        return self.url

    @property
    def fields(self) -> list[dict]:
        """The fields, with what was typed even if it cannot be sent any more."""
        if self.blocked and not self.tried:
            return []
        try:
            return self.form.fields()
        except OfficeError:
            return []

    @property
    def send_bar(self) -> dict:
        """Send, or leave it."""
        act = {
            "name": "send",
            "value": "1",
            "title": self.form.send,
            "icon": self.form.icon,
            "kind": self.form.look,
            "primary": True,
            "keys": ("Ctrl", "Enter"),
        }
        return {"sentence": self.form.sentence, "acts": [act]}
