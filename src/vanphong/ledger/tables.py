"""The tables of the ledger.

Read models, which ``vanphong rebuild`` writes again from content: ``work``,
``document_index`` with ``document_reader``, ``file``, ``text_band``, ``delivery``,
``document_link``, ``case_file`` with ``case_file_reader``, ``case_entry``, and
``register_entry`` but for its voided rows.
Facts, which live nowhere else, stand in ``facts``: ``audit``, ``access``, ``opening``, ``job``,
``notice``. What the migrations make and what stands here is the same; a test compares them.
"""

from sqlalchemy import BigInteger
from sqlalchemy import Column
from sqlalchemy import Date
from sqlalchemy import ForeignKey
from sqlalchemy import Index
from sqlalchemy import Integer
from sqlalchemy import Table
from sqlalchemy import Text
from sqlalchemy import UniqueConstraint
from sqlalchemy import text
from vanphong.ledger.case_tables import case_entry
from vanphong.ledger.case_tables import case_file
from vanphong.ledger.case_tables import case_file_reader
from vanphong.ledger.columns import SERIAL as _SERIAL
from vanphong.ledger.columns import Row
from vanphong.ledger.columns import complete
from vanphong.ledger.columns import content_columns
from vanphong.ledger.columns import flag_column as _flag
from vanphong.ledger.columns import int_column as _int
from vanphong.ledger.columns import metadata
from vanphong.ledger.columns import serial_column as _serial
from vanphong.ledger.columns import text_column as _text
from vanphong.ledger.facts import access
from vanphong.ledger.facts import audit
from vanphong.ledger.facts import job
from vanphong.ledger.facts import notice
from vanphong.ledger.facts import opening
from vanphong.ledger.moments import Moment


__all__ = [
    "Row",
    "access",
    "audit",
    "case_entry",
    "case_file",
    "case_file_reader",
    "complete",
    "content_columns",
    "delivery",
    "document_index",
    "document_link",
    "document_reader",
    "document_text",
    "file",
    "job",
    "metadata",
    "notice",
    "opening",
    "publication",
    "register_entry",
    "text_band",
    "work",
]


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

#: By which keys documents are found whose texts look alike: some in common, see ``alike``.
text_band = Table(
    "text_band",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    _text("document_uid", primary_key=True),
    Index("text_band_document", "document_uid"),
    sqlite_with_rowid=False,
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

#: What is published of issued documents. ``asked_on`` is when review was asked for; ``exact``
#: and ``folded`` are the words of its texts between blanks, with and without diacritics.
publication = Table(
    "publication",
    metadata,
    _text("uid", primary_key=True),
    _text("path"),
    _text("document_uid"),
    _text("body_uid"),
    _text("unit_uid"),
    _text("unit_title"),
    _text("symbol"),
    _text("subject"),
    _text("summary"),
    _text("document_type"),
    _text("field"),
    _text("category"),
    _text("signer"),
    Column("number", Integer),
    Column("issued_date", Date),
    _int("urgency"),
    _text("state"),
    Column("asked_on", Date),
    Column("published_on", Date),
    Column("expires_on", Date),
    _text("file_uid"),
    _int("file_size"),
    _text("files"),
    Column("changed_at", Moment),
    _text("exact"),
    _text("folded"),
    Index("publication_newest", "state", "published_on"),
    Index("publication_document", "document_uid"),
)
