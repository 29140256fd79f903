"""GET @copies."""

from dataclasses import asdict
from vanphong.documents.services.looking import DocumentLook
from vanphong.outgoing import copies


class CopiesGet(DocumentLook):
    """The certified copies that were made of the document."""

    def show(self):
        """All of them, the first one first."""
        document = self.context
        items = [{**asdict(one), "made_at": one.made_at.isoformat()} for one in copies.of(document)]
        return {"@id": f"{document.absolute_url()}/@copies", "items": items}
