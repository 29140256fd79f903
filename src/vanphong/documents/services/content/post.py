"""POST of a new object."""

from AccessControl import getSecurityManager
from plone import api
from plone.restapi.services.content.add import FolderPost
from Products.CMFCore.permissions import AddPortalContent
from Products.Five import BrowserView
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.interfaces import IRecordsFolder
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger.acts import attempt
from vanphong.ui.services import OfficeService
from zExceptions import Unauthorized


#: Permission id of the types that only acts add; nobody holds it.
RECORD = "vanphong.AddRecord"

RULE = "Nghị định 30/2020/NĐ-CP, Điều 21, Điều 22 và Điều 23"


class PlonesPost(FolderPost, BrowserView):
    """Plone's own service, put together as its ZCML does."""


class ContentPost(OfficeService):
    """Plone's own way to add content, closed for records."""

    def answer(self):
        """What Plone answers, when it may be asked."""
        if self._makes_a_record():
            with attempt("add", self.context):
                raise NotAllowed(
                    _(
                        "A record is not made this way. Register a document at @incoming of the "
                        "body, issue a directive at @directives of the document."
                    ),
                    rule=RULE,
                    field="@type",
                )
        if not getSecurityManager().checkPermission(AddPortalContent, self.context):
            raise Unauthorized(AddPortalContent)
        return PlonesPost(self.context, self.request).reply()

    def _makes_a_record(self) -> bool:
        if IOfficeDocument.providedBy(self.context) or IRecordsFolder.providedBy(self.context):
            return True
        kind = api.portal.get_tool("portal_types").get(self.body.text("@type"))
        return getattr(kind, "add_permission", "") == RECORD
