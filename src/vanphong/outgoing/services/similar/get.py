"""GET @similar."""

from AccessControl import getSecurityManager
from vanphong.documents import duplicates
from vanphong.documents.services.listed import shown_state
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.outgoing import flows
from vanphong.outgoing import links
from vanphong.ui.services import OfficeService


class SimilarGet(OfficeService):
    """Drafts of the body that are on their way, with nearly the same subject or text."""

    def answer(self):
        """The likest first; for those who may draft in the unit."""
        if not getSecurityManager().checkPermission("vanphong: Draft Document", self.context):
            raise NotAllowed(
                _("Only ${who} may see this."), who=_("those who belong to the drafting unit")
            )
        subject, own = self.query.text("subject"), self.query.text("document")
        may = getSecurityManager().checkPermission
        draft = links.document(own)
        text = duplicates.beginning(draft) if draft is not None and may("View", draft) else ""
        items = [
            {**one, "state": shown_state(one["state"], "OutgoingDocument")}
            for one in flows.similar(self.context, subject, own, text or self.query.text("text"))
        ]
        return {"@id": f"{self.context.absolute_url()}/@similar", "items": items}
