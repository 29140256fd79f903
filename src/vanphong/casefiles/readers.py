"""Who finds the documents of a file, after its roster has changed or the archive has got it.

Rights themselves are computed and hold at once; lists and the search follow.
"""

from vanphong.casefiles import places
from vanphong.documents import index
from vanphong.ledger import case_entries
from vanphong.ledger import documents
from vanphong.ledger import jobs


JOB = "case_file_readers"

#: So many documents are written at once, more than that in the background.
AT_ONCE = 20
BATCH = 100


def refresh(case_file, *, every: bool = False) -> None:
    """Write the readers of the documents anew, those of a long file in the background.

    :param every: of all documents, not only of those that the file lets its readers read.
    """
    uid = case_file.UID()
    found = case_entries.held(uid, limit=AT_ONCE + 1, granted=not every)
    if len(found) > AT_ONCE:
        jobs.put(JOB, uid, {"every": every}, key=f"{uid} {every}")
        return
    for one in found:
        _write(one)


@jobs.handler(JOB)
def refresh_many(job):
    """One batch of documents of a file."""
    granted = not job.args.get("every")
    found = case_entries.held(job.subject, job.cursor.get("after", ""), BATCH, granted=granted)
    for uid in found:
        _write(uid)
    if len(found) < BATCH:
        return jobs.Done()
    return jobs.More(cursor={"after": found[-1]}, done=job.done + len(found), total=job.total)


def _write(uid: str) -> None:
    document = places.by_uid(uid)
    if document is not None:
        documents.put_document(index.row(document), index.readers(document))
