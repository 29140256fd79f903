"""What every document is, and the folders that records are kept in."""

from plone.dexterity.content import Container
from plone.supermodel import model
from Products.CMFCore.indexing import getQueue
from vanphong import _
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.interfaces import IRecord
from vanphong.documents.interfaces import IRecordsFolder
from zope import schema
from zope.interface import classImplements
from zope.interface import implementer


#: The catalogue gets what Plone needs to find a record by UID or path, nothing more: lists
#: and search read the ledger, and each index written is a place where two clerks collide.
#: Without ``allowedRolesAndUsers`` a record is invisible to every restricted search.
INDEXES = ("UID", "getId", "path", "portal_type")


def record(cls):
    """Class decorator: catalogued for finding by UID, path and type only.

    A decorator and not a mix-in, whose place in the order of bases would hide Dexterity's
    ``__providedBy__`` or the containers' ``__init__``.
    """

    def index_object(self):
        """Catalogue the record with the few indexes it needs."""
        getQueue().reindex(self, INDEXES, 1)

    def reindex_object(self, idxs=()):
        """Nothing that changes in a record is in the catalogue."""

    def reindex_object_security(self, skip_self=False):
        """Rights are computed from the routing sheet, never catalogued."""

    cls.indexObject = index_object
    cls.reindexObject = reindex_object
    cls.reindexObjectSecurity = reindex_object_security
    classImplements(cls, IRecord)
    return cls


@record
@implementer(IOfficeDocument)
class OfficeDocument(Container):
    """Base of incoming and outgoing documents."""

    attachments = ()
    body_uid = ""

    def Language(self):
        """Code of the language of Plone's pages; ours names that of the paper in words."""
        return ""


class IRecordsPlace(model.Schema):
    """Fields of a records folder."""

    title = schema.TextLine(title=_("Name"))


@record
@implementer(IRecordsFolder)
class RecordsFolder(Container):
    """A folder of records: the root, one per body, direction, year and month."""

    body_uid = ""
