"""POST @notices."""

from vanphong.desktop.services.notices.get import shown
from vanphong.ledger import actions
from vanphong.ledger.services import ActService


class NoticesPost(ActService):
    """Note that notices were seen: ``{"seen": ["…"]}``."""

    act = "see_notices"

    def perform(self):
        """What is still not seen."""
        actions.see_notices(self.context, self.body.texts("seen"))
        return shown(self)
