"""Handlers only."""

from vanphong.outgoing import deliveries
from vanphong.outgoing import links
from vanphong.outgoing.interfaces import IOutgoing


def delivery_moved(event):
    """A recipient inside the office has gone on with a document: its sender sees it."""
    document = links.document(event.origin)
    if not IOutgoing.providedBy(document):
        return
    for one in deliveries.of(document):
        moves = one.incoming_uid == event.incoming and one.state != "recalled"
        if moves and deliveries.move(one, event.state, event.note):
            deliveries.write(document, [one])
