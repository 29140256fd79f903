"""POST @quarantine/<uid>."""

from vanphong.attachments import actions
from vanphong.attachments import pipeline
from vanphong.attachments import quarantine
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ui.services import OfficeService
from zope.publisher.interfaces import NotFound


class QuarantinePost(OfficeService):
    """``{"act": "rescan"}``, or ``release`` and ``delete``, each with a ``reason``.

    Without the UID of a file ``rescan`` scans stored files again: ``{"which": "all"}``.
    """

    takes = 1

    def answer(self):
        """Whether the file is still in quarantine."""
        if not self.path and self.body.text("act") == "rescan":
            return {"job": actions.rescan_files(self.context, self.body.text("which") or "all")}
        uid = "".join(self.path)
        held = quarantine.find(uid)
        document = pipeline.document_of(held.document_uid) if held else None
        if document is None:
            raise NotFound(self.context, uid, self.request)
        self.perform(document, uid, self.body.text("act"), self.body.text("reason"))
        return {"uid": uid, "held": quarantine.find(uid) is not None}

    def perform(self, document, uid, act, reason):
        """Call the act that was named."""
        if act == "rescan":
            actions.rescan_file(document, uid)
        elif act == "release":
            actions.release_file(document, uid, reason=reason)
        elif act == "delete":
            actions.delete_held_file(document, uid, reason=reason)
        else:
            raise InvalidInput(_("“act” must be rescan, release or delete."), field="act")
