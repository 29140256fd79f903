"""The first tables, and triggers that keep the audit trail append-only."""

from alembic import op

import sqlalchemy as sa


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make every table."""
    _work()
    _documents()
    _register_entry()
    _facts()
    if op.get_bind().dialect.name == "postgresql":
        _append_only_on_postgresql()
    else:
        _append_only_on_sqlite()


def downgrade() -> None:
    """Refuse: facts of the ledger live nowhere else."""
    raise NotImplementedError("Restore a backup instead")


def _text(name, **options):
    return sa.Column(name, sa.Text, nullable=False, **options)


def _moment(name, nullable=True):
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _int(name):
    return sa.Column(name, sa.Integer, nullable=False)


def _serial():
    return sa.Column("id", SERIAL, primary_key=True, autoincrement=True)


def _work():
    op.create_table(
        "work",
        _text("step_uid", primary_key=True),
        _text("document_uid"),
        _text("parent_uid"),
        _text("directive_uid"),
        _text("action"),
        _text("actor"),
        _text("actor_title"),
        _text("unit_uid"),
        _text("body_uid"),
        _text("giver"),
        _text("giver_title"),
        _text("entered_by"),
        _text("on_behalf_of"),
        _text("instruction"),
        _text("state"),
        sa.Column("is_open", sa.Boolean, nullable=False),
        _moment("started_at"),
        _moment("received_at"),
        _moment("opened_at"),
        _text("opened_by"),
        _moment("due_at"),
        _moment("finished_at"),
        _text("finished_by"),
        _text("result"),
        _text("comment"),
        _int("urge_count"),
        _moment("extension_due"),
        _text("path"),
        _text("arrival_number"),
        _text("subject"),
        _text("origin"),
        _text("symbol"),
        _int("urgency"),
        _text("document_state"),
    )
    for name, columns in (
        ("work_inbox", ["actor", "due_at"]),
        ("work_unit", ["unit_uid", "actor"]),
        ("work_given", ["giver", "due_at"]),
    ):
        op.create_index(
            name,
            "work",
            columns,
            sqlite_where=sa.text("is_open = 1"),
            postgresql_where=sa.text("is_open"),
        )
    op.create_index("work_document", "work", ["document_uid"])


def _documents():
    op.create_table(
        "document_index",
        _text("document_uid", primary_key=True),
        _text("path"),
        _text("direction"),
        _text("body_uid"),
        _text("register_uid"),
        _text("period"),
        sa.Column("number", sa.Integer),
        _text("suffix"),
        _text("label"),
        _moment("arrived_at"),
        _moment("registered_at", nullable=False),
        _text("document_type"),
        _text("symbol"),
        _text("symbol_key"),
        _text("organ_name"),
        _text("organ_key"),
        _text("document_identifier"),
        _text("duplicate_key"),
        sa.Column("issued_date", sa.Date),
        _text("subject"),
        _text("folded"),
        _int("urgency"),
        _text("secrecy"),
        _text("state"),
        _moment("due_at"),
        sa.Column("has_file", sa.Boolean, nullable=False),
    )
    for name, columns in (
        ("document_newest", ["body_uid", "direction", "registered_at", "document_uid"]),
        ("document_duplicate", ["body_uid", "duplicate_key"]),
        ("document_identifier", ["body_uid", "document_identifier"]),
        ("document_state", ["body_uid", "state"]),
    ):
        op.create_index(name, "document_index", columns)
    op.create_table(
        "document_reader",
        _text("token", primary_key=True),
        sa.Column(
            "document_uid",
            sa.Text,
            sa.ForeignKey("document_index.document_uid", ondelete="CASCADE"),
            primary_key=True,
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("document_reader_document", "document_reader", ["document_uid"])


def _register_entry():
    op.create_table(
        "register_entry",
        _serial(),
        _text("register_uid"),
        _text("period"),
        _int("number"),
        _text("suffix"),
        _text("document_uid"),
        _text("label"),
        _moment("taken_at"),
        _text("taken_by"),
        _text("subject"),
        _text("symbol"),
        _text("origin"),
        _text("recipient"),
        _moment("voided_at"),
        _text("voided_by"),
        _text("void_reason"),
        sa.UniqueConstraint(
            "register_uid", "period", "number", "suffix", name="register_entry_number"
        ),
    )
    op.create_index("register_entry_document", "register_entry", ["document_uid"])


def _facts():
    op.create_table(
        "audit",
        _serial(),
        _moment("at", nullable=False),
        _text("user_id"),
        _text("user_title"),
        _text("on_behalf_of"),
        _text("act"),
        _text("outcome"),
        _text("document_uid"),
        _text("path"),
        _text("detail"),
        _text("rule"),
        _text("previous_hash"),
        _text("hash"),
        sqlite_autoincrement=True,
    )
    op.create_index("audit_document", "audit", ["document_uid", "id"])
    op.create_table(
        "access",
        _text("document_uid", primary_key=True),
        _text("user_id", primary_key=True),
        _moment("first_at", nullable=False),
        _moment("last_at", nullable=False),
        _int("times"),
    )
    op.create_table(
        "opening",
        _text("step_uid", primary_key=True),
        _text("document_uid"),
        _moment("opened_at", nullable=False),
        _text("opened_by"),
    )


def _append_only_on_sqlite():
    for act in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_no_{act.lower()} BEFORE {act} ON audit "
            "BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END"
        )


def _append_only_on_postgresql():
    op.execute(
        "CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()"
    )
