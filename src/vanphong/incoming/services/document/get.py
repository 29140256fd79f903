"""GET of a document."""

from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.serializer.dxcontent import SerializeToJson
from vanphong.documents.services.looking import DocumentLook
from vanphong.incoming.interfaces import IIncoming
from vanphong.incoming.services.shown import shown
from vanphong.interfaces import IVanPhongLayer
from zope.component import adapter
from zope.interface import implementer


@implementer(ISerializeToJson)
@adapter(IIncoming, IVanPhongLayer)
class SerializeIncoming(SerializeToJson):
    """All fields and Plone's own links, with what the office shows of a document."""

    def __call__(self, version=None, include_items=False, include_expansion=True):
        """One JSON object. Documents have no versions, and their parts are no items."""
        document = self.context
        fields = super().__call__(include_expansion=include_expansion)
        return {
            **fields,
            **shown(document, self.request),
            "title": document.title,
            "registered_by": document.registered_by,
            "return_reason": document.return_reason,
            "distinct_reason": document.distinct_reason,
        }


class DocumentGet(DocumentLook):
    """The document as Plone's own service shows content."""

    def show(self):
        """All of it."""
        return SerializeIncoming(self.context, self.request)()
