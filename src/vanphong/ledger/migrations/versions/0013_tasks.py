"""Tasks."""

from alembic import op

import sqlalchemy as sa


revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

TEXTS = ("path", "body_uid", "source_uid", "source_symbol")

MORE_TEXTS = (
    "case_file_uid",
    "parent_uid",
    "giver",
    "giver_title",
    "entered_by",
    "lead",
    "lead_title",
    "unit_uid",
    "holder",
    "holder_title",
    "subject",
    "folded",
    "state",
)

INDEXES = {
    "task_giver": ["giver", "state", "due_at"],
    "task_holder": ["holder", "state", "due_at"],
    "task_unit": ["unit_uid", "state", "due_at"],
    "task_source": ["source_uid", "line"],
    "task_case_file": ["case_file_uid"],
    "task_parent": ["parent_uid"],
}


def upgrade() -> None:
    """Make the table; there is no task yet."""
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "task",
        sa.Column("document_uid", sa.Text, primary_key=True, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
        sa.Column("line", sa.Integer, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in MORE_TEXTS],
        sa.Column("progress", sa.Integer, nullable=False),
        *[sa.Column(name, moment) for name in ("created_at", "due_at", "finished_at")],
    )
    for name, columns in INDEXES.items():
        op.create_index(name, "task", columns)


def downgrade() -> None:
    """Take the table away: content has what it says."""
    op.drop_table("task")
