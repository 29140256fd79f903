"""What people are told, until they have seen it."""

from alembic import op

import sqlalchemy as sa


revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

NOT_SEEN = sa.text("seen_at IS NULL")
SEEN = sa.text("seen_at IS NOT NULL")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "notice",
        sa.Column("uid", sa.Text, primary_key=True, nullable=False),
        *[
            sa.Column(name, sa.Text, nullable=False)
            for name in ("token", "kind", "subject_uid", "key", "text", "mapping", "url")
        ],
        sa.Column("urgent", sa.Boolean, nullable=False),
        sa.Column("told_by", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("seen_by", sa.Text, nullable=False),
    )
    op.create_index(
        "notice_alone",
        "notice",
        ["token", "key"],
        unique=True,
        sqlite_where=NOT_SEEN,
        postgresql_where=NOT_SEEN,
    )
    op.create_index("notice_subject", "notice", ["subject_uid", "kind"])
    op.create_index(
        "notice_seen",
        "notice",
        ["token", "seen_at"],
        sqlite_where=SEEN,
        postgresql_where=SEEN,
    )


def downgrade() -> None:
    """Refuse: notices live nowhere else."""
    raise NotImplementedError("Restore a backup instead")
