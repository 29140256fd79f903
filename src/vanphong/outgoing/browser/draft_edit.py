"""``@@edit-draft``: change the particulars of a draft while it may be changed."""

from functools import cached_property
from vanphong import _
from vanphong.documents.browser import scan
from vanphong.errors import mark
from vanphong.outgoing import actions
from vanphong.outgoing import drafting
from vanphong.outgoing.browser.draft_form import DraftFormBase
from vanphong.ui.browser.fields import main_act


class EditDraftForm(DraftFormBase):
    """The same fields; the text is changed by a new version."""

    title = _("Change the particulars of the draft")
    success = _("Changed. What was approved before counts for the old state only.")
    who = mark("who drafts the document, or the head of the unit that it lies with")
    others = ()
    similar = ()
    may_overlap = False
    answered = None
    drops = ()

    @cached_property
    def unit(self):
        """The drafting unit."""
        return drafting.unit_of(self.context)

    @property
    def own_uid(self) -> str:
        """UID of the draft."""
        return self.context.UID()

    @cached_property
    def values(self) -> dict:
        """The particulars as they are."""
        return drafting.given(self.context)

    @property
    def viewer(self) -> dict:
        """The text as it is."""
        return scan.viewer(self.context, self.request)

    def act(self):
        """Change them."""
        actions.edit_draft(self.context, self.raw)

    @property
    def send_bar(self) -> dict:
        """For the macro of that name."""
        return {
            "acts": [
                {"title": _("Leave it"), "url": self.context.absolute_url()},
                main_act("edit", _("Save the changes"), "pen", name="send"),
            ]
        }
