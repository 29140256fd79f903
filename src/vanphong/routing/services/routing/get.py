"""GET @routing."""

from plone.restapi.interfaces import IExpandableElement
from vanphong.documents.services.looking import DocumentLook
from vanphong.interfaces import IVanPhongLayer
from vanphong.routing.interfaces import IRouted
from vanphong.routing.services.steps import shown_sheet
from vanphong.ui.services import Component
from zope.component import adapter
from zope.interface import implementer


@implementer(IExpandableElement)
@adapter(IRouted, IVanPhongLayer)
class Routing(Component):
    """The routing sheet: stage, who holds it, all steps."""

    name = "routing"

    def content(self):
        """The sheet, with what reading did to its steps."""
        return shown_sheet(self.context, self.request)


class RoutingGet(DocumentLook):
    """The routing sheet."""

    def show(self):
        """Like the component ``routing``, expanded."""
        return Routing(self.context, self.request).expanded()
