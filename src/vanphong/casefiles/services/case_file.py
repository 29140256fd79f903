"""A file: reading it, its particulars, what is refused."""

from vanphong.casefiles import actions
from vanphong.casefiles.actions.opening import FIELDS
from vanphong.casefiles.services.shown import shown
from vanphong.casefiles.stages import only_acts_move
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.ledger.services import LookService
from vanphong.ui.services import OfficeService


class CaseFileGet(LookService):
    """The file with its roster."""

    who = _("the roster of the file")

    def look(self):
        """All of it but the entries."""
        return shown(self.context, self.request)


class CaseFilePatch(ActService):
    """Change particulars."""

    act = "edit_case_file"

    def perform(self):
        """The file as it is now."""
        actions.edit(self.context, self.body.fields(FIELDS))
        return shown(self.context, self.request)


class LowerRetentionPost(ActService):
    """Approve a shorter retention."""

    act = "lower_retention"

    def perform(self):
        """The file as it is now."""
        reason = self.body.text("reason")
        actions.lower_retention(self.context, self.body.text("retention"), reason=reason)
        return shown(self.context, self.request)


class TeamPost(ActService):
    """Put a person on the roster, or give another part."""

    act = "set_case_member"

    def perform(self):
        """The file with its roster."""
        actions.set_member(self.context, self.body.text("person"), self.body.text("part"))
        return shown(self.context, self.request)


class TeamDelete(ActService):
    """Take a person off the roster."""

    act = "remove_case_member"
    takes = 1

    def perform(self):
        """The file with its roster."""
        actions.remove_member(self.context, "".join(self.path))
        return shown(self.context, self.request)


class Unmoved(OfficeService):
    """POST @workflow: refused for everybody, no transition stands for itself."""

    takes = 1

    def answer(self):
        """Say what moves a file or a list instead."""
        only_acts_move(self.context, self)

    #: What the handler of the workflow looks at.
    transition = ""
