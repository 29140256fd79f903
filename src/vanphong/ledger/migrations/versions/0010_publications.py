"""Documents published on the portal."""

from alembic import op

import sqlalchemy as sa


revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

TEXTS = (
    "path",
    "document_uid",
    "body_uid",
    "unit_uid",
    "unit_title",
    "symbol",
    "subject",
    "summary",
    "document_type",
    "field",
    "category",
    "signer",
)


def upgrade() -> None:
    """Make the table; the upgrade step of the site and ``vanphong rebuild`` fill it."""
    op.create_table(
        "publication",
        sa.Column("uid", sa.Text, primary_key=True, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
        sa.Column("number", sa.Integer),
        sa.Column("issued_date", sa.Date),
        sa.Column("urgency", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("asked_on", sa.Date),
        sa.Column("published_on", sa.Date),
        sa.Column("expires_on", sa.Date),
        sa.Column("file_uid", sa.Text, nullable=False),
        sa.Column("file_size", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True)),
        sa.Column("exact", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
    )
    op.create_index("publication_newest", "publication", ["state", "published_on"])
    op.create_index("publication_document", "publication", ["document_uid"])


def downgrade() -> None:
    """Drop the table: content can fill it again."""
    op.drop_table("publication")
