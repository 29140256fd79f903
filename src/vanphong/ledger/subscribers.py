"""Handlers only."""

from plone.browserlayer.utils import registered_layers
from vanphong.interfaces import IVanPhongLayer
from vanphong.ledger.rebuild import repair_latest
from zope.component.hooks import getSite
from zope.component.hooks import setSite
import logging
import os
import transaction


logger = logging.getLogger(__name__)


def repair_at_start(event):
    """Mend what a kill may have left behind, in the documents that were acted on last."""
    if os.environ.get("VANPHONG_READ_ONLY") == "true":
        return
    before = getSite()
    connection = event.database.open()
    try:
        application = connection.root()["Application"]
        for site in application.objectValues("Plone Site"):
            setSite(site)
            if IVanPhongLayer in registered_layers():
                _repair(site)
    finally:
        setSite(before)
        transaction.abort()
        connection.close()


def _repair(site):
    def find(uid):
        brains = site.portal_catalog.unrestrictedSearchResults(UID=uid)
        return brains[0]._unrestrictedGetObject() if brains else None

    for drift in repair_latest(find):
        logger.warning("The ledger was mended: %s", drift)
