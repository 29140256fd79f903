"""Handlers only."""

from plone.browserlayer.utils import registered_layers
from typing import Any
from vanphong.interfaces import IVanPhongLayer
from vanphong.ledger import worker
from vanphong.ledger.rebuild import repair_latest
from zope.component.hooks import getSite
from zope.component.hooks import setSite
import gc
import logging
import os
import transaction


logger = logging.getLogger(__name__)


def repair_at_start(event: Any) -> None:
    """Mend what a kill may have left behind, in the documents that were acted on last.

    A ledger belongs to one office. With a second one in the same database, rows of the
    one would look lost to the other, so nothing is touched.
    """
    if os.environ.get("VANPHONG_READ_ONLY") == "true":
        return
    before = getSite()
    connection = event.database.open()
    try:
        application = connection.root()["Application"]
        offices = [site for site in application.objectValues("Plone Site") if _is_office(site)]
        if len(offices) == 1:
            _repair(offices[0])
        elif offices:
            logger.error("%s offices share one ledger; it is not repaired", len(offices))
    finally:
        setSite(before)
        transaction.abort()
        connection.close()


def work_in_background(_event: Any) -> None:
    """Do background jobs in this process, which serves; scripts and tests do not come here."""
    import Zope2

    worker.start(Zope2.DB)


def leave_alone_what_stays(_event: Any) -> None:
    """Let the garbage collector pass over what was loaded at the start and is never freed.

    Else it goes through all modules, schemas and templates again and again, and every
    request of this process waits for it, a third of a second on a slow machine.
    """
    gc.collect()
    gc.freeze()


def _is_office(site: Any) -> bool:
    setSite(site)
    return IVanPhongLayer in registered_layers()


def _repair(site: Any) -> None:
    def find(uid: str) -> Any:
        brains = site.portal_catalog.unrestrictedSearchResults(UID=uid)
        return brains[0]._unrestrictedGetObject() if brains else None

    setSite(site)
    for drift in repair_latest(find):
        logger.warning("The ledger was mended: %s", drift)
