"""GET @files."""

from plone.restapi.interfaces import IExpandableElement
from vanphong.attachments import rules
from vanphong.attachments import status
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.services.looking import DocumentLook
from vanphong.interfaces import IVanPhongLayer
from vanphong.ui.services import Component
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(IExpandableElement)
@adapter(IOfficeDocument, IVanPhongLayer)
class Files(Component):
    """The files of a document, the main one first."""

    name = "files"

    def content(self):
        """What is known of each file, and where to take it from."""
        url = self.context.absolute_url()
        request = self.request
        return {"items": [_shown(one, url, request) for one in self.context.attachments]}


class FilesGet(DocumentLook):
    """The list of the files."""

    def show(self):
        """Like the component ``files``, expanded."""
        return Files(self.context, self.request).expanded()


def _shown(attachment, url, request):
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
        "download": "" if attachment.is_held else f"{url}/@@file/{attachment.uid}",
        "pages": attachment.pages,
        "status": translate(status.status(attachment)[1], context=request),
        "stages": [_stage(attachment.progress.of(name)) for name in rules.STAGES],
        "warnings": [translate(one, context=request) for one in status.warnings(attachment)],
    }


def _stage(stage):
    return {"name": stage.name, "state": str(stage.state), "why": stage.why}
