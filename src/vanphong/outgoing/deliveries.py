"""Deliveries as they are kept on an issued document, and mirrored into the ledger.

Each is an object of its own in the database: two recipients who register at the same
moment do not write the same one.
"""

from persistent import Persistent
from persistent.mapping import PersistentMapping
from vanphong.calendars import clock
from vanphong.ledger import deliveries as ledger


#: Where a delivery stands.
STATES = ("sent", "arrived", "received", "refused", "processing", "done", "recalled")

#: What a clerk may write down of a delivery outside the office.
OUTSIDE = ("sent", "arrived", "received", "refused")


class Delivery(Persistent):
    """One recipient of an issued document."""

    incoming_uid = ""
    arrived_at = None
    note = ""

    def __init__(self, position, recipient, at):
        self.position = position
        self.recipient = recipient  # vanphong.outgoing.rules.Recipient
        self.state = "sent"
        self.sent_at = at
        self.changed_at = at


def begin(document, recipients) -> dict[str, Delivery]:
    """Make the deliveries of a document that is being issued, by their keys."""
    now = clock.now()
    made = {one.key: Delivery(place, one, now) for place, one in enumerate(recipients)}
    document.deliveries = PersistentMapping(made)
    return made


def of(document) -> list[Delivery]:
    """The deliveries of a document in the order of its recipients."""
    found = document.deliveries or {}
    return sorted(found.values(), key=lambda one: one.position)


def row(document, one: Delivery) -> dict:
    """The ledger row that mirrors a delivery."""
    recipient = one.recipient
    return {
        "document_uid": document.UID(),
        "recipient": recipient.key,
        "position": one.position,
        "name": recipient.name,
        "unit_uid": recipient.unit,
        "organ_id": recipient.organ_id,
        "purpose": recipient.purpose,
        "channel": recipient.channel,
        "copies": recipient.copies,
        "state": one.state,
        "incoming_uid": one.incoming_uid,
        "sent_at": one.sent_at,
        "arrived_at": one.arrived_at,
        "changed_at": one.changed_at,
        "note": one.note,
    }


def write(document, changed=None) -> None:
    """Mirror the deliveries, or those that have changed, into the ledger."""
    ledger.put([row(document, one) for one in (of(document) if changed is None else changed)])


def move(one: Delivery, state: str, note: str = "", at=None) -> bool:
    """Let a delivery stand elsewhere; False when it stands there already."""
    if one.state == state:
        return False
    one.state = state
    one.changed_at = at or clock.now()
    if state == "arrived":
        one.arrived_at = one.changed_at
    one.note = note or one.note
    return True
