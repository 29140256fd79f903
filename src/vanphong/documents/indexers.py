"""What Plone's catalogue gets to know of a record, also when somebody rebuilds it."""

from plone.indexer.interfaces import IIndexableObject
from plone.indexer.wrapper import IndexableObjectWrapper
from Products.ZCatalog.interfaces import IZCatalog
from vanphong.documents.content import INDEXES
from vanphong.documents.interfaces import IRecord
from zope.component import adapter
from zope.interface import implementer


#: The path index asks for the path this way.
KNOWN = frozenset({*INDEXES, "getPhysicalPath"})


@implementer(IIndexableObject)
class LikeOthers:
    """One of many records that are catalogued together: what the catalogue asks for, no more.

    It stands for the record itself, whose every attribute is looked for in several places.
    """

    __slots__ = ("_path", "_uid", "getId", "portal_type")

    def __init__(self, path: tuple[str, ...], uid: str, portal_type: str) -> None:
        self._path, self._uid = path, uid
        self.getId, self.portal_type = path[-1], portal_type

    def UID(self):
        """Its UID."""
        return self._uid

    def getPhysicalPath(self):
        """Where it is."""
        return self._path


@adapter(IRecord, IZCatalog)
class CataloguedRecord(IndexableObjectWrapper):
    """A record as the catalogue sees it: without title, text, or who may read it.

    Else a rebuilt catalogue would offer it in Plone's search, to those who could read it
    on that day.
    """

    def __getattr__(self, name):
        if name not in KNOWN:
            raise AttributeError(name)
        return super().__getattr__(name)
