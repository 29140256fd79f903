"""Who finds the documents that a file lets its readers read, after its roster has changed.

Rights themselves are computed from the roster and hold at once; lists and the search follow.
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


def refresh(case_file) -> None:
    """Write the readers of the documents anew, those of a long file in the background."""
    found = case_entries.granted(case_file.UID(), limit=AT_ONCE + 1)
    if len(found) > AT_ONCE:
        jobs.put(JOB, case_file.UID(), key=case_file.UID())
        return
    for uid in found:
        _write(uid)


@jobs.handler(JOB)
def refresh_many(job):
    """One batch of documents of a file."""
    found = case_entries.granted(job.subject, job.cursor.get("after", ""), BATCH)
    for uid in found:
        _write(uid)
    if len(found) < BATCH:
        return jobs.Done()
    return jobs.More(cursor={"after": found[-1]}, done=job.done + len(found), total=job.total)


def _write(uid: str) -> None:
    document = places.by_uid(uid)
    if document is not None:
        documents.put_document(index.row(document), index.readers(document))
