"""Search: documents that are there come into it, and Plone's own search folds every word."""

from functools import partial
from plone import api
from vanphong.documents import index
from vanphong.documents import lexicon
from vanphong.documents import searched
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.ledger import documents
from vanphong.ledger import search_rows
from vanphong.ledger.command import office_objects


def search(tool):
    """Fill the full-text index, and bind the pipeline element of the lexicon.

    It may run again: what is there is written again only where it differs. Readers are
    written anew, for they follow the stage from now on.
    """
    site = api.portal.get()
    lexicon.bind(site)
    for document in office_objects(site):
        if IOfficeDocument.providedBy(document):
            documents.put_document(index.row(document), index.readers(document))
            search_rows.put_document(searched.row(document), partial(searched.texts, document))
