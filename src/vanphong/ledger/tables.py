"""The tables of the ledger.

Read models, which ``vanphong rebuild`` writes again from content: ``work``,
``document_index`` with ``document_reader``, ``file``, ``delivery``, ``document_link``, and
``register_entry`` but for its voided rows.
Facts, which live nowhere else: ``audit``, ``access``, ``opening``, ``job``. What the migrations
make and what stands here is the same; a test compares them.
"""

from collections.abc import Mapping
from sqlalchemy import BigInteger
from sqlalchemy import Boolean
from sqlalchemy import Column
from sqlalchemy import Date
from sqlalchemy import ForeignKey
from sqlalchemy import Index
from sqlalchemy import Integer
from sqlalchemy import MetaData
from sqlalchemy import Table
from sqlalchemy import Text
from sqlalchemy import UniqueConstraint
from sqlalchemy import text
from typing import Any
from vanphong.ledger.moments import Moment


#: A row as pages and services get it.
Row = dict[str, Any]

metadata = MetaData()

_SERIAL = BigInteger().with_variant(Integer, "sqlite")


def _text(name: str, **options: Any) -> Column[str]:
    return Column(name, Text, nullable=False, default="", **options)


def _int(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, default=0)


def _flag(name: str) -> Column[bool]:
    return Column(name, Boolean, nullable=False, default=False)


def _serial() -> Column[int]:
    return Column("id", _SERIAL, primary_key=True, autoincrement=True, info={"serial": True})


def _open_only(name: str, *columns: str) -> Index:
    """An index that the archive does not lengthen: it holds open steps alone."""
    return Index(name, *columns, sqlite_where=text("is_open = 1"), postgresql_where=text("is_open"))


#: One row per step of a routing sheet. ``actor`` is a token; ``unit_uid`` the unit of the
#: token, or of the person in this step; ``urgency`` grows with the hurry, 0 is ordinary.
work = Table(
    "work",
    metadata,
    _text("step_uid", primary_key=True),
    _text("document_uid"),
    _text("parent_uid"),
    _text("directive_uid"),
    _text("action"),
    _text("actor"),
    _text("actor_title"),
    _text("unit_uid"),
    _text("body_uid"),
    _text("giver"),
    _text("giver_title"),
    _text("entered_by"),
    _text("on_behalf_of"),
    _text("instruction"),
    _text("state"),
    _flag("is_open"),
    Column("started_at", Moment),
    Column("received_at", Moment),
    Column("opened_at", Moment),
    _text("opened_by"),
    Column("due_at", Moment),
    Column("finished_at", Moment),
    _text("finished_by"),
    _text("result"),
    _text("comment"),
    _int("urge_count"),
    Column("extension_due", Moment),
    _text("path"),
    _text("arrival_number"),
    _text("subject"),
    _text("origin"),
    _text("symbol"),
    _int("urgency"),
    _text("document_state"),
    _open_only("work_inbox", "actor", "due_at"),
    _open_only("work_unit", "unit_uid", "actor"),
    _open_only("work_given", "giver", "due_at"),
    Index("work_document", "document_uid"),
)

_ON_A_ROUTE = text("route_uid IS NOT NULL")

#: One row per document. ``registered_at`` is when it entered the office, for a draft when it
#: was begun; ``folded`` is number, symbol, subject and organ in lower case without accents;
#: ``route_uid`` the template that the document runs on, null once it does no more.
document_index = Table(
    "document_index",
    metadata,
    _text("document_uid", primary_key=True),
    _text("path"),
    _text("direction"),
    _text("body_uid"),
    _text("register_uid"),
    _text("period"),
    Column("number", Integer),
    _text("suffix"),
    _text("label"),
    Column("arrived_at", Moment),
    Column("registered_at", Moment, nullable=False),
    _text("document_type"),
    _text("symbol"),
    _text("symbol_key"),
    _text("organ_name"),
    _text("organ_key"),
    _text("document_identifier"),
    _text("duplicate_key"),
    Column("issued_date", Date),
    _text("subject"),
    _text("folded"),
    _int("urgency"),
    _text("secrecy"),
    _text("state"),
    Column("due_at", Moment),
    _flag("has_file"),
    Column("route_uid", Text),
    Column("route_version", Integer),
    Index("document_newest", "body_uid", "direction", "registered_at", "document_uid"),
    Index("document_duplicate", "body_uid", "duplicate_key"),
    Index("document_identifier", "body_uid", "document_identifier"),
    Index("document_state", "body_uid", "state"),
    Index(
        "document_route",
        "route_uid",
        "route_version",
        sqlite_where=_ON_A_ROUTE,
        postgresql_where=_ON_A_ROUTE,
    ),
)

#: Who may find which document: one row per token.
document_reader = Table(
    "document_reader",
    metadata,
    _text("token", primary_key=True),
    Column(
        "document_uid",
        Text,
        ForeignKey("document_index.document_uid", ondelete="CASCADE"),
        primary_key=True,
    ),
    Index("document_reader_document", "document_uid"),
    sqlite_with_rowid=False,
)

#: What the search knows of a document. ``position`` orders by the moment of ``document_index``
#: (``search_rows.moment_of``) and is the row number of the full-text index, which each
#: database keeps in its own way in ``document_words``. ``keepers`` tells who reads all such
#: documents of a body: 1 its clerks, 2 the heads of its Office. ``head_exact`` and
#: ``head_folded`` are the words of all fields, ``body`` the texts of the ``files``.
document_text = Table(
    "document_text",
    metadata,
    Column("position", _SERIAL, primary_key=True, autoincrement=False, info={"serial": True}),
    _text("document_uid", unique=True),
    _int("keepers"),
    _text("field"),
    _text("signer_key"),
    _text("case_file"),
    _text("files"),
    _text("head_exact"),
    _text("head_folded"),
    _text("body"),
)

