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
from vanphong.casefiles.browser.entry_fields import kind
from vanphong.casefiles.browser.entry_fields import readers
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.documents.browser import scope
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import case_entries
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
        if self.situation.stage in NOT_KEPT or service.unit_for(self.context.body_uid) is None:
            return []
        if not grants.may_hand_on(self.context):
            return []
        waits = self.situation.stage in ENDED and not self.rows
        rank = 45 if waits else 75
        return [
            Offer("file", _("Put into a case file"), "folder", rank, page="@@file-into", key="h")
        ]


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
        found = service.fields_of_a_file(self.context)
        opens = grants.allowed(self.context)
        note = {"name": "note", "label": _("Note"), "width": 8, "maxlength": 500}
        return [*found, kind(), note, *([readers(opens=True)] if opens else [])]

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
