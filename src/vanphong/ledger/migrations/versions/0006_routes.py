"""Which route template a document runs on, while it does."""

from alembic import op

import sqlalchemy as sa


revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; documents that are here already run on no template."""
    op.add_column("document_index", sa.Column("route_uid", sa.Text))
    op.add_column("document_index", sa.Column("route_version", sa.Integer))
    op.create_index(
        "document_route",
        "document_index",
        ["route_uid", "route_version"],
        sqlite_where=sa.text("route_uid IS NOT NULL"),
        postgresql_where=sa.text("route_uid IS NOT NULL"),
    )


def downgrade() -> None:
    """Refuse, as the first migration does."""
    raise NotImplementedError("Restore a backup instead")
