"""How the ledger and the background jobs are: what administrators are told."""

from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from sqlalchemy import func
from sqlalchemy import select
from vanphong import _
from vanphong.calendars.clock import now
from vanphong.ledger import jobs
from vanphong.ledger import rules
from vanphong.ledger.session import reading
from vanphong.ledger.tables import job
from vanphong.ui import format as fmt
from vanphong.ui.health import BAD
from vanphong.ui.health import GOOD
from vanphong.ui.health import WARNING
from vanphong.ui.health import Check
import os


#: A job that is due waits so long at most while a worker lives.
LATE = timedelta(minutes=10)


def checks() -> Iterator[Check]:
    """All of them, the most important first."""
    yield _worker()
    yield _failed()
    yield _engine()


def _worker() -> Check:
    title = _("Background work")
    if os.environ.get("VANPHONG_WORKER") == "off":
        advice = _("Unset VANPHONG_WORKER on one server, and start it again.")
        return Check(title, WARNING, _("switched off on this server"), advice, "@@jobs")
    oldest, last = _times()
    if oldest is not None and now() - oldest > LATE:
        value = _("nothing is done since ${moment}", mapping={"moment": _moment(oldest)})
        return Check(title, BAD, value, _("Restart the server; see its log."), "@@jobs")
    counts = jobs.counts()
    left = counts.get(rules.WAITING, 0) + counts.get(rules.RUNNING, 0)
    if left:
        return Check(title, GOOD, _("at work, jobs left: ${n}", mapping={"n": left}), "", "@@jobs")
    if last is None:
        return Check(title, GOOD, _("nothing was to be done yet"))
    return Check(title, GOOD, _("last job done ${moment}", mapping={"moment": _moment(last)}))


def _failed() -> Check:
    n = jobs.counts().get(rules.FAILED, 0)
    advice = _("Look at what they say, and try them again.") if n else ""
    title, url = _("Background jobs that failed"), "@@jobs" if n else ""
    return Check(title, WARNING if n else GOOD, str(n), advice, url)


def _engine() -> Check:
    with reading() as connection:
        engine = connection.dialect
        version = ".".join(str(part) for part in engine.server_version_info or ())
    names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
    return Check(_("Ledger"), GOOD, f"{names.get(engine.name, engine.name)} {version}".strip())


def _times() -> tuple[datetime | None, datetime | None]:
    """Since when the oldest due job waits, and when the last one was finished."""
    waits = select(func.min(job.c.due_at)).where(job.c.state == rules.WAITING)
    ended = select(func.max(job.c.finished_at))
    with reading() as connection:
        return connection.execute(waits).scalar(), connection.execute(ended).scalar()


def _moment(when: datetime) -> str:
    return fmt.moment(when, now())
