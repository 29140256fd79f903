"""What an administrator does with background jobs: stop, resume, retry."""

from typing import Any
from vanphong.errors import mark as _
from vanphong.ledger import jobs
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.ledger.interfaces import JobResumed
from vanphong.ledger.interfaces import JobRetried
from vanphong.ledger.interfaces import JobStopped
from vanphong.ledger.tables import Row
from zope.event import notify


MANAGE = "vanphong: Manage Office"

_ADMINISTRATORS = _("the administrators of the office")


@office_act("stop_job", MANAGE, _ADMINISTRATORS)
def stop_job(site: Any, uid: str) -> None:
    """Let a job not go on; what it has done stays. The batch that runs is finished.

    :raises InvalidInput: when there is no such job.
    :raises Conflict: when it does not wait or run.
    """
    _trace("stop_job", site, jobs.stop(uid))
    notify(JobStopped(site, uid))


@office_act("resume_job", MANAGE, _ADMINISTRATORS)
def resume_job(site: Any, uid: str) -> None:
    """Let a stopped job go on where it was.

    :raises InvalidInput: when there is no such job.
    :raises Conflict: when it was not stopped, or the same work waits as another job.
    """
    _trace("resume_job", site, jobs.resume(uid))
    notify(JobResumed(site, uid))


@office_act("retry_job", MANAGE, _ADMINISTRATORS)
def retry_job(site: Any, uid: str) -> None:
    """Try a failed job again, beginning with the batch that has failed.

    :raises InvalidInput: when there is no such job.
    :raises Conflict: when it has not failed, or the same work waits as another job.
    """
    _trace("retry_job", site, jobs.retry(uid))
    notify(JobRetried(site, uid))


def _trace(act: str, site: Any, row: Row) -> None:
    done(act, site, job=row["uid"], kind=row["kind"], subject=row["subject_uid"])
