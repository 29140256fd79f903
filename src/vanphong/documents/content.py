"""What every document is, and the folders that records are kept in."""

from plone.dexterity.content import Container
from Products.CMFCore.indexing import getQueue
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.interfaces import IRecordsFolder
from zope.interface import implementer


#: The catalogue gets what Plone needs to find a record by UID or path, nothing more: lists
#: and search read the ledger, and each index written is a place where two clerks collide.
#: Without ``allowedRolesAndUsers`` a record is invisible to every restricted search.
INDEXES = ("UID", "getId", "path", "portal_type")


class Record:
    """Mix-in: catalogued for finding by UID, path and type only."""

    def indexObject(self):  # noqa: N802
        """Catalogue the record with the few indexes it needs."""
        getQueue().reindex(self, INDEXES, 1)

    def reindexObject(self, idxs=()):  # noqa: N802
        """Nothing that changes in a record is in the catalogue."""

    def reindexObjectSecurity(self, skip_self=False):  # noqa: N802
        """Rights are computed from the routing sheet, never catalogued."""


@implementer(IOfficeDocument)
class OfficeDocument(Record, Container):
    """Base of incoming and outgoing documents."""

    attachments = ()
    body_uid = ""


@implementer(IRecordsFolder)
class RecordsFolder(Record, Container):
    """A folder of records: the root, one per body, direction, year and month."""

    body_uid = ""
