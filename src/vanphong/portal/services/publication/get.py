"""GET @publication."""

from vanphong.ledger.services import LookService
from vanphong.portal.actions import PUBLISH
from vanphong.portal.actions import PUBLISHERS
from vanphong.portal.services.shown import shown


class PublicationGet(LookService):
    """How a publication stands, for those who may publish it."""

    needs = PUBLISH
    who = PUBLISHERS

    def look(self):
        """The publication with its state."""
        return shown(self.context, self.request)
