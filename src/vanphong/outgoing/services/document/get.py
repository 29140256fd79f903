"""GET of a document."""

from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from vanphong.documents.services.looking import DocumentLook
from vanphong.interfaces import IVanPhongLayer
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.outgoing.services.shown import shown
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IOutgoing, IVanPhongLayer)
class SerializeOutgoing(SerializeToJson):
    """All fields and Plone's own links, with what the office shows of a document."""

    def __call__(self, version=None, include_items=False, include_expansion=True):
        """One JSON object; versions of the draft are at ``@versions``."""
        document = self.context
        fields = super().__call__(include_expansion=include_expansion)
        return {**fields, **shown(document, self.request), "title": document.title}


class DocumentGet(DocumentLook):
    """The document as Plone's own service shows content."""

    def show(self):
        """All of it."""
        return SerializeOutgoing(self.context, self.request)()
