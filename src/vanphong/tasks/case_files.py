"""Tasks of a case file: while one is open the file is not closed; its roster finds them."""

from vanphong.casefiles.actions.filing import show_readers
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.interfaces import IOpenWork
from vanphong.casefiles.rules.closing import OpenWork
from vanphong.ledger import jobs
from vanphong.ledger import tasks
from vanphong.tasks import places
from zope.component import adapter
from zope.interface import implementer


JOB = "case_file_tasks"

#: So many tasks are written at once, more than that in the background.
AT_ONCE = 20
BATCH = 100


@implementer(IOpenWork)
@adapter(ICaseFile)
class OpenTasks:
    """What of a file has not ended: its tasks."""

    def __init__(self, context):
        self.context = context

    def found(self) -> list[OpenWork]:
        """The first due first, each with whoever has it now."""
        return [
            OpenWork(row["subject"], row["holder_title"] or row["lead_title"], row["path"])
            for row in tasks.open_in(self.context.UID())
        ]


def refresh(case_file, _event) -> None:
    """Write anew who finds the tasks of a file, after its roster has changed.

    Rights themselves are computed from the roster and hold at once; lists and the search
    follow, those of many tasks in the background.
    """
    found = tasks.uids_in(case_file.UID(), "", AT_ONCE + 1)
    if len(found) > AT_ONCE:
        jobs.put(JOB, case_file.UID(), key=case_file.UID())
        return
    _write(found)


@jobs.handler(JOB)
def refresh_many(job: jobs.Job) -> jobs.More | jobs.Done:
    """One batch of tasks of a file."""
    found = tasks.uids_in(job.subject, job.cursor.get("after", ""), BATCH)
    _write(found)
    if len(found) < BATCH:
        return jobs.Done()
    return jobs.More(cursor={"after": found[-1]}, done=job.done + len(found), total=job.total)


def _write(uids: list[str]) -> None:
    for task in filter(None, map(places.find, uids)):
        show_readers(task)
