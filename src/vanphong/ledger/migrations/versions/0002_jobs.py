"""Background jobs."""

from alembic import op

import sqlalchemy as sa


revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXTS = ("site", "kind", "subject_uid", "key", "args", "cursor", "state")
NUMBERS = ("done", "total", "tries")
MOMENTS = ("claimed_at", "started_at", "finished_at")

IS_OPEN = sa.text("state IN ('waiting', 'running')")
IS_HELD = sa.text("worker <> ''")
IS_ALONE = sa.text("state IN ('waiting', 'running') AND key <> ''")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "job",
        sa.Column("uid", sa.Text, primary_key=True, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
        *[sa.Column(name, sa.Integer, nullable=False) for name in NUMBERS],
        sa.Column("again", sa.Boolean, nullable=False),
        sa.Column("worker", sa.Text, nullable=False),
        sa.Column("before", sa.Text, nullable=False),
        sa.Column("put_by", sa.Text, nullable=False),
        sa.Column("put_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        *[sa.Column(name, sa.DateTime(timezone=True)) for name in MOMENTS],
        sa.Column("error", sa.Text, nullable=False),
        sa.Column("result", sa.Text, nullable=False),
    )
    op.create_index("job_due", "job", ["due_at"], sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)
    op.create_index(
        "job_alone",
        "job",
        ["kind", "key"],
        unique=True,
        sqlite_where=IS_ALONE,
        postgresql_where=IS_ALONE,
    )
    op.create_index(
        "job_claimed",
        "job",
        ["claimed_at"],
        sqlite_where=IS_HELD,
        postgresql_where=IS_HELD,
    )
    op.create_index("job_subject", "job", ["subject_uid"])
    op.create_index("job_newest", "job", ["state", "put_at"])


def downgrade() -> None:
    """Refuse: jobs live nowhere else."""
    raise NotImplementedError("Restore a backup instead")
