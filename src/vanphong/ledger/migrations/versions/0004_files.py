"""The files of the documents."""

from alembic import op

import sqlalchemy as sa


revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TEXTS = ("body_uid", "role", "filename", "kind", "sha256")
NUMBERS = ("position", "size", "pages")
STAGES = ("checked", "read", "previewed", "why")


def upgrade() -> None:
    """Make the table; ``vanphong rebuild`` and the upgrade step fill it."""
    op.create_table(
        "file",
        sa.Column("file_uid", sa.Text, primary_key=True, nullable=False),
        sa.Column("document_uid", sa.Text, primary_key=True, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
        *[sa.Column(name, sa.Integer, nullable=False) for name in NUMBERS],
        sa.Column("added_at", sa.DateTime(timezone=True)),
        *[sa.Column(name, sa.Text, nullable=False) for name in STAGES],
        sa.Column("unread", sa.Boolean, nullable=False),
    )
    op.create_index("file_document", "file", ["document_uid", "position"])
    op.create_index("file_content", "file", ["sha256"])
    op.create_index(
        "file_unread",
        "file",
        ["added_at"],
        sqlite_where=sa.text("unread = 1"),
        postgresql_where=sa.text("unread"),
    )
    op.create_index("file_checked", "file", ["checked"])


def downgrade() -> None:
    """Drop the table: content can fill it again."""
    op.drop_table("file")
