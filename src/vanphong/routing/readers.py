"""Whoever is on the sheet may read the document."""

from vanphong.documents.index import IReaders
from vanphong.routing.interfaces import IRouted
from vanphong.routing.sheet import readers
from zope.component import adapter
from zope.interface import implementer


@implementer(IReaders)
@adapter(IRouted)
class SheetReaders:
    """Readers from the sheet."""

    def __init__(self, context):
        self.context = context

    def tokens(self):
        """Actor tokens of the sheet."""
        return readers(self.context)
