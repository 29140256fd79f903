"""What Plone's catalogue gets to know of a record, also when somebody rebuilds it."""

from plone.indexer.wrapper import IndexableObjectWrapper
from Products.ZCatalog.interfaces import IZCatalog
from vanphong.documents.content import INDEXES
from vanphong.documents.interfaces import IRecord
from zope.component import adapter


#: The path index asks for the path this way.
KNOWN = frozenset({*INDEXES, "getPhysicalPath"})


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
