"""Deliveries of outgoing documents, and what documents say of each other."""

from alembic import op

import sqlalchemy as sa


revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXTS = ("name", "unit_uid", "organ_id", "purpose", "channel")
MOMENTS = ("sent_at", "arrived_at", "changed_at")


def upgrade() -> None:
    """Make the tables; a rebuild fills them."""
    op.create_table(
        "delivery",
        sa.Column("document_uid", sa.Text, primary_key=True, nullable=False),
        sa.Column("recipient", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
        sa.Column("copies", sa.Integer, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("incoming_uid", sa.Text, nullable=False),
        *[sa.Column(name, sa.DateTime(timezone=True)) for name in MOMENTS],
        sa.Column("note", sa.Text, nullable=False),
    )
    op.create_index("delivery_incoming", "delivery", ["incoming_uid"])
    op.create_index("delivery_sent", "delivery", ["channel", "sent_at"])
    op.create_table(
        "document_link",
        sa.Column("document_uid", sa.Text, primary_key=True, nullable=False),
        sa.Column("position", sa.Integer, primary_key=True, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("symbol_key", sa.Text, nullable=False),
        sa.Column("target_uid", sa.Text, nullable=False),
    )
    op.create_index("document_link_target", "document_link", ["target_uid", "kind"])


def downgrade() -> None:
    """Take the tables away: content has what they say."""
    op.drop_table("document_link")
    op.drop_table("delivery")
