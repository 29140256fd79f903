"""Full text: what the search knows of a document, and the index of each database."""

from alembic import op

import sqlalchemy as sa


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SERIAL = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TEXTS = ("field", "signer_key", "case_file", "files", "head_exact", "head_folded", "body")


def upgrade() -> None:
    """Make table and index. They are filled from content, by an upgrade step of the site."""
    op.create_table(
        "document_text",
        sa.Column("position", SERIAL, primary_key=True, autoincrement=False),
        sa.Column("document_uid", sa.Text, nullable=False, unique=True),
        sa.Column("keepers", sa.Integer, nullable=False),
        *[sa.Column(name, sa.Text, nullable=False) for name in TEXTS],
    )
    if op.get_bind().dialect.name == "postgresql":
        _on_postgresql()
    else:
        _on_sqlite()


def downgrade() -> None:
    """Refuse, as the first migration does."""
    raise NotImplementedError("Restore a backup instead")


def _on_sqlite() -> None:
    # contentless: the words would be kept a third time; search_sqlite.py maintains it
    op.execute(
        "CREATE VIRTUAL TABLE document_words USING fts5("
        "head, body, head_folded, body_folded, content='', "
        "tokenize='unicode61 remove_diacritics 0')"
    )


def _on_postgresql() -> None:
    op.execute(
        "CREATE TABLE document_words (position bigint PRIMARY KEY, "
        "exact tsvector NOT NULL, folded tsvector NOT NULL)"
    )
    for name in ("exact", "folded"):
        op.execute(f"CREATE INDEX document_words_{name} ON document_words USING gin ({name})")
        # which words are common decides how a search is answered
        op.execute(f"ALTER TABLE document_words ALTER {name} SET STATISTICS 1000")
