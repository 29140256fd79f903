"""What a person does with the ledger: jobs are stopped and resumed, notices seen."""

from collections.abc import Collection
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import jobs
from vanphong.ledger import notices
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.ledger.interfaces import JobResumed
from vanphong.ledger.interfaces import JobRetried
from vanphong.ledger.interfaces import JobStopped
from vanphong.ledger.interfaces import NoticesSeen
from vanphong.ledger.tables import Row
from vanphong.organisation import people
from zope.event import notify


MANAGE = "vanphong: Manage Office"

_ADMINISTRATORS = _("the administrators of the office")

USE = "vanphong: Use Office"

_STAFF = _("the people of the office")


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


@office_act("see_notices", USE, _STAFF)
def see_notices(site: Any, uids: Collection[str]) -> list[Row]:
    """Note that the person has seen notices; the rows of those that were new.

    :raises InvalidInput: when none is among those that wait for the person.
    """
    seen = notices.see(uids, people.me().tokens) if uids else []
    if not seen:
        raise InvalidInput(_("This notice is not there, or was seen already."), field="uid")
    done("see_notices", site, notices=[row["uid"] for row in seen])
    notify(NoticesSeen(site, [row["uid"] for row in seen]))
    return seen


def _trace(act: str, site: Any, row: Row) -> None:
    done(act, site, job=row["uid"], kind=row["kind"], subject=row["subject_uid"])
