"""The page of a file: what lies in it, who works on it, what was done."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.casefiles import entries
from vanphong.casefiles import stages
from vanphong.casefiles import team
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.interfaces import ICaseOffers
from vanphong.casefiles.browser.interfaces import ICaseParts
from vanphong.casefiles.rules.states import WRITABLE
from vanphong.casefiles.vocabularies import RIGHTS
from vanphong.documents import catalogues
from vanphong.ledger import audit
from vanphong.ledger import case_entries
from vanphong.ledger import paging
from vanphong.ledger.acts import ACTS
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.routing.browser.offers import Offer
from vanphong.routing.browser.offers import action_bar
from vanphong.ui import format as fmt
from vanphong.ui.browser.resources import static
from zope.component import subscribers


#: So many lines of the history stand on the page.
LATEST = 8


class CaseFileView(BrowserView):
    """A file for the person in front of it."""

    rail_id = "casefiles"

    @property
    def title(self) -> str:
        """For the window."""
        return f"{self.context.notation} {self.context.title}"

    @property
    def url(self) -> str:
        """Address of the file."""
        return self.context.absolute_url()

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        portal = api.portal.get().absolute_url()
        found = [{"title": _("Case files"), "url": f"{portal}/@@case-files"}]
        year = {"title": str(self.context.year), "url": f"{found[0]['url']}?box=all&year="}
        return [*found, {**year, "url": year["url"] + str(self.context.year)}]

    @cached_property
    def state(self) -> str:
        """The stage."""
        return stages.state_of(self.context)

    @property
    def badge(self) -> tuple:
        """Tint and words of the stage."""
        return words.state(self.state)

    @property
    def is_frozen(self) -> bool:
        """Whether nothing in it may be changed."""
        return stages.is_frozen(self.context)

    @cached_property
    def may_write(self) -> bool:
        """Whether documents may come and go now."""
        return self.state in WRITABLE and not self.is_frozen

    def may(self, act: str) -> bool:
        """Whether the permission of an act is granted on this file now."""
        return bool(getSecurityManager().checkPermission(ACTS[act].permission, self.context))

    # the acts

    @cached_property
    def action_bar(self) -> dict:
        """The acts of this person, those of other features among them."""
        found = list(self._own_offers())
        for one in subscribers((self.context, self.request), ICaseOffers):
            found.extend(one.offers())
        return action_bar(found, self.url)

    def _own_offers(self):
        if self.may_write and self.may("file_document"):
            yield Offer("add", _("Put a document in"), "plus", 20, page="@@add-document")
        if not self.is_frozen and self.may_write and self.may("edit_case_file"):
            yield Offer("edit", _("Change particulars"), "pen", 60, page="@@edit-file")
        if not self.is_frozen and self.may("set_case_member"):
            yield Offer("team", _("Who works on the file"), "users", 65, page="@@file-team")
        if not self.is_frozen and self.may("lower_retention"):
            yield Offer(
                "retention", _("Shorten the retention"), "clock", 90, "@@lower-retention", rare=True
            )

    # what lies in it

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

    @property
    def counted(self) -> tuple[int, int]:
        """Documents and pages."""
        return entries.count(self.context), entries.pages(self.context)

    @cached_property
    def may_change_entries(self) -> bool:
        """Whether entries have a form for this person."""
        return self.may_write and self.may("change_entry")

    # beside it

    def facts(self, vp) -> list[dict]:
        """The particulars of Annex VI.III."""
        one = self.context
        unit = directory.unit(one.unit_uid)
        until = "" if one.due_year is None else f" ({one.due_year})"
        known = [
            (_("Code of the file"), one.code),
            (_("Retention period"), one.retention + until),
            (_("Terms of use"), vp.text(RIGHTS.get(one.rights, one.rights))),
            (_("Made by"), one.maker_title),
            (_("Unit"), "" if unit is None else unit.title),
            (_("Heading of the list"), one.heading),
            (_("Begun on"), _day(one.started_on)),
            (_("Ended on"), _day(one.ended_on)),
            (_("Documents"), vp.count(self.counted[0], 10**9)),
            (_("Number of pages"), vp.count(self.counted[1], 10**9)),
            (_("Language"), one.language),
            (_("Keywords"), one.keywords),
            (_("Papers kept at"), one.paper_location),
            (_("Note"), one.note),
        ]
        always = {_("Ended on"), _("Papers kept at")}
        return [{"term": term, "value": said} for term, said in known if said or term in always]

    @property
    def roster(self) -> list[dict]:
        """Who works on it."""
        return [
            {"title": one.title, "part": words.PARTS[one.part]}
            for one in team.members(self.context)
        ]

    @cached_property
    def history(self) -> list[dict]:
        """The latest of what was done, the newest first."""
        done = [row for row in audit.history(self.context.UID()) if row["outcome"] == audit.DONE]
        latest = done[-LATEST:]
        named = {row["detail"].get("kept", "") for row in latest}
        open_ = case_entries.readable(named, people.me().tokens)
        return [
            {
                "title": words.ACTS.get(row["act"], row["act"]),
                "by": row["user_title"],
                "at": row["at"],
                "text": _told(row["detail"], open_),
            }
            for row in reversed(latest)
        ]

    @property
    def parts(self) -> list[dict]:
        """Cards of other features."""
        found = [
            part
            for one in subscribers((self.context, self.request), ICaseParts)
            for part in one.parts()
        ]
        return sorted(found, key=lambda part: part.get("order", 50))

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(api.portal.get().absolute_url(), "lists.css")


def _day(value) -> str:
    return fmt.full_date(value) if value else ""


def _told(detail: dict, readable) -> str:
    """What the trail tells of an act; symbols only of documents that the person may find."""
    names = ("symbol", "number", "old", "new", "reason", "person", "part", "to")
    hidden = "kept" in detail and detail["kept"] not in readable
    shown = names[1:] if hidden else names
    return " · ".join(str(detail[name]) for name in shown if detail.get(name))
