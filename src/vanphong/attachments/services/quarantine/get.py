"""GET @quarantine."""

from vanphong.attachments import quarantine
from vanphong.attachments import rules
from vanphong.ui.services import OfficeService
from vanphong.ui.services import titled


class QuarantineGet(OfficeService):
    """The files in quarantine, the newest first; nothing is told of their documents but the UID."""

    def answer(self):
        """All of them."""
        url = f"{self.context.absolute_url()}/@quarantine"
        items = [_shown(one, url, self.request) for one in quarantine.held()]
        return {"@id": url, "items": items}


def _shown(held, url, request):
    attachment = held.attachment
    return {
        "@id": f"{url}/{attachment.uid}",
        "uid": attachment.uid,
        "document_uid": held.document_uid,
        "filename": attachment.filename,
        "kind": attachment.kind,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "why": titled(held.why, rules.WHY.get(held.why, held.why), request),
        "virus": held.virus,
        "since": held.since.isoformat(),
    }
