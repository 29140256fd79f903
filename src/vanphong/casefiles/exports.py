"""Asking for a file of work as PDF, XML or package, and for the papers of a submission.

Decree 30/2020, Annex VI, Part I.III.4.g: a file is exported with all documents and metadata.
"""

from vanphong.casefiles import closing_inventory
from vanphong.casefiles import export_jobs
from vanphong.casefiles import export_store
from vanphong.casefiles.archive_content import IArchiveSubmission
from vanphong.casefiles.archive_events import ExportAsked
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import jobs
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from zope.event import notify


EXPORT = "vanphong: Export Case File"
READERS = _("those who may read the file")

#: What a file is exported as, and what of it is a paper; of a submission, both are papers.
OF_FILE = {
    "pdf": _("All documents as one PDF, in time order"),
    "xml": _("Metadata as XML (Annex VI)"),
    "sip": _("Archive package (SIP)"),
    "inventory": _("Inventory of the documents as PDF"),
}
OF_SUBMISSION = {
    "transfer": _("Inventory of the files as PDF"),
    "minutes": _("Minutes of the handover as PDF"),
}


@office_act("export_file", EXPORT, READERS)
def export_file(subject, kind: str) -> str:
    """Have a file, or a paper of a submission, made in the background; the UID of the job.

    :param kind: of ``OF_FILE``, for a submission of ``OF_SUBMISSION``.
    :raises Conflict: for a package of a file that is not closed.
    """
    known = OF_SUBMISSION if IArchiveSubmission.providedBy(subject) else OF_FILE
    if kind not in known:
        raise InvalidInput(
            _("“${value}” is none of ${known}."), value=kind, known=", ".join(known), field="kind"
        )
    if kind == "sip" and not closing_inventory.is_made(subject):
        raise Conflict(_("Only a closed file with its inventory becomes a package."), field="kind")
    me = people.me()
    uid = jobs.put(
        export_jobs.KIND,
        subject.UID(),
        {"kind": kind, "user": me.user_id},
        key=f"{subject.UID()} {kind} {me.user_id}",
    )
    done("export_file", subject, kind=kind, job=uid)
    notify(ExportAsked(subject))
    return uid


def exports_of(subject) -> list[dict]:
    """The exports of this person of a file, the newest first: job row, and whether it is there."""
    me = people.me().user_id
    found = []
    for row in jobs.of(subject.UID(), export_jobs.KIND):
        if row["args"].get("user") != me:
            continue
        made = export_store.find(row["uid"], me)
        found.append({"job": row, "made": made})
    return found
