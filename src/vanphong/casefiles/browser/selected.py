"""What forms have in common that do something to what was selected in a list."""

from collections.abc import Iterable
from functools import cached_property
from plone import api
from vanphong import _
from vanphong.casefiles import freeze
from vanphong.casefiles import grants
from vanphong.casefiles import places
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.documents.browser.partly import Outcome
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.ledger import paging


#: Lists from which a selection comes, to which Back leads.
LISTS = {
    "incoming-documents": "incoming-documents",
    "outgoing-documents": "outgoing-documents",
    "case-files": "case-files",
    "archive": "archive?box=frozen",
}


class SelectedForm(CaseForm):
    """A form that is posted a selection as ``ids``, asks what it needs, then acts on each.

    What is refused is told by name, and stays selected. A subclass says ``is_offered``,
    ``act``, ``selected_words`` and ``partly_words``; its button is called ``send``.
    """

    selected_words = ""
    partly_words = ""
    outcome: Outcome | None = None
    finished: tuple[str, ...] = ()

    def __call__(self):
        """The first post comes from the list, with what was selected there."""
        if self.request.method != "POST" or self.text("send"):
            return super().__call__()
        if self.records:
            return self.render()
        self.fail(InvalidInput(mark("Select at least one row first."), field="ids"))
        return self._again()

    @property
    def parents(self) -> list[dict]:
        """None but the list of files."""
        return []

    @property
    def back_url(self) -> str:
        """The list from which the selection comes, else the list of files."""
        name = LISTS.get(self.text("from"), "case-files")
        return f"{api.portal.get().absolute_url()}/@@{name}"

    @cached_property
    def records(self) -> list:
        """What was selected of that which the person may see."""
        found = (places.by_uid(uid) for uid in self.texts("ids")[: paging.SIZE])
        return [one for one in found if one is not None and self.is_offered(one)]

    def is_offered(self, record) -> bool:
        """Whether this form is about such a thing, and the person may see it."""
        raise NotImplementedError

    @property
    def subtitle(self):
        """How many, and which."""
        if not self.records:
            return ""
        told = {"n": len(self.records), "names": "; ".join(map(sign, self.records))}
        return _(self.selected_words, mapping=told)

    @property
    def hidden(self) -> list[dict]:
        """What is selected, and where it comes from, for the second post."""
        ids = [{"name": "ids", "kind": "hidden", "value": one.UID()} for one in self.records]
        return [{"name": "from", "kind": "hidden", "value": self.text("from")}, *ids]

    def need_records(self) -> None:
        """Refuse to act on nothing.

        :raises InvalidInput: when nothing is selected.
        """
        if not self.records:
            raise InvalidInput(mark("Select at least one row first."), field="ids")

    def finish(self, done: Iterable, refused: Iterable[tuple[object, OfficeError]]) -> None:
        """Keep what came of it; what was refused is told, and stays selected."""
        done, refused = list(done), list(refused)
        if not refused:
            return
        self.finished = tuple(named(one) for one in done)
        self.outcome = Outcome(len(done), [(named(one), error) for one, error in refused])
        self.records = [one for one, _error in refused]
        for _one, error in refused:
            self.fail(error)

    @property
    def partly(self):
        """The sentence over what was refused, None while nothing was."""
        return None if self.outcome is None else self.outcome.sentence(self.partly_words)

    def next_url(self) -> str:
        """The list again."""
        return self.back_url


def sign(record) -> str:
    """How a document or a file is called in one word: its symbol, or its number."""
    if ICaseFile.providedBy(record):
        return record.code
    return record.symbol or record.label or record.subject[:40]


def named(record) -> str:
    """How it is called when it must be told from others: sign and subject."""
    subject = record.title if ICaseFile.providedBy(record) else record.subject
    short = " ".join((subject or "").split())
    short = short if len(short) <= 90 else f"{short[:89]}…"
    return sign(record) if short.startswith(sign(record)) else f"{sign(record)} – {short}"


def is_seen(record) -> bool:
    """Whether a person sees a document or a file: by reading it, or by the right to freeze it."""
    if not (ICaseFile.providedBy(record) or IOfficeDocument.providedBy(record)):
        return False
    return grants.may_read(record) or bool(api.user.has_permission(freeze.FREEZE, obj=record))