#: Numbers taken from the registers. A number once taken stays, voided if need be.
#: ``document_uid`` is empty for a number inserted without a document.
register_entry = Table(
    "register_entry",
    metadata,
    _serial(),
    _text("register_uid"),
    _text("period"),
    _int("number"),
    _text("suffix"),
    _text("document_uid"),
    _text("label"),
    Column("taken_at", Moment),
    _text("taken_by"),
    _text("subject"),
    _text("symbol"),
    _text("origin"),
    _text("recipient"),
    Column("voided_at", Moment),
    _text("voided_by"),
    _text("void_reason"),
    UniqueConstraint("register_uid", "period", "number", "suffix", name="register_entry_number"),
    Index("register_entry_document", "document_uid"),
)

#: What was done and what was refused. Triggers refuse UPDATE and DELETE.
audit = Table(
    "audit",
    metadata,
    _serial(),
    Column("at", Moment, nullable=False),
    _text("user_id"),
    _text("user_title"),
    _text("on_behalf_of"),
    _text("act"),
    _text("outcome"),
    _text("document_uid"),
    _text("path"),
    _text("detail"),
    _text("rule"),
    _text("previous_hash"),
    _text("hash"),
    Index("audit_document", "document_uid", "id"),
    sqlite_autoincrement=True,
)

#: Who has looked at which document, first and last.
access = Table(
    "access",
    metadata,
    _text("document_uid", primary_key=True),
    _text("user_id", primary_key=True),
    Column("first_at", Moment, nullable=False),
    Column("last_at", Moment, nullable=False),
    _int("times"),
)

#: Who, of those it waits for, opened a step first. ``access`` cannot tell: it knows neither
#: the tokens of the person at that time nor the visits between the first and the last.
opening = Table(
    "opening",
    metadata,
    _text("step_uid", primary_key=True),
    _text("document_uid"),
    Column("opened_at", Moment, nullable=False),
    _text("opened_by"),
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
    _text("uid", primary_key=True),
    _text("site"),
    _text("kind"),
    _text("subject_uid"),
    _text("key"),
    _text("args"),
    _text("cursor"),
    _text("state"),
    _int("done"),
    _int("total"),
    _int("tries"),
    _flag("again"),
    _text("worker"),
    _text("before"),
    _text("put_by"),
    Column("put_at", Moment, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("claimed_at", Moment),
    Column("started_at", Moment),
    Column("finished_at", Moment),
    _text("error"),
    _text("result"),
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


#: The files of the documents. ``checked``, ``read`` and ``previewed`` are the states of their
#: stages, ``why`` the reason of the one that failed; ``unread`` that words in it are not found.
file = Table(
    "file",
    metadata,
    _text("file_uid", primary_key=True),
    _text("document_uid", primary_key=True),
    _text("body_uid"),
    _text("role"),
    _text("filename"),
    _text("kind"),
    _text("sha256"),
    _int("position"),
    _int("size"),
    _int("pages"),
    Column("added_at", Moment),
    _text("checked"),
    _text("read"),
    _text("previewed"),
    _text("why"),
    _flag("unread"),
    Index("file_document", "document_uid", "position"),
    Index("file_content", "sha256"),
    Index(
        "file_unread",
        "added_at",
        sqlite_where=text("unread = 1"),
        postgresql_where=text("unread"),
    ),
    Index("file_checked", "checked"),
)


#: Where each recipient of an outgoing document stands. ``recipient`` is the key of the line.
delivery = Table(
    "delivery",
    metadata,
    _text("document_uid", primary_key=True),
    _text("recipient", primary_key=True),
    _int("position"),
    _text("name"),
    _text("unit_uid"),
    _text("organ_id"),
    _text("purpose"),
    _text("channel"),
    _int("copies"),
    _text("state"),
    _text("incoming_uid"),
    Column("sent_at", Moment),
    Column("arrived_at", Moment),
    Column("changed_at", Moment),
    _text("note"),
    Index("delivery_incoming", "incoming_uid"),
    Index("delivery_sent", "channel", "sent_at"),
)

#: What a document says of others: what it answers, rests on, or amends. ``target_uid`` is
#: empty for a document that the office does not have.
document_link = Table(
    "document_link",
    metadata,
    _text("document_uid", primary_key=True),
    Column("position", Integer, primary_key=True, default=0),
    _text("kind"),
    _text("text"),
    _text("symbol_key"),
    _text("target_uid"),
    Index("document_link_target", "target_uid", "kind"),
)


def content_columns(table: Table) -> list[Column[Any]]:
    """The columns that a row is made of, that is all but a serial number."""
    return [column for column in table.columns if not column.info.get("serial")]


def complete(table: Table, values: Mapping[str, Any]) -> Row:
    """A row with every column of the table, empty where ``values`` is silent.

    Raises TypeError for a column that the table does not have.
    """
    columns = content_columns(table)
    unknown = set(values) - {column.name for column in columns}
    if unknown:
        raise TypeError(f"{table.name} has no column {', '.join(sorted(unknown))}")
    return {column.name: _plain(column, values.get(column.name)) for column in columns}


def _plain(column: Column[Any], value: Any) -> Any:
    """The value as the database gives it back."""
    if value is None:
        default: Any = column.default
        return None if default is None else default.arg
    return str(value) if isinstance(value, str) else value
