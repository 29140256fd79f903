"""Several documents of a list into one file, which may be a new one."""

from plone import api
from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import filing as service
from vanphong.casefiles import grants
from vanphong.casefiles import places
from vanphong.casefiles import suggestions
from vanphong.casefiles.actions.filing import NOT_KEPT
from vanphong.casefiles.actions.filing import check_document
from vanphong.casefiles.browser.selected import SelectedForm
from vanphong.documents.browser import scope
from vanphong.documents.browser.interfaces import BulkOffer
from vanphong.documents.browser.interfaces import IBulkOffers
from vanphong.documents.browser.partly import each
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from zope.interface import implementer


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
        return [BulkOffer("file", _("Put into a case file"), "folder", url, NOT_KEPT, "h")]


class FileMany(SelectedForm):
    """``@@file-many``: documents selected in a list into a file that is there, or a new one."""

    title = _("Put documents into a case file")
    button = {"name": "send", "value": "1", "title": _("Put them in"), "icon": "check"}
    selected_words = _("${n} documents selected: ${names}")
    partly_words = _("${done} documents kept, ${refused} not:")
    into = ""

    def is_offered(self, record) -> bool:
        """Documents that the person may read."""
        return IOfficeDocument.providedBy(record) and grants.may_read(record)

    @property
    def fields(self) -> list[dict]:
        """Which documents, and the file."""
        asked = service.fields_of_a_file(*self.records) if self.records else []
        return [*self.hidden, *asked]

    def act(self):
        """Put them in; those that cannot go are told and stay selected."""
        self.need_records()
        case_file = self._case_file(self.records[0])
        self.into = case_file.absolute_url()
        filed, refused = actions.file_many(case_file, self.records)
        self.finish(filed, refused)
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
        body_uid = self.records[0].body_uid
        items = [(one, "") for one in self.records]
        found = each(items, lambda document: check_document(document, body_uid))
        if not found.done:
            raise found.refused[0][1]

    def next_url(self) -> str:
        """The file."""
        return self.into
