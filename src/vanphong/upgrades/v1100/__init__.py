"""Texts that look alike: the keys of the documents that are there."""

from plone import api
from vanphong.documents import duplicates
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.ledger.command import office_objects


def alike(tool):
    """Write the keys by which documents with a like text are found; it may run again.

    About 4 ms a document that has words.
    """
    for document in office_objects(api.portal.get()):
        if IOfficeDocument.providedBy(document):
            duplicates.index(document)
