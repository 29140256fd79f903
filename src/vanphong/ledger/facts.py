"""The tables of facts, which live nowhere else and which no content can fill again."""

from sqlalchemy import Column
from sqlalchemy import Index
from sqlalchemy import Table
from sqlalchemy import text
from vanphong.ledger.columns import flag_column
from vanphong.ledger.columns import int_column
from vanphong.ledger.columns import metadata
from vanphong.ledger.columns import serial_column
from vanphong.ledger.columns import text_column
from vanphong.ledger.moments import Moment


#: What was done and what was refused. Triggers refuse UPDATE and DELETE.
audit = Table(
    "audit",
    metadata,
    serial_column(),
    Column("at", Moment, nullable=False),
    text_column("user_id"),
    text_column("user_title"),
    text_column("on_behalf_of"),
    text_column("act"),
    text_column("outcome"),
    text_column("document_uid"),
    text_column("path"),
    text_column("detail"),
    text_column("rule"),
    text_column("previous_hash"),
    text_column("hash"),
    Index("audit_document", "document_uid", "id"),
    sqlite_autoincrement=True,
)

#: Who has looked at which document, first and last.
access = Table(
    "access",
    metadata,
    text_column("document_uid", primary_key=True),
    text_column("user_id", primary_key=True),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    int_column("times"),
)

#: Who, of those it waits for, opened a step first. ``access`` cannot tell: it knows neither
#: the tokens of the person at that time nor the visits between the first and the last.
opening = Table(
    "opening",
    metadata,
    text_column("step_uid", primary_key=True),
    text_column("document_uid"),
    Column("opened_at", Moment, nullable=False),
    text_column("opened_by"),
)

_JOB_IS_OPEN = text("state IN ('waiting', 'running')")
_JOB_IS_HELD = text("worker <> ''")
_JOB_IS_ALONE = text("state IN ('waiting', 'running') AND key <> ''")

#: Background jobs. ``args``, ``cursor`` and ``result`` are JSON; ``worker`` is who has claimed
#: the batch that runs, ``before`` where the job stood before a batch that is not confirmed yet,
#: ``again`` that the same was asked for meanwhile, ``tries`` the failures since the last batch
#: that went well.
job = Table(
    "job",
    metadata,
    text_column("uid", primary_key=True),
    text_column("site"),
    text_column("kind"),
    text_column("subject_uid"),
    text_column("key"),
    text_column("args"),
    text_column("cursor"),
    text_column("state"),
    int_column("done"),
    int_column("total"),
    int_column("tries"),
    flag_column("again"),
    text_column("worker"),
    text_column("before"),
    text_column("put_by"),
    Column("put_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("claimed_at", Moment),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    text_column("error"),
    text_column("result"),
    Index("job_due", "due_at", sqlite_where=_JOB_IS_OPEN, postgresql_where=_JOB_IS_OPEN),
    Index(
        "job_alone",
        "kind",
        "key",
        unique=True,
        sqlite_where=_JOB_IS_ALONE,
        postgresql_where=_JOB_IS_ALONE,
    ),
    Index("job_claimed", "claimed_at", sqlite_where=_JOB_IS_HELD, postgresql_where=_JOB_IS_HELD),
    Index("job_subject", "subject_uid"),
    Index("job_newest", "state", "put_at"),
)

_NOT_SEEN = text("seen_at IS NULL")
_SEEN = text("seen_at IS NOT NULL")

#: What people are told, one row per token. ``key`` is the UID where none was given: of one key
#: a token has one unseen row. ``mapping`` is JSON; ``told_by`` is not told.
notice = Table(
    "notice",
    metadata,
    text_column("uid", primary_key=True),
    text_column("token"),
    text_column("kind"),
    text_column("subject_uid"),
    text_column("key"),
    text_column("text"),
    text_column("mapping"),
    text_column("url"),
    flag_column("urgent"),
    text_column("told_by"),
    Column("created_at", Moment, nullable=False),
    Column("seen_at", Moment),
    text_column("seen_by"),
    Index(
        "notice_alone",
        "token",
        "key",
        unique=True,
        sqlite_where=_NOT_SEEN,
        postgresql_where=_NOT_SEEN,
    ),
    Index("notice_subject", "subject_uid", "kind"),
    Index("notice_seen", "token", "seen_at", sqlite_where=_SEEN, postgresql_where=_SEEN),
)
