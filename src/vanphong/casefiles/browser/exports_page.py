"""``@@export-file``: ask for an export, see how far it is, fetch it; papers as DOCX."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.casefiles import archive_papers
from vanphong.casefiles import archive_receipts
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import export_jobs
from vanphong.casefiles import export_store
from vanphong.casefiles import exports
from vanphong.casefiles.archive_content import IArchiveSubmission
from vanphong.casefiles.browser import archive_words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.browser.words import message
from vanphong.documents.browser.files import JobFile
from vanphong.ledger import paging
from vanphong.ui import format as fmt
from vanphong.ui.browser import sending
from zExceptions import NotFound


class ExportPage(CaseForm):
    """What a file, or the papers of a submission, can be had as."""

    title = _("Export")
    page_class = ""

    @property
    def parents(self) -> list[dict]:
        """The file or the submission."""
        one = self.context
        title = one.title if IArchiveSubmission.providedBy(one) else one.code
        return [{"title": title, "url": one.absolute_url()}]

    @property
    def subtitle(self) -> str:
        """Its title."""
        return self.context.title

    @property
    def known(self) -> dict:
        """Kinds by their codes."""
        found = exports.OF_FILE
        return exports.OF_SUBMISSION if IArchiveSubmission.providedBy(self.context) else found

    @property
    def kinds(self) -> list[dict]:
        """Buttons; a package only of a closed file."""
        return [
            {"value": name, "title": message(text)}
            for name, text in self.known.items()
            if name != "sip" or closing_inventory.is_made(self.context)
        ]

    @cached_property
    def rows(self) -> list[dict]:
        """What this person has asked for, the newest first."""
        return [self._row(one["job"], one["made"]) for one in exports.exports_of(self.context)]

    def _row(self, job: dict, made) -> dict:
        url = self.context.absolute_url()
        total = job["total"]
        return {
            "title": message(self.known.get(job["args"]["kind"], job["args"]["kind"])),
            "tint": archive_words.job_state(job["state"]),
            "progress": f"{fmt.number(job['done'])}/{fmt.number(total)}" if total else "",
            "at": job["put_at"],
            "error": message(job["error"]) if job["error"] else "",
            "name": "" if made is None else made.blob.filename,
            "size": 0 if made is None else made.blob.getSize(),
            "left_out": () if made is None else made.left_out,
            "url": "" if made is None else f"{url}/@@case-export/{job['uid']}",
        }

    @property
    def is_running(self) -> bool:
        """Whether something is still being made."""
        return any(not row["url"] and not row["error"] for row in self.rows)

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        columns = [
            {"title": _("Export"), "css": "su"},
            {"title": _("State"), "css": "du"},
            {"title": _("File"), "css": "ac"},
        ]
        return {"columns": columns, "rows": self.rows, "caption": _("Exports")}

    def act(self):
        """Have it made."""
        exports.export_file(self.context, self.text("kind"))
        return _("The export is being made.")

    def next_url(self) -> str:
        """This page again."""
        return f"{self.context.absolute_url()}/@@export-file"


class Download(JobFile):
    """``@@case-export/<job>``: kept for some days, for who asked for it."""

    event = "download_export"

    def made(self, job: str, user_id: str):
        """What was exported of this file."""
        found = export_store.find(job, user_id)
        return None if found is None or found.subject != self.context.UID() else found


class Paper(BrowserView):
    """``@@archive-paper?kind=…``: a paper as DOCX."""

    PAPERS = {
        "transfer": (archive_receipts.transfer_docx, "muc-luc-ho-so-nop-luu"),
        "minutes": (archive_receipts.minutes_docx, "bien-ban-giao-nhan"),
        "inventory": (export_jobs.inventory_docx, "muc-luc-van-ban"),
    }

    def __call__(self):
        """The DOCX, or 404 for a kind that is none."""
        kind = str(self.request.form.get("kind", ""))
        if (kind == "inventory") == IArchiveSubmission.providedBy(self.context):
            raise NotFound(self.__name__)
        if kind not in self.PAPERS:
            raise NotFound(self.__name__)
        make, stem = self.PAPERS[kind]
        octets = make(self.context)
        sending.saved(self.request, archive_papers.MIME, f"{stem}.docx", len(octets))
        return octets


class InventoryPage(BrowserView):
    """``@@inventory``: Mục lục văn bản of a closed file, fifty at a time."""

    rail_id = "casefiles"
    title = _("Inventory of the documents")

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        url = f"{api.portal.get().absolute_url()}/@@case-files"
        up = {"title": self.context.code, "url": self.context.absolute_url()}
        return [{"title": _("Case files"), "url": url}, up]

    @property
    def is_made(self) -> bool:
        """Whether there is one."""
        return closing_inventory.is_made(self.context)

    @cached_property
    def after(self) -> int:
        """The number after which this page begins."""
        asked = self.request.form.get("after", "")
        return int(asked) if isinstance(asked, str) and asked.isdecimal() and len(asked) < 8 else 0

    @cached_property
    def rows(self) -> list[dict]:
        """Records of this page."""
        return [
            {
                "number": one.number,
                "symbol": one.symbol,
                "day": f"{one.issued_date:%d/%m/%Y}" if one.issued_date else "",
                "subject": one.type_and_subject,
                "organ": one.organ_name,
                "pages": one.pages or "",
                "files": [{"name": data.name, "sha256": data.sha256[:12]} for data in one.files],
            }
            for one in closing_inventory.page(self.context, self.after)
        ]

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        columns = [
            {"title": _("No."), "css": "no"},
            {"title": _("Number and symbol"), "css": "sy"},
            {"title": _("Subject"), "css": "su"},
            {"title": _("Issuing body"), "css": "by"},
            {"title": _("Pages"), "css": "num"},
        ]
        return {"columns": columns, "rows": self.rows, "caption": self.title}

    @cached_property
    def paging(self) -> dict:
        """For the macro of that name, by numbers."""
        total = closing_inventory.file_record(self.context).document_total
        if not self.rows:
            return {"first": 0, "last": 0, "total": None, "previous": None, "next": None}
        url, last = f"{self.context.absolute_url()}/@@inventory", self.rows[-1]["number"]
        back = max(self.after - paging.SIZE, 0)
        return {
            "first": self.rows[0]["number"],
            "last": last,
            "total": total,
            "cap": 10**9,
            "previous": f"{url}?after={back}" if self.after else None,
            "next": f"{url}?after={last}" if last < total else None,
        }
