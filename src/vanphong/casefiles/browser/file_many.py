"""Several documents of a list into one file, which may be a new one."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import filing as service
from vanphong.casefiles import grants
from vanphong.casefiles import places
from vanphong.casefiles import suggestions
from vanphong.casefiles.actions.filing import NOT_KEPT
from vanphong.casefiles.actions.filing import check_document
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.documents.browser import scope
from vanphong.documents.browser.interfaces import BulkOffer
from vanphong.documents.browser.interfaces import IBulkOffers
from vanphong.documents.browser.partly import Outcome
from vanphong.documents.browser.partly import each
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import paging
from zope.interface import implementer


#: Lists from which documents come, to which Back leads.
LISTS = ("incoming-documents", "outgoing-documents")

PARTLY = _("${done} documents kept, ${refused} not.")


@implementer(IBulkOffers)
class FileSelected:
    """The button of a list of documents, for who may open files in its body."""

    def __init__(self, page, request) -> None:
        self.page = page
        self.request = request

    def offers(self) -> list[BulkOffer]:
        """One for the members of the units of the body."""
        if self.page.scope is None or service.unit_for(self.page.scope.uid) is None:
            return []
        url = f"{api.portal.get().absolute_url()}/@@file-many?from={self.page.page_name}"
        return [BulkOffer("file", _("Put into a case file"), "folder", url, NOT_KEPT)]


class FileMany(CaseForm):
    """``@@file-many``: documents selected in a list into a file that is there, or a new one."""

    title = _("Put documents into a case file")
    button = {"name": "send", "value": "1", "title": _("Put them in"), "icon": "check"}
    into = ""
    outcome: Outcome | None = None

    def __call__(self):
        """The first post comes from the list, with what was selected there."""
        if self.request.method != "POST" or self.text("send"):
            return super().__call__()
        if self.documents:
            return self.render()
        self.fail(InvalidInput(mark("Select at least one row first."), field="ids"))
        return self._again()

    @property
    def parents(self) -> list[dict]:
        """None but the list of files."""
        return []

    @property
    def back_url(self) -> str:
        """The list from which the documents come, else the list of files."""
        name = self.text("from")
        return f"{api.portal.get().absolute_url()}/@@{name if name in LISTS else 'case-files'}"

    @cached_property
    def documents(self) -> list:
        """The documents selected that the person may read."""
        found = (places.by_uid(uid) for uid in self.texts("ids")[: paging.SIZE])
        return [one for one in found if one is not None and grants.may_read(one)]

    @property
    def subtitle(self):
        """How many, and which."""
        names = "; ".join(map(_label, self.documents))
        told = {"n": len(self.documents), "names": names}
        return _("${n} documents selected: ${names}", mapping=told)

    @property
    def notice(self):
        """How far it came, when some cannot go."""
        return "" if self.outcome is None else self.outcome.sentence(PARTLY)

    @property
    def fields(self) -> list[dict]:
        """Which documents, and the file."""
        hidden = [{"name": "ids", "kind": "hidden", "value": one.UID()} for one in self.documents]
        came = {"name": "from", "kind": "hidden", "value": self.text("from")}
        asked = service.fields_of_a_file(self.documents[0]) if self.documents else []
        return [came, *hidden, *asked]

    def act(self):
        """Put them in; those that cannot go are told and stay selected."""
        if not self.documents:
            raise InvalidInput(mark("Select at least one row first."), field="ids")
        case_file = self._case_file(self.documents[0])
        self.into = case_file.absolute_url()
        filed, refused = actions.file_many(case_file, self.documents)
        if refused:
            self.outcome = Outcome(len(filed), [(_label(one), error) for one, error in refused])
            self.documents = [document for document, _error in refused]
        for _document, error in refused:
            self.fail(error)
        told = {"n": len(filed), "code": case_file.code}
        return _("${n} documents kept in ${code}.", mapping=told)

    def _case_file(self, first):
        """The file that is there, or a new one; a new one only when something may lie in it."""
        if self.text("keep") == service.NEW:
            self._check_any()
            code = service.Filing().chosen(first, self.text)()
        else:
            code = self.text("case_file") or self.text("case_file_pick")
        row = suggestions.named(first.body_uid, code)
        if row is None:
            raise InvalidInput(mark("Choose the file that it is kept in."), field="case_file")
        found = places.find(row["case_file_uid"])
        if not scope.may(service.MAY_FILE, found):
            raise service.not_yours(row["code"])
        return found

    def _check_any(self) -> None:
        body_uid = self.documents[0].body_uid
        named = [(one, "") for one in self.documents]
        found = each(named, lambda document: check_document(document, body_uid))
        if not found.done:
            raise found.refused[0][1]

    def next_url(self) -> str:
        """The file."""
        return self.into


def _label(document) -> str:
    return document.symbol or document.label or document.subject[:40]
