"""What lies in a file, as its page lists it: by numbers, fifty on a page."""

from functools import cached_property
from vanphong import _
from vanphong.casefiles import entries
from vanphong.casefiles.browser import words
from vanphong.documents import catalogues
from vanphong.ledger import case_entries
from vanphong.ledger import paging
from vanphong.organisation import people


class EntryRows:
    """Rows and pages of the entries. Mixed in before the view of a file, which has ``url``,
    ``may_write`` and ``may``.
    """

    @cached_property
    def after(self) -> int:
        """The number after which this page begins."""
        asked = self.request.form.get("after", "")
        return int(asked) if isinstance(asked, str) and asked.isdecimal() and len(asked) < 8 else 0

    @cached_property
    def rows(self) -> list[dict]:
        """The entries of this page; of a document that the person may not read, its number."""
        found = case_entries.page(self.context.UID(), self.after, paging.SIZE)
        tokens = people.me().tokens
        open_ = case_entries.readable([row["document_uid"] for row in found], tokens)
        return [self._row(row, row["document_uid"] in open_) for row in found]

    def _row(self, row: dict, readable: bool) -> dict:
        listed = {
            "number": row["number"],
            "uid": row["document_uid"],
            "kind": row["kind"],
            "pages": row["pages"],
            "note": row["note"],
            "grants": row["grants"],
            "by": row["filed_by_title"],
            "at": row["filed_at"],
            "readable": readable and row["path"] is not None,
            "entry_url": f"{self.url}/@@entry?document={row['document_uid']}",
        }
        if self.context.imported is not None and not listed["readable"]:
            return {**listed, **self._record(row["number"])}
        if not listed["readable"]:
            return listed
        type_name = catalogues.type_name(row["document_type"])
        return {
            **listed,
            "url": self.request.physicalPathToURL(row["path"].split("/")),
            "symbol": row["symbol"],
            "label": row["label"],
            "incoming": row["direction"] == "in",
            "day": row["issued_date"],
            "subject": row["subject"],
            "source": ", ".join(filter(None, (type_name, row["organ_name"]))),
        }

    def _record(self, number: int) -> dict:
        """What came with a package of a document that is no document of this office."""
        record = self.context.imported.entries.get(number)
        if record is None:
            return {}
        return {
            "readable": True,
            "url": "",
            "symbol": record.symbol,
            "day": record.issued_date,
            "subject": record.subject,
            "source": ", ".join(filter(None, (record.type_name, record.organ_name))),
        }

    def said(self, vp) -> dict:
        """Words and marks of the rows, found once and not for each of them."""
        return {
            "kinds": {
                kind: vp.text(words.kind(kind)) for kind in {row["kind"] for row in self.rows}
            },
            "kind": vp.text(_("Kind")),
            "pages": vp.text(_("Number of pages")),
            "hidden": vp.text(_("A document that you may not read")),
            "open": vp.text(_("open to the roster")),
            "change": vp.text(_("Change")) if self.may_change_entries else "",
            "lock": vp.icon("lock"),
            "eye": vp.icon("eye"),
        }

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        columns = [
            {"title": _("No."), "css": "no"},
            {"title": _("Number and symbol"), "css": "sy"},
            {"title": _("Subject"), "css": "su"},
            {"title": _("Kind"), "css": "by"},
            {"title": _("Number of pages"), "css": "num"},
        ]
        return {
            "columns": columns,
            "rows": self.rows,
            "caption": _("Documents in the file"),
            "css": "entries",
        }

    @cached_property
    def paging(self) -> dict:
        """For the macro of that name, by numbers."""
        rows, count = self.rows, entries.count(self.context)
        if not rows:
            return {"first": 0, "last": 0, "total": None, "previous": None, "next": None}
        last = rows[-1]["number"]
        more = last < entries.last_number(self.context)
        back = max(self.after - paging.SIZE, 0)
        return {
            "first": rows[0]["number"],
            "last": last,
            "total": count if count == entries.last_number(self.context) else None,
            "cap": 10**9,
            "previous": f"{self.url}?after={back}" if self.after else None,
            "next": f"{self.url}?after={last}" if more else None,
        }

    @cached_property
    def may_change_entries(self) -> bool:
        """Whether entries have a form for this person."""
        return self.may_write and self.may("change_entry")
