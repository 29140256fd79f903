"""Finding a document for a file, and a file for a document, by what is typed."""

from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import places
from vanphong.casefiles.browser.entry_fields import kind
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.casefiles.filing import completions
from vanphong.documents.browser.answers import Answers
from vanphong.documents.browser.interfaces import ICompletion
from vanphong.documents.rules import fold
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from vanphong.organisation import people
from zope.interface import implementer


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
            "complete_url": completions("documents"),
            "placeholder": "1210/UBND-VX",
            "help": _("Number and symbol as it stands on the document."),
        }
        return [document, kind(), {"name": "note", "label": _("Note"), "width": 12}]

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


@implementer(ICompletion)
class SearchCompletion:
    """For the field of the search that narrows it to a file."""

    def url(self) -> str:
        """All files that the person may find."""
        return completions("readable")


class CaseCompletions(Answers):
    """``@@case-file-completions/files?q=``, ``/readable?q=`` and ``/documents?q=``, as JSON."""

    kinds = ("files", "readable", "documents")

    def files(self) -> list[dict]:
        """Open files into which the person may put documents, by code or title."""
        return self._files(
            states=("open", "returned"), parts=(case_files.MAKER, case_files.CONTRIBUTOR)
        )

    def readable(self) -> list[dict]:
        """Files that the person may find, whatever their state, by code or title."""
        return self._files()

    def _files(self, **narrowed) -> list[dict]:
        asked = tuple(fold(self.asked("q")).split()[:8])
        found = case_files.Filters(words=asked, **narrowed)
        rows = case_files.listed(people.me().tokens, found, size=10).rows
        return [{"value": row["code"], "label": row["code"], "hint": row["title"]} for row in rows]

    def documents(self) -> list[dict]:
        """Documents that the person may read, by the beginning of the symbol."""
        rows = case_entries.readable_like(self.asked("q"), people.me().tokens)
        return [
            {"value": row["symbol"], "label": row["symbol"], "hint": row["subject"][:120]}
            for row in rows
        ]
