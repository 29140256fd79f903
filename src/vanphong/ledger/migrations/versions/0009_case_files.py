"""Case files, who may find them, and what lies in them."""

from alembic import op

import sqlalchemy as sa


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

TEXTS = ("path", "body_uid", "unit_uid", "notation", "code", "title", "folded")
MORE_TEXTS = ("rights", "state", "maker", "maker_title", "line_uid")


def upgrade() -> None:
    """Make the tables; a rebuild fills them."""
    op.create_table(
        "case_file",
        sa.Column("case_file_uid", sa.Text, primary_key=True, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("years", sa.Integer, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in MORE_TEXTS],
        sa.Column("opened_at", sa.DateTime(timezone=True)),
        sa.Column("started_on", sa.Date),
        sa.Column("ended_on", sa.Date),
        sa.Column("due_year", sa.Integer),
        sa.Column("documents", sa.Integer, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("frozen", sa.Boolean, nullable=False),
    )
    op.create_index("case_file_notation", "case_file", ["body_uid", "year", "notation"])
    op.create_index("case_file_unit", "case_file", ["unit_uid", "year"])
    op.create_index("case_file_state", "case_file", ["body_uid", "state", "due_year"])
    op.create_index("case_file_line", "case_file", ["line_uid"])
    op.create_table(
        "case_file_reader",
        sa.Column("token", sa.Text, primary_key=True, nullable=False),
        sa.Column(
            "case_file_uid",
            sa.Text,
            sa.ForeignKey("case_file.case_file_uid", ondelete="CASCADE"),
            primary_key=True,
            nullable=False,
        ),
        sa.Column("part", sa.Text, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("case_file_reader_file", "case_file_reader", ["case_file_uid"])
    op.create_table(
        "case_entry",
        sa.Column("case_file_uid", sa.Text, primary_key=True, nullable=False),
        sa.Column(
            "number", sa.Integer, primary_key=True, autoincrement=False, nullable=False
        ),
        sa.Column("document_uid", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("grants", sa.Boolean, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("filed_by", sa.Text, nullable=False),
        sa.Column("filed_by_title", sa.Text, nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True)),
        sqlite_with_rowid=False,
    )
    op.create_index("case_entry_document", "case_entry", ["document_uid"])


def downgrade() -> None:
    """Take the tables away: content has what they say."""
    op.drop_table("case_entry")
    op.drop_table("case_file_reader")
    op.drop_table("case_file")
