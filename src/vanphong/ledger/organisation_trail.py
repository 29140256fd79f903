"""The lines that the organisation, which lies below the ledger, leaves in the audit trail.

Handlers only.
"""

from vanphong.ledger import audit
from vanphong.organisation import people
from vanphong.organisation.interfaces import OrganisationActDone
from vanphong.organisation.interfaces import OrganisationActRefused


def record_done(event: OrganisationActDone) -> None:
    """Write what was done to a roster or a delegation, in the same transaction."""
    context = event.context
    path = "/".join(context.getPhysicalPath())
    audit.record(event.act, context.UID(), path, actor=people.me(), detail=event.detail)


def record_refused(event: OrganisationActRefused) -> None:
    """Write what was refused; it stands though the transaction is aborted."""
    context, refusal = event.context, event.refusal
    path = "/".join(context.getPhysicalPath())
    detail = {"refusal": str(refusal), "kind": refusal.kind}
    audit.refused(
        event.act, context.UID(), path, actor=people.me(), rule=refusal.rule, detail=detail
    )
