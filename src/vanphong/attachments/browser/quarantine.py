"""Cách ly: the files that nobody may open, for administrators: ``@@quarantine``."""

from functools import cached_property
from vanphong import _
from vanphong.attachments import actions
from vanphong.attachments import pipeline
from vanphong.attachments import quarantine
from vanphong.attachments import rescan
from vanphong.attachments import rules
from vanphong.attachments import scanner
from vanphong.attachments import settings
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ui import format as fmt
from vanphong.ui.browser.form import OfficeForm


COLUMNS = (
    {"title": _("File"), "css": "su"},
    {"title": _("Document"), "css": "by"},
    {"title": _("Why"), "css": "du"},
    {"title": _("Held since"), "css": "by"},
    {"title": _("What can be done"), "css": "ac", "hidden": True},
)

STAYS = _("The scanner found a virus again; the file stays in quarantine.")
CLEAN = _("The scanner found nothing; the file is back with its document.")


class QuarantineView(OfficeForm):
    """All files in quarantine. Of a document only its number is told: whoever runs the
    system must not read the letters in it.
    """

    title = _("Quarantine")
    rail_id = "administration"
    page_class = "vp-jobs"

    def act(self):
        """Scan, release or delete the file that was sent."""
        uid, name = self.text("uid"), self.text("do")
        if name == "rescan-files":
            actions.rescan_files(self.context, self.text("which"))
            return _("The files are being scanned again.")
        held = quarantine.find(uid)
        document = pipeline.document_of(held.document_uid) if held else None
        if document is None:
            raise InvalidInput(mark("The file is not in quarantine any more."))
        if name == "rescan":
            return CLEAN if actions.rescan_file(document, uid) else STAYS
        if name == "release":
            actions.release_file(document, uid, reason=self.text("reason"))
            return _("The file is back with its document.")
        if name == "delete":
            actions.delete_held_file(document, uid, reason=self.text("reason"))
            return _("The file is deleted.")
        raise InvalidInput(mark("Choose what to do with the file."))

    def next_url(self) -> str:
        """The same list."""
        return self.url

    @property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@quarantine"

    @property
    def may_release(self) -> bool:
        """Whether the office lets files out that no scan has found clean."""
        return settings.policy().antivirus != rules.Antivirus.REQUIRED

    @cached_property
    def scanner(self) -> str:
        """What answers at the socket of the scanner; "" for nobody."""
        return scanner.version()

    @cached_property
    def rescan(self) -> dict | None:
        """The scan of all files that runs, or ran last."""
        row = rescan.latest()
        if row is None:
            return None
        result = row["result"] or {}
        return {
            "runs": row["state"] in ("waiting", "running"),
            "failed": row["error"] if row["state"] == "failed" else "",
            "done": row["done"],
            "total": row["total"],
            "at": row["finished_at"] or row["put_at"],
            "scanned": result.get("scanned", 0),
            "found": result.get("found", 0),
            "cleared": result.get("cleared", 0),
        }

    @cached_property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        rows = [self._row(one) for one in quarantine.held()]
        return {"caption": self.title, "columns": COLUMNS, "rows": rows, "css": "jobs"}

    def _row(self, held: quarantine.Held) -> dict:
        document = pipeline.document_of(held.document_uid)
        attachment = held.attachment
        return {
            "uid": attachment.uid,
            "title": attachment.filename,
            "note": f"{attachment.kind} · {fmt.size(attachment.size)}",
            "document": getattr(document, "label", "") or held.document_uid[:8],
            "by": attachment.added_by,
            "why": _(rules.WHY.get(held.why, held.why)),
            "virus": held.virus,
            "since": held.since,
            "may_release": _may_release(held, self.may_release),
        }


def _may_release(held: quarantine.Held, unscanned: bool) -> bool:
    """Whether somebody's word can let a file out; a stamp of secrecy may have been misread."""
    if held.why == actions.STAMPED:
        return True
    return unscanned and not held.virus and held.why != "withdrawn"
