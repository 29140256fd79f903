"""Handlers only."""

from vanphong.documents import duplicates
from vanphong.documents import searched
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.ledger import alike
from vanphong.ledger import audit
from vanphong.ledger import deliveries
from vanphong.ledger import documents
from vanphong.ledger import files
from vanphong.ledger import links
from vanphong.ledger import search_rows
from vanphong.ledger import work
from vanphong.organisation import people
from zExceptions import Unauthorized


def note_refused_visit(event):
    """A person who may not see a document asked for it: the trail says so.

    Runs after the request's own transaction is gone (Decree 30/2020, Annex VI, III.6.l).
    """
    if event.retry or not issubclass(event.exc_info[0], Unauthorized):
        return
    me = people.me()
    parents = event.request.get("PARENTS") or ()
    document = next((one for one in parents if IOfficeDocument.providedBy(one)), None)
    if document is None or not me.user_id:
        return
    path = "/".join(document.getPhysicalPath())
    detail = {"address": event.request.get("PATH_INFO", "")}
    audit.refused("view", document.UID(), path, actor=me, detail=detail)


def forget_document(document, event):
    """A document that is deleted leaves no line in lists; its trail and its number stay."""
    uid = document.UID()
    work.forget(uid)
    deliveries.forget(uid)
    links.forget(uid)
    files.forget(uid)
    search_rows.forget(uid)
    alike.forget(uid)
    documents.forget(uid)


def search_in_files(event):
    """The words of a file were read, or are no longer to be found."""
    search_rows.put_text(event.document.UID(), searched.texts(event.document))
    duplicates.index(event.document)
