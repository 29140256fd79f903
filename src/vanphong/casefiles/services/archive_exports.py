"""REST of exports: ask for one, see how far it is."""

from vanphong.casefiles import export_store
from vanphong.casefiles import exports
from vanphong.ledger.services import ActService
from vanphong.ledger.services import LookService
from vanphong.organisation import people


class ExportPost(ActService):
    """POST @case-exports: have a file, or a paper of a submission, made."""

    act = "export_file"

    def perform(self):
        """The job."""
        return {"job": exports.export_file(self.context, self.body.text("kind"))}


class ExportsGet(LookService):
    """GET @case-exports: the exports of this person."""

    needs = exports.EXPORT
    who = exports.READERS

    def look(self):
        """The newest first, each with its address once it is made."""
        url, me = self.context.absolute_url(), people.me().user_id
        items = []
        for one in exports.exports_of(self.context):
            job = one["job"]
            made = export_store.find(job["uid"], me)
            items.append(
                {
                    "job": job["uid"],
                    "kind": job["args"]["kind"],
                    "state": job["state"],
                    "done": job["done"],
                    "total": job["total"],
                    "error": job["error"] or None,
                    "left_out": list(made.left_out) if made else [],
                    "url": f"{url}/@@case-export/{job['uid']}" if made else None,
                }
            )
        return {"items": items}
