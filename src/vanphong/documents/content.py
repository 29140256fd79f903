"""What every document is, and the folders that records are kept in."""

from Acquisition import aq_base
from BTrees.Length import Length
from BTrees.OOBTree import OOBTree
from plone.dexterity.content import Container
from plone.supermodel import model
from plone.uuid.interfaces import ATTRIBUTE_NAME
from Products.CMFCore.indexing import getQueue
from vanphong import _
from vanphong.documents import doors
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
    """Base of incoming and outgoing documents.

    A folder by its class, for Plone; hardly one ever holds anything. The three objects that
    keep the contents of a folder are therefore made with the first thing that is put in:
    a letter to 150 units is 450 objects lighter.
    """

    _tree, _count, _mt_index = OOBTree(), Length(), OOBTree()

    attachments = ()
    body_uid = ""
    #: What only some types have, in one text for the search.
    details = ""
    #: vanphong.documents.imported.Imported, of a document from an old register.
    imported = None

    def HEAD(self, REQUEST, RESPONSE):
        """What a GET of the page would answer, without the page: nobody has opened it.

        webdav's own looks for a page among the contents, and answers 404.
        """
        self.restrictedTraverse("@@view")
        RESPONSE.setHeader("Content-Type", "text/html; charset=utf-8")
        RESPONSE.setHeader("Cache-Control", "private, no-store")
        return ""

    @property
    def title(self):
        """Plone's title is the subject."""
        return self.subject or ""

    @title.setter
    def title(self, value):
        """Plone sets a title when it makes the object; the subject is the one kept."""

    def Title(self):
        """Title as Plone's catalogue asks for it."""
        return self.title

    def Language(self):
        """Code of the language of Plone's pages; ours names that of the paper in words."""
        return ""

    def UID(self):
        """UID as it is kept; Plone's own way there asks for an adapter, thousands of times."""
        return getattr(aq_base(self), ATTRIBUTE_NAME, None)

    def _initBTrees(self):
        """Nothing yet; ``_setOb`` does it."""

    def _setOb(self, name, child):
        self._p_activate()
        if "_tree" not in self.__dict__:
            super()._initBTrees()
        super()._setOb(name, child)


class IRecordsPlace(model.Schema):
    """Fields of a records folder."""

    title = schema.TextLine(title=_("Name"))


@record
@implementer(IRecordsFolder)
class RecordsFolder(Container):
    """A folder of records: the root, one per body, direction, year and month."""

    body_uid = ""

    def __before_publishing_traverse__(self, arg1, arg2=None):
        """Visitors learn nothing of what is below."""
        doors.check(self, arg2 or arg1)
        super().__before_publishing_traverse__(arg1, arg2)
