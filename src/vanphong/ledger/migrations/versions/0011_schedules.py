"""Items of work schedules."""

from alembic import op

import sqlalchemy as sa


revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

TEXTS = ("room", "tokens", "visibility", "state")


def upgrade() -> None:
    """Make the table; a rebuild fills it."""
    op.create_table(
        "schedule_item",
        sa.Column("item_uid", sa.Text, primary_key=True, nullable=False),
        sa.Column("published", sa.Boolean, primary_key=True, nullable=False),
        *[
            sa.Column(name, sa.Text, nullable=False)
            for name in ("document_uid", "body_uid", "week")
        ],
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("begins", sa.Integer, nullable=False),
        sa.Column("ends", sa.Integer, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
    )
    op.create_index("schedule_item_day", "schedule_item", ["body_uid", "published", "day"])
    op.create_index("schedule_item_week", "schedule_item", ["document_uid"])
    op.create_index("schedule_item_mine", "schedule_item", ["published", "day"])


def downgrade() -> None:
    """Take the table away: content has what it says."""
    op.drop_table("schedule_item")
