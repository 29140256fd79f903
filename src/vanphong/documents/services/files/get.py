"""GET @files."""

from plone.restapi.interfaces import IExpandableElement
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.services.looking import DocumentLook
from vanphong.interfaces import IVanPhongLayer
from vanphong.ui.services import Component
from zope.component import adapter
from zope.interface import implementer


@implementer(IExpandableElement)
@adapter(IOfficeDocument, IVanPhongLayer)
class Files(Component):
    """The files of a document, the main one first."""

    name = "files"

    def content(self):
        """What is known of each file, and where to take it from."""
        url = self.context.absolute_url()
        return {"items": [_shown(one, url) for one in self.context.attachments]}


class FilesGet(DocumentLook):
    """The list of the files."""

    def show(self):
        """Like the component ``files``, expanded."""
        return Files(self.context, self.request).expanded()


def _shown(attachment, url):
    return {
        "uid": attachment.uid,
        "role": attachment.role,
        "filename": attachment.filename,
        "content-type": attachment.content_type,
        "kind": attachment.kind,
        "size": attachment.size,
        "sha256": attachment.sha256,
        "added_at": attachment.added_at.isoformat(),
        "added_by": attachment.added_by,
        "download": f"{url}/@@file/{attachment.uid}",
    }
