"""POST @outgoing-bulk."""

from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.outgoing import actions
from vanphong.outgoing import links
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.ui.services import refuse


#: So many documents are taken at once.
MOST = 100


class BulkPost(ActService):
    """One act on several documents; each stands for itself."""

    act = "bulk"

    def perform(self):
        """UIDs of those done, and the refusals of the others."""
        act, uids = self.body.text("act"), self.body.texts("documents")
        if act.replace("-", "_") not in actions.IN_BULK or len(uids) > MOST:
            raise InvalidInput(
                _("“${value}” is none of ${known}."),
                value=act,
                known=", ".join(actions.IN_BULK),
                field="act",
            )
        found = [links.document(uid) for uid in uids]
        if not all(IOutgoing.providedBy(one) for one in found):
            raise InvalidInput(_("One of the documents is not there."), field="documents")
        finished, refused = actions.many(act.replace("-", "_"), found, **self._more(act))
        items = [{"UID": uid, **refuse(one, self.request)} for uid, one in refused]
        self.request.response.setStatus(200)
        return {"done": finished, "refused": items}

    def _more(self, act: str) -> dict:
        if act == "issue":
            return {"sealed": self.body.flag("sealed")}
        if act == "number":
            return {"issued_date": self.body.day("issued_date")}
        return {"note": self.body.text("note")}
