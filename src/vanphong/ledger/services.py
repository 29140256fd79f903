"""REST: services that leave a trace of what they refuse, whether they act or show."""

from AccessControl import getSecurityManager
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger.acts import attempt
from vanphong.ui.services import OfficeService


class ActService(OfficeService):
    """Calls one act. What cannot even be read is a refusal of the act, too."""

    #: Name under which the trail keeps the act.
    act = ""

    def answer(self):
        """What the act has done."""
        with attempt(self.act, self.context):
            return self.perform()

    def perform(self):
        """Read the values, call the act, show the result."""
        raise NotImplementedError


class LookService(OfficeService):
    """Shows what not everybody in the office may see."""

    #: Title of the permission that the context must grant, and English text naming who has it.
    needs = "View"
    who = _("those who registered, directed or handle the document")

    def answer(self):
        """What there is to see."""
        with attempt("view", self.context):
            if not getSecurityManager().checkPermission(self.needs, self.context):
                raise NotAllowed(_("Only ${who} may see this."), who=self.who)
            return self.look()

    def look(self):
        """A JSON value."""
        raise NotImplementedError
