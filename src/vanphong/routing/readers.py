"""What the sheet adds to the row of a document: who may read it, on what route it runs."""

from vanphong.documents.index import IColumns
from vanphong.documents.index import IReaders
from vanphong.routing.interfaces import IRouted
from vanphong.routing.rules import is_under_way
from vanphong.routing.sheet import readers
from vanphong.routing.sheet import route_of
from vanphong.routing.sheet import steps_of
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


@implementer(IColumns)
@adapter(IRouted)
class RouteColumns:
    """The template that the document runs on, while it does."""

    def __init__(self, context):
        self.context = context

    def columns(self):
        """Template and version."""
        route = route_of(self.context)
        if route is None or not is_under_way(steps_of(self.context)):
            return {"route_uid": None, "route_version": None}
        return {"route_uid": route.uid, "route_version": route.version}
