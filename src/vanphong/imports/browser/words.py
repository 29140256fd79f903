"""How an import stands, in words; and who may read its rows."""

from AccessControl import getSecurityManager
from vanphong import _
from vanphong.imports import batches
from vanphong.imports.batches import Batch
from vanphong.ledger import jobs
from vanphong.organisation import people


#: Who may read every row: the clerks, not whoever runs the system.
REGISTER = "vanphong: Register Incoming Document"

STATES = {
    "checking": ("soon", _("Being checked")),
    "checked": ("plain", _("Checked, nothing entered yet")),
    "entering": ("soon", _("Being entered")),
    "ended": ("done", _("Entered")),
}


def may_read(body, batch: Batch) -> bool:
    """Whether this person may see what the rows say: who brought them, and the clerks."""
    mine = bool(batch.owner) and batch.owner == people.me().user_id
    return mine or bool(getSecurityManager().checkPermission(REGISTER, body))


def job_state(batch: Batch) -> str:
    """State of the job that does it now, "" for none."""
    row = jobs.status(batch.job_uid) if batch.job_uid else None
    return "" if row is None else row["state"]


def state_of(batch: Batch) -> tuple:
    """A tint for ``vp.badge``, and the words."""
    if batch.state in ("checking", "entering"):
        found = job_state(batch)
        if found == "stopped":
            return "line", _("Stopped")
        if found == "failed":
            return "late", _("Failed")
    if batch.state == "ended" and batch.count(batches.FAILED):
        return "soon", _("Entered, some refused")
    return STATES[batch.state]
