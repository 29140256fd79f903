"""Handlers only."""

from vanphong.organisation import people
from vanphong.portal import actions
from vanphong.portal import publications
from vanphong.portal.rules import State
from z3c.caching.purge import Purge
from zope.event import notify


#: Kept as the reason of what a recall takes back; shown to staff only.
RECALLED = "Văn bản đã thu hồi"


def recalled(document, event):
    """What was recalled from its recipients is not shown to everybody any longer."""
    found = publications.of_document(document.UID())
    if found is not None and found.state != State.WITHDRAWN:
        actions.withdraw(found, RECALLED, people.me().title)
        notify(Purge(found))


def forget(publication, event):
    """A publication that is deleted leaves no row."""
    publications.ledger.forget(publication.UID())
