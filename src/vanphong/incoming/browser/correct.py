"""Correct the particulars of a document, as long as nobody has directed on it."""

from vanphong import _
from vanphong.documents.browser import scan
from vanphong.errors import mark
from vanphong.incoming import actions
from vanphong.incoming.browser.register_fields import NAMES
from vanphong.incoming.browser.register_form import ParticularsForm
from vanphong.ui.browser.fields import main_act


class CorrectForm(ParticularsForm):
    """The same fields as in registration; the old values stay in the document's history."""

    title = _("Correct the particulars")
    success = _("The particulars are corrected; the old ones are kept in the history.")
    permission = "Modify portal content"
    who = mark("the records clerk of the body, before the document is directed")

    def act(self):
        """Correct."""
        actions.correct(self.context, self.raw, distinct=self.text("distinct"))

    @property
    def own_uid(self) -> str:
        """UID of the document."""
        return self.context.UID()

    @property
    def values(self) -> dict:
        """The particulars as they are."""
        return {name: getattr(self.context, name) for name in (*NAMES, "symbol_as_is")}

    @property
    def viewer(self) -> dict:
        """The pages of its files."""
        return scan.viewer(self.context, self.request)

    @property
    def send_bar(self) -> dict:
        """For the macro of that name."""
        return {
            "acts": [
                {"title": _("Leave it"), "url": self.context.absolute_url()},
                main_act("correct", _("Save the correction"), "pen"),
            ]
        }
