"""A document and its files: the card on its page, the form that puts it into one."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import filing as service
from vanphong.casefiles import grants
from vanphong.casefiles import places
from vanphong.casefiles import suggestions
from vanphong.casefiles.actions.filing import NOT_KEPT
from vanphong.casefiles.browser import words
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.rules.entries import KINDS
from vanphong.documents.browser import scope
from vanphong.documents.browser.answers import Answers
from vanphong.documents.rules import fold
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from vanphong.organisation import people
from vanphong.routing.browser.interfaces import IOffers
from vanphong.routing.browser.interfaces import IPanels
from vanphong.routing.browser.offers import Offer
from zope.interface import implementer


#: Stages in which a document is at its end and waits to be kept.
ENDED = frozenset({"finished", "issued"})


class Card:
    """Base of what the page of a document shows of its files."""

    def __init__(self, situation, request) -> None:
        self.situation = situation
        self.context = situation.document
        self.request = request

    @cached_property
    def rows(self) -> list[dict]:
        """The files that hold the document."""
        found = case_entries.files_of(self.context.UID())
        tokens = people.me().tokens
        return [self._row(row, tokens) for row in found]

    def _row(self, row: dict, tokens) -> dict:
        case_file = places.find(row["case_file_uid"])
        open_ = case_file is not None and scope.may("View", case_file)
        tint, said = words.state(row["state"])
        return {
            "uid": row["case_file_uid"],
            "url": case_file.absolute_url() if open_ else "",
            "code": row["code"],
            "title": row["title"] if open_ else "",
            "number": row["number"],
            "kind": words.kind(row["kind"]),
            "grants": row["grants"],
            "tint": tint,
            "state": said,
            "by": row["filed_by_title"],
            "at": row["filed_at"],
        }


@implementer(IPanels)
class FilesPanel(Card):
    """Which files hold the document, and which of them let their readers read it."""

    index = ViewPageTemplateFile("filed.pt")

    def panels(self) -> list[dict]:
        """One card; none while no file holds it."""
        if not self.rows:
            return []
        return [{"id": "filed", "icon": "folder", "title": _("Case files"), "html": self.index()}]


@implementer(IOffers)
class FileOffer(Card):
    """Putting the document into a file; the first thing to do once it is at its end."""

    def offers(self) -> list[Offer]:
        """One offer for who works with the document and belongs to its body."""
        if self.situation.stage in NOT_KEPT or service.unit_for(self.context) is None:
            return []
        if not grants.may_hand_on(self.context):
            return []
        waits = self.situation.stage in ENDED and not self.rows
        rank = 45 if waits else 75
        return [Offer("file", _("Put into a case file"), "folder", rank, page="@@file-into")]


class FileInto(CaseForm):
    """``@@file-into`` on a document: a file that is there, or a new one."""

    title = _("Put into a case file")
    button = {"value": "file", "title": _("Put it in"), "icon": "check"}

    @property
    def subtitle(self) -> str:
        """The document."""
        return " ".join(filter(None, (self.context.symbol, self.context.subject)))[:120]

    @property
    def parents(self) -> list[dict]:
        """The document."""
        title = self.context.symbol or self.context.label or _("The document")
        return [{"title": title, "url": self.context.absolute_url()}]

    @property
    def fields(self) -> list[dict]:
        """Where, as what, and whether the roster may read it by that."""
        found = service.Filing().fields(self.context)
        found[0] = {**found[0], "options": found[0]["options"][1:]}
        if found[0]["value"] == service.NONE:
            found[0]["value"] = service.THERE
        opens = grants.allowed(self.context)
        readers = {
            "name": "grants",
            "label": _("Readers of the file"),
            "kind": "radio",
            "width": 12,
            "value": "yes" if opens else "no",
            "options": [
                ("yes", _("may read the document by it")),
                ("no", _("see only that it lies here")),
            ],
        }
        kind = {
            "name": "kind",
            "label": _("Kind"),
            "kind": "select",
            "width": 4,
            "value": "main",
            "options": [(key, words.kind(key)) for key in KINDS],
        }
        note = {"name": "note", "label": _("Note"), "width": 8, "maxlength": 500}
        return [*found, kind, note, *([readers] if opens else [])]

    def act(self):
        """Put it in."""
        filing = service.Filing()
        if self.text("keep") not in (service.THERE, service.NEW):
            raise InvalidInput(mark("Choose the file that it is kept in."), field="keep")
        code = filing.chosen(self.context, self.text)()
        row = suggestions.named(self.context.body_uid, code)
        entry = actions.file_document(
            places.find(row["case_file_uid"]),
            self.context,
            kind=self.text("kind"),
            note=self.text("note"),
            grants={"yes": True, "no": False}.get(self.text("grants")),
        )
        return _(
            "Kept in ${code} as number ${number}.",
            mapping={"code": row["code"], "number": entry.number},
        )


class FileMany(CaseForm):
    """``@@file-many``: several documents of a list into one file."""

    title = _("Put documents into a case file")
    button = {"name": "send", "value": "1", "title": _("Put them in"), "icon": "check"}

    def __call__(self):
        """The first post comes from the list, with what was selected there."""
        if self.request.method == "POST" and not self.text("send"):
            return self.render()
        return super().__call__()

    @property
    def parents(self) -> list[dict]:
        """None but the list of files."""
        return []

    @property
    def back_url(self) -> str:
        """The desktop."""
        return self.crumbs[0]["url"]

    @cached_property
    def documents(self) -> list:
        """The documents selected that the person may read."""
        found = (places.by_uid(uid) for uid in self.texts("ids")[:50])
        return [one for one in found if one is not None and grants.may_read(one)]

    @property
    def subtitle(self):
        """How many."""
        return _("${n} documents selected", mapping={"n": len(self.documents)})

    @property
    def fields(self) -> list[dict]:
        """Which documents, and the file."""
        names = ", ".join(one.symbol or one.subject[:40] for one in self.documents)
        hidden = [{"name": "ids", "kind": "hidden", "value": one.UID()} for one in self.documents]
        rows = suggestions.open_files(self.documents[0].body_uid) if self.documents else []
        options = [
            (row["code"], f"{row['notation']} ({row['year']}) {row['title']}") for row in rows
        ]
        chosen = {
            "name": "case_file",
            "label": _("Case file"),
            "kind": "select",
            "width": 12,
            "required": True,
            "options": options,
            "help": names,
        }
        return [*hidden, chosen]

    def act(self):
        """Put them in; those that cannot go are told."""
        if not self.documents:
            raise InvalidInput(mark("Select at least one row first."), field="ids")
        row = suggestions.named(self.documents[0].body_uid, self.text("case_file"))
        if row is None:
            raise InvalidInput(mark("Choose the file that it is kept in."), field="case_file")
        filed, refused = actions.file_many(places.find(row["case_file_uid"]), self.documents)
        for _document, error in refused:
            self.fail(error)
        self.__dict__["documents"] = [document for document, _error in refused]
        return _("${n} documents kept in ${code}.", mapping={"n": len(filed), "code": row["code"]})

    def next_url(self) -> str:
        """The list of files."""
        return self.crumbs[0]["url"]


class AddDocument(CaseForm):
    """``@@add-document`` on a file: a document found by its symbol or number."""

    title = _("Put a document in")
    button = {"value": "add", "title": _("Put it in"), "icon": "check"}

    @property
    def fields(self) -> list[dict]:
        """The document, and as what."""
        document = {
            "name": "document",
            "label": _("Document"),
            "width": 8,
            "required": True,
            "autofocus": True,
            "maxlength": 100,
            "complete_url": f"{self.crumbs[0]['url'].rpartition('/')[0]}"
            "/@@case-file-completions/documents",
            "placeholder": "1210/UBND-VX",
            "help": _("Number and symbol as it stands on the document."),
        }
        kind = {
            "name": "kind",
            "label": _("Kind"),
            "kind": "select",
            "width": 4,
            "value": "main",
            "options": [(key, words.kind(key)) for key in KINDS],
        }
        return [document, kind, {"name": "note", "label": _("Note"), "width": 12}]

    def act(self):
        """Put it in."""
        text = self.text("document")
        row = case_entries.readable_named(self.context.body_uid, text, people.me().tokens)
        if row is None:
            raise InvalidInput(
                mark("You have no document “${value}”."), value=text, field="document"
            )
        document = places.by_uid(row["document_uid"])
        entry = actions.file_document(
            self.context, document, kind=self.text("kind"), note=self.text("note")
        )
        return _("Number ${number} in the file.", mapping={"number": entry.number})

    def next_url(self) -> str:
        """The file, at its end."""
        return self.context.absolute_url()


class CaseCompletions(Answers):
    """``@@case-file-completions/files?q=`` and ``/documents?q=``, as JSON."""

    kinds = ("files", "documents")

    def files(self) -> list[dict]:
        """Open files into which the person may put documents, by code or title."""
        asked = tuple(fold(self.asked("q")).split()[:8])
        found = case_files.Filters(
            states=("open", "returned"),
            parts=(case_files.MAKER, case_files.CONTRIBUTOR),
            words=asked,
        )
        rows = case_files.listed(people.me().tokens, found, size=10).rows
        return [{"value": row["code"], "label": row["code"], "hint": row["title"]} for row in rows]

    def documents(self) -> list[dict]:
        """Documents that the person may read, by the beginning of the symbol."""
        rows = case_entries.readable_like(self.asked("q"), people.me().tokens)
        return [
            {"value": row["symbol"], "label": row["symbol"], "hint": row["subject"][:120]}
            for row in rows
        ]
