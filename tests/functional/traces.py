"""What a request leaves behind, in the content and in the ledger."""

from sqlalchemy import func
from sqlalchemy import select
from vanphong.ledger import tables
from vanphong.ledger.session import reading
import transaction


#: Facts of reading, which a visit may write, and the trail itself.
BESIDE = {"access", "audit", "opening"}


class Traces:
    """The stored state of the office, to be compared before and after."""

    def __init__(self, layer):
        self.storage = layer["zodbDB"].storage

    def state(self):
        """The last change of content, and every row of the read models."""
        rows = {}
        with reading() as connection:
            for name, table in tables.metadata.tables.items():
                if name not in BESIDE:
                    found = connection.execute(select(table)).mappings()
                    rows[name] = sorted(repr(dict(row)) for row in found)
        return self.storage.lastTransaction(), rows

    def trail(self):
        """All lines of the audit trail, the oldest first."""
        with reading() as connection:
            found = connection.execute(select(tables.audit).order_by(tables.audit.c.id))
            return [dict(row) for row in found.mappings()]

    def refused(self, since):
        """The lines of refusals written after the first ``since`` ones."""
        return [line for line in self.trail()[since:] if line["outcome"] == "refused"]


def count(table):
    """Rows of a table."""
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def fresh():
    """Let the test see what the server has committed."""
    transaction.begin()
