"""By which keys documents are found whose texts look alike."""

from alembic import op

import sqlalchemy as sa


revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; ``vanphong rebuild`` and the upgrade step of the site fill it."""
    op.create_table(
        "text_band",
        sa.Column("band", sa.BigInteger, primary_key=True, autoincrement=False, nullable=False),
        sa.Column("document_uid", sa.Text, primary_key=True, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("text_band_document", "text_band", ["document_uid"])


def downgrade() -> None:
    """Drop the table: content can fill it again."""
    op.drop_table("text_band")
