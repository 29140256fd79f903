"""Run by alembic; the connection comes from vanphong.ledger.migrate."""

from alembic import context
from vanphong.ledger.tables import metadata


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
