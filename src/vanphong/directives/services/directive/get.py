"""GET of a directive."""

from plone.restapi.serializer.dxcontent import SerializeToJson
from vanphong.directives.services.directives.get import shown
from vanphong.documents.services.looking import DocumentLook


class DirectiveGet(DocumentLook):
    """The directive as Plone's own service shows content, in the words of ``@directives``."""

    @property
    def document(self):
        """The document that the directive is on."""
        return self.context.__parent__

    def show(self):
        """All of it."""
        fields = SerializeToJson(self.context, self.request)()
        return {**fields, **shown(self.context), "title": self.context.title}
