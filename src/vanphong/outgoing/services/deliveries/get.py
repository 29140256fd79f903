"""GET @deliveries."""

from vanphong.documents.services.looking import DocumentLook
from vanphong.outgoing import deliveries
from vanphong.outgoing.services.shown import shown_delivery


class DeliveriesGet(DocumentLook):
    """Where each recipient stands, in the order of the recipients."""

    def show(self):
        """All of them."""
        document = self.context
        items = [shown_delivery(document, one) for one in deliveries.of(document)]
        counts: dict[str, int] = {}
        for one in items:
            counts[one["state"]] = counts.get(one["state"], 0) + 1
        return {
            "@id": f"{document.absolute_url()}/@deliveries",
            "counts": counts,
            "items": items,
        }
