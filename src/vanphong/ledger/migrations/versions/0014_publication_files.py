"""Which files of a published document everybody may read, for the search in their words."""

from alembic import op

import sqlalchemy as sa


revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; until a row is written anew, nothing is searched in its files."""
    with op.batch_alter_table("publication") as table:
        table.add_column(sa.Column("files", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Take the column away: content has what it says."""
    with op.batch_alter_table("publication") as table:
        table.drop_column("files")
