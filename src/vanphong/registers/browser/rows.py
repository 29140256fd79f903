"""Entries of a register as its pages and its print show them."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from plone import api
from vanphong import _
from vanphong.calendars import clock
from vanphong.ledger import documents
from vanphong.ledger import entries
from vanphong.ui import format as fmt
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


#: Roles of those who keep the book and may open every document in it.
KEEPERS = {"Records Clerk", "Office Chief"}


@dataclass(frozen=True)
class Entry:
    """One line of a register.

    ``url`` is empty where no document carries the number or the person may not open it;
    ``note`` says why a number is void.
    """

    label: str
    number: int
    taken_on: date | None
    origin: str
    symbol: str
    issued_on: date | None
    type_name: str
    subject: str
    recipient: str
    note: str
    is_void: bool
    url: str

    @property
    def described(self) -> str:
        """Type and subject, as the column of the book wants them."""
        if not self.type_name or self.subject.startswith(self.type_name):
            return self.subject or self.type_name
        return f"{self.type_name}: {self.subject}" if self.subject else self.type_name


def shown(register, rows: Iterable[Mapping], request) -> list[Entry]:
    """Rows of the ledger with what is known of the documents behind them."""
    rows = list(rows)
    uids = {row["document_uid"] for row in rows} - {""}
    behind = {row["document_uid"]: row for row in documents.found(uids)} if uids else {}
    types = type_names(register)
    opens = _Opening(register, request)
    return [_entry(row, behind.get(row["document_uid"], {}), types, opens) for row in rows]


def _entry(row, document, types, opens) -> Entry:
    taken_at = row["taken_at"]
    return Entry(
        label=row["label"],
        number=row["number"],
        taken_on=clock.local(taken_at).date() if taken_at else None,
        origin=row["origin"],
        symbol=row["symbol"],
        issued_on=document.get("issued_date"),
        type_name=types.get(document.get("document_type"), ""),
        subject=row["subject"],
        recipient=row["recipient"],
        note=_void_note(row),
        is_void=row["voided_at"] is not None,
        url=opens.url(document.get("path", "")),
    )


def _void_note(row) -> str:
    if row["voided_at"] is None:
        return ""
    reason = row["void_reason"]
    if reason == entries.INTERRUPTED:
        reason = _("lost when the server was interrupted")
    mapping = {"reason": reason, "by": row["voided_by"], "when": _when(row["voided_at"])}
    if row["voided_by"]:
        return _("Void: ${reason} (${by}, ${when})", mapping=mapping)
    return _("Void: ${reason} (${when})", mapping=mapping)


def _when(moment: datetime) -> str:
    return fmt.full_date(clock.local(moment).date())


def type_names(register) -> dict[str, str]:
    """Names of document types by code; the catalogue belongs to a feature above this one."""
    factory = getUtility(IVocabularyFactory, name="vanphong.document_types")
    return {term.value: term.title for term in factory(register)}


class _Opening:
    """Addresses of documents, for those who may open them."""

    def __init__(self, register, request):
        self.request = request
        self.portal = api.portal.get()
        user = api.user.get_current()
        self.keeper = bool(KEEPERS.intersection(user.getRolesInContext(register)))

    def url(self, path: str) -> str:
        """Where the document is, or "" when there is none to open."""
        if not path or not (self.keeper or self._may_view(path)):
            return ""
        return self.request.physicalPathToURL(path)

    def _may_view(self, path: str) -> bool:
        document = self.portal.unrestrictedTraverse(path, None)
        return document is not None and api.user.has_permission("View", obj=document)
