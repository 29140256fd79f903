"""The page of a document beside the forms of its acts: what every type has of it."""

from functools import cached_property
from vanphong.documents.browser import scan
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.ledger import access
from vanphong.ledger import audit
from vanphong.routing.browser.interfaces import IOffers
from vanphong.routing.browser.interfaces import IPanels
from vanphong.routing.browser.situation import RoutedSituation
from vanphong.ui import errors
from vanphong.ui.browser.fields import main_act
from vanphong.ui.browser.form import STALE
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.interfaces import IShell
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.component import subscribers


#: Headers by which a browser says that nobody is looking yet.
PREFETCH = ("Sec-Purpose", "Purpose", "X-Moz")

NOT_NOW = mark("You may not do this with this document, or not at this stage.")


def note_visit(situation: RoutedSituation) -> None:
    """Open the steps that wait for this person, when a person really looks.

    The notes are the ledger's; no content is written.
    """
    request = situation.request
    ahead = any("prefetch" in (request.getHeader(name) or "") for name in PREFETCH)
    if request.method != "GET" or ahead:
        return
    me = situation.me
    if access.seen(situation.document.UID(), me.user_id, me.tokens):
        situation.__dict__.pop("rows", None)


class RoutedPage:
    """Mixed into views of one document; subclasses say ``situation``."""

    page_class = "vp-fixed"
    form = None

    @property
    def url(self) -> str:
        """Address of the document."""
        return self.situation.url

    @cached_property
    def offered_elsewhere(self) -> list:
        """Acts that other features offer."""
        asked = subscribers((self.situation, self.request), IOffers)
        return [offer for one in asked for offer in one.offers()]

    @cached_property
    def panels(self) -> list:
        """Cards of other features."""
        asked = subscribers((self.situation, self.request), IPanels)
        return [panel for one in asked for panel in one.panels()]

    @property
    def viewer(self) -> dict:
        """The scan."""
        return scan.viewer(self.context, self.request)

    @property
    def conflict(self) -> dict | None:
        """Who acted last on the document, and when: shown when somebody was faster."""
        if not any(row["kind"] == "conflict" for row in getattr(self, "errors", ())):
            return None
        done = [row for row in audit.history(self.context.UID()) if row["outcome"] == audit.DONE]
        last = done[-1] if done else {"user_title": "", "at": None}
        return {"who": last["user_title"], "when": last["at"], "url": self.url}


class ActPage(OfficeForm):
    """``@@act?do=…``: the same page with the form of one act; mixed in before a RoutedPage.

    ``acts`` are the classes of the forms by the names of their acts.
    """

    acts: dict = {}
    blocked = False

    @cached_property
    def form(self):
        """The act asked for."""
        name = self.text("do")
        if name not in self.acts:
            raise NotFound(name)
        return self.acts[name](self)

    def render(self):
        """The page; before anything is typed it says what stands against the act."""
        if not self.tried:
            self._look_first()
        note_visit(self.situation)
        return self.index()

    def _look_first(self):
        form = self.form
        try:
            if not self.situation.may(form.act_name):
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
        form = self.form
        if form.leads_to:
            return form.leads_to
        if form.ends_here:
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
        form = self.form
        act = main_act("1", form.send, form.icon, form.look, name="send", confirm=form.confirm)
        return {"sentence": form.sentence, "acts": [act]}
