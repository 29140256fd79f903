"""``@@search-export/<job>``: the file that a job has made, for who asked for it."""

from plone.namedfile.utils import stream_data
from Products.Five import BrowserView
from urllib.parse import quote
from vanphong.documents import exports
from vanphong.ledger import audit
from vanphong.organisation import people
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class SearchExport(BrowserView):
    """Sends the file, to be saved; a download stands in the trail (Annex VI, III.6.l)."""

    uid = ""

    def publishTraverse(self, request, name):
        """Take the UID of the job from the path."""
        if self.uid:
            raise NotFound(name)
        self.uid = name
        return self

    def __call__(self):
        """The file, or 404 for anybody else's and for one that is over."""
        me = people.me()
        found = exports.find(self.uid, me.user_id) if self.uid else None
        if found is None:
            raise NotFound(self.__name__)
        response = self.request.response
        for name, value in {
            "Content-Type": found.blob.contentType,
            "Content-Length": str(found.blob.getSize()),
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.blob.filename)}",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "private, no-store",
        }.items():
            response.setHeader(name, value)
        detail = {"file": found.blob.filename, "job": self.uid}
        audit.record_apart("download_results", actor=me, detail=detail)
        return stream_data(found.blob)
