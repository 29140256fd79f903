"""The files of a document: download, and page images beside the actions."""

from plone.namedfile.utils import stream_data
from Products.Five import BrowserView
from vanphong.attachments import previews
from vanphong.errors import OfficeError
from vanphong.ledger import audit
from vanphong.organisation import people
from vanphong.ui.browser import sending
from vanphong.ui.browser.public import set_headers
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


PDF = "application/pdf"


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
        name, size = attachment.filename, attachment.size
        sending.saved(self.request, attachment.content_type, name, size)
        self.note(attachment)
        return stream_data(attachment.blob)

    def note(self, attachment):
        """Write down who took which file; commits by itself, since reading writes no content."""
        path = "/".join(self.context.getPhysicalPath())
        detail = {"file": attachment.filename, "sha256": attachment.sha256}
        audit.record_apart("download", self.context.UID(), path, actor=people.me(), detail=detail)


class PublicFile(ByUid):
    """Base: a file that everybody may read, so nobody's visit is written down.

    A PDF opens in the browser, all else is saved. Who has it already is told so.
    """

    def __call__(self):
        """Send the file, or 404."""
        one, response = self.attachment(), self.request.response
        tag = f'"{one.sha256[:24]}"'
        is_known = tag in self.request.getHeader("If-None-Match", "")
        send = sending.opened if one.content_type == PDF else sending.saved
        size = 0 if is_known else one.size
        send(self.request, one.content_type, one.filename, size, cache="")
        set_headers(self.request)
        response.setHeader("ETag", tag)
        if is_known:
            response.setStatus(304)
            return ""
        return stream_data(one.blob)


class JobFile(ByUid):
    """Base: the file that the job in the path has made, for who asked for it.

    A download stands in the trail (Decree 30/2020, Annex VI, III.6.l) as ``event``.
    """

    event = ""

    def __call__(self):
        """The file, or 404 for anybody else's and for one that is over."""
        me = people.me()
        found = self.made(self.steps[0], me.user_id) if len(self.steps) == 1 else None
        if found is None:
            raise NotFound(self.__name__)
        blob = found.blob
        sending.saved(self.request, blob.contentType, blob.filename, blob.getSize())
        detail = {"file": blob.filename, "job": self.steps[0]}
        audit.record_apart(self.event, actor=me, detail=detail)
        return stream_data(blob)

    def made(self, job: str, user_id: str):
        """What the job made for this person, with its ``blob``; None for nothing."""
        raise NotImplementedError


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
        sending.sent(self.request, "image/jpeg", cache="private, max-age=604800, immutable")
        return image.read_bytes()
