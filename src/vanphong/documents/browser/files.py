"""The files of a document: download, and page images beside the actions."""

from plone.namedfile.utils import stream_data
from Products.Five import BrowserView
from urllib.parse import quote
from vanphong.attachments import previews
from vanphong.errors import OfficeError
from vanphong.ledger import audit
from vanphong.organisation import people
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class ByUid(BrowserView):
    """Base: the attachment named by the first step of the path."""

    def __init__(self, context, request):
        super().__init__(context, request)
        self.steps = []

    def publishTraverse(self, request, name):
        """Take the rest of the path."""
        self.steps.append(name)
        return self

    def attachment(self):
        """The attachment, or 404; what is in quarantine is not there."""
        for one in self.context.attachments:
            if self.steps and one.uid == self.steps[0] and not one.is_held:
                return one
        raise NotFound(self.request.get("URL"))


class FileView(ByUid):
    """``@@file/<uid>``: the file itself, to be saved, never run in the page.

    A download is written into the audit trail (Decree 30/2020, Annex VI, III.6.l).
    """

    def __call__(self):
        """Send the file."""
        attachment = self.attachment()
        response = self.request.response
        response.setHeader("Content-Type", attachment.content_type)
        response.setHeader("Content-Length", str(attachment.size))
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'")
        response.setHeader("Cache-Control", "private, no-store")
        name = quote(attachment.filename)
        response.setHeader("Content-Disposition", f"attachment; filename*=UTF-8''{name}")
        self.note(attachment)
        return stream_data(attachment.blob)

    def note(self, attachment):
        """Write down who took which file; commits by itself, since reading writes no content."""
        path = "/".join(self.context.getPhysicalPath())
        detail = {"file": attachment.filename, "sha256": attachment.sha256}
        audit.record_apart("download", self.context.UID(), path, actor=people.me(), detail=detail)


class PageView(ByUid):
    """``@@page/<uid>/<number>``: one page as an image; ``width`` picks the sharper one."""

    def __call__(self):
        """Send the image; it never changes, so the browser keeps it."""
        attachment = self.attachment()
        if not previews.is_drawable(attachment) or len(self.steps) < 2:
            raise NotFound(self.request.get("URL"))
        try:
            number, width = int(self.steps[1]), int(self.request.form.get("width") or 900)
            image = previews.page_image(attachment, number, width)
        except (ValueError, OfficeError) as problem:
            raise NotFound(self.request.get("URL")) from problem
        response = self.request.response
        response.setHeader("Content-Type", "image/jpeg")
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Cache-Control", "private, max-age=604800, immutable")
        return image.read_bytes()
