"""Invitations and who is invited."""

from alembic import op

import sqlalchemy as sa


revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

TEXTS = ("path", "body_uid", "title", "symbol", "place", "chairs", "folded")


def upgrade() -> None:
    """Make the table; a rebuild fills it."""
    op.create_table(
        "invitation",
        sa.Column("document_uid", sa.Text, primary_key=True, nullable=False),
        sa.Column("invitee", sa.Text, primary_key=True, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
        *[
            sa.Column(name, sa.DateTime(timezone=True))
            for name in ("starts_at", "ends_at", "answer_by")
        ],
        *[sa.Column(name, sa.Text, nullable=False) for name in ("tokens", "answer", "state")],
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("public", sa.Boolean, nullable=False),
        sa.Column("urgent", sa.Boolean, nullable=False),
    )
    op.create_index("invitation_coming", "invitation", ["invitee", "public", "starts_at"])
    op.create_index("invitation_end", "invitation", ["invitee", "ends_at"])


def downgrade() -> None:
    """Take the table away: content has what it says."""
    op.drop_table("invitation")
