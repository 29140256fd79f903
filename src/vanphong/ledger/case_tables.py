"""Tables of the files of work: the files, who may find them, what lies in them."""

from sqlalchemy import Column
from sqlalchemy import Date
from sqlalchemy import ForeignKey
from sqlalchemy import Index
from sqlalchemy import Integer
from sqlalchemy import Table
from sqlalchemy import Text
from vanphong.ledger.columns import flag_column as _flag
from vanphong.ledger.columns import int_column as _int
from vanphong.ledger.columns import metadata
from vanphong.ledger.columns import text_column as _text
from vanphong.ledger.moments import Moment


#: Files of work. ``years`` is the retention, 0 for permanent, ``due_year`` its last year once
#: the file is ended; ``documents`` and ``pages`` are totals; ``line_uid`` the line of the file
#: list that it was planned by.
case_file = Table(
    "case_file",
    metadata,
    _text("case_file_uid", primary_key=True),
    _text("path"),
    _text("body_uid"),
    _text("unit_uid"),
    _text("notation"),
    _text("code"),
    _text("title"),
    _text("folded"),
    _int("year"),
    _int("years"),
    _text("rights"),
    _text("state"),
    _text("maker"),
    _text("maker_title"),
    _text("line_uid"),
    Column("opened_at", Moment),
    Column("started_on", Date),
    Column("ended_on", Date),
    Column("due_year", Integer),
    _int("documents"),
    _int("pages"),
    _flag("frozen"),
    Index("case_file_notation", "body_uid", "year", "notation"),
    Index("case_file_unit", "unit_uid", "year"),
    Index("case_file_state", "body_uid", "state", "due_year"),
    Index("case_file_line", "line_uid"),
)

#: Who may find which file, and what part they have in it.
case_file_reader = Table(
    "case_file_reader",
    metadata,
    _text("token", primary_key=True),
    Column(
        "case_file_uid",
        Text,
        ForeignKey("case_file.case_file_uid", ondelete="CASCADE"),
        primary_key=True,
    ),
    _text("part"),
    Index("case_file_reader_file", "case_file_uid"),
    sqlite_with_rowid=False,
)

#: Which document lies in which file, under which number.
case_entry = Table(
    "case_entry",
    metadata,
    _text("case_file_uid", primary_key=True),
    Column("number", Integer, primary_key=True, default=0, autoincrement=False),
    _text("document_uid"),
    _text("kind"),
    _int("pages"),
    _flag("grants"),
    _text("note"),
    _text("filed_by"),
    _text("filed_by_title"),
    Column("filed_at", Moment),
    Index("case_entry_document", "document_uid"),
    sqlite_with_rowid=False,
)
