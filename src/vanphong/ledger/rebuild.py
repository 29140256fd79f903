"""Write the read models again from content, check them, mend them.

A server killed while it commits can leave rows without content, never content without
rows. ``repair_latest`` finds those at start-up in the documents that were acted on last;
``check`` and ``repair`` look at everything.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from sqlalchemy import Connection
from sqlalchemy import delete
from sqlalchemy import text
from time import sleep
from vanphong.ledger import audit
from vanphong.ledger import search_rows
from vanphong.ledger.drift import Difference
from vanphong.ledger.drift import Drift
from vanphong.ledger.drift import Key
from vanphong.ledger.drift import batches
from vanphong.ledger.drift import differences
from vanphong.ledger.drift import extra
from vanphong.ledger.invitations import invitation
from vanphong.ledger.mirrors import MIRRORS
from vanphong.ledger.mirrors import rows_of
from vanphong.ledger.schedule_items import schedule_item
from vanphong.ledger.session import autonomous
from vanphong.ledger.session import reading
from vanphong.ledger.tables import case_entry
from vanphong.ledger.tables import case_file
from vanphong.ledger.tables import case_file_reader
from vanphong.ledger.tables import delivery
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_link
from vanphong.ledger.tables import document_reader
from vanphong.ledger.tables import document_text
from vanphong.ledger.tables import file
from vanphong.ledger.tables import publication
from vanphong.ledger.tables import register_entry
from vanphong.ledger.tables import text_band
from vanphong.ledger.tables import work
from vanphong.ledger.tasks import task
import transaction


#: Tables that content can fill again. A register keeps its rows: a number without content
#: is not given again, it is voided.
_WIPED = (
    document_reader,
    document_index,
    file,
    text_band,
    work,
    delivery,
    document_link,
    case_file_reader,
    case_file,
    case_entry,
    publication,
    schedule_item,
    invitation,
    task,
)

_TABLES = (*_WIPED, document_text, register_entry)

#: So many of the latest events are looked into at start-up.
LATEST = 200

#: Seconds after which nobody is still between the two commits of one transaction.
GRACE = 2


@dataclass(frozen=True)
class _System:
    """The actor of what nobody did."""

    user_id: str = ""
    fullname: str = "vanphong"


def check(objects: Iterable[object]) -> list[Drift]:
    """What differs between all content objects and the read models; writes nothing."""
    with reading() as connection:
        return [difference.drift() for difference in differences(connection, objects)]


def rebuild(objects: Iterable[object]) -> dict[str, int]:
    """Fill the read models from all content objects; the rows written, by table.

    ``objects`` are asked for when the tables are locked: a generator that begins a new
    Zope transaction gives objects that are as new as any row it replaces.
    """
    written = dict.fromkeys(MIRRORS, 0)
    seen: dict[str, set[Key]] = {name: set() for name in MIRRORS}
    with autonomous() as connection:
        _lock_tables(connection)
        for table in _WIPED:
            connection.execute(delete(table))
        search_rows.wipe(connection)
        for batch in batches(objects):
            for name, rows in rows_of(batch).items():
                mirror = MIRRORS[name]
                expected = mirror.expected(connection, rows)
                mirror.store(connection, expected)
                seen[name].update(map(mirror.key_of, expected))
                written[name] += len(expected)
        _mend(connection, extra(connection, "register_entry", seen["register_entry"]))
        for table in _TABLES:
            connection.execute(text(f"ANALYZE {table.name}"))
        search_rows.engine(connection).settle(connection)
    return written


def repair(objects: Iterable[object], scope: Collection[str] | None = None) -> list[Drift]:
    """Mend what differs, and tell what it was.

    Rows are written again, rows without content dropped, numbers without content voided.
    ``scope`` names the documents to which ``objects`` and the repair are confined; without
    it ``objects`` must be all there are.
    """
    with autonomous() as connection:
        _lock_tables(connection)
        return _mend(connection, differences(connection, objects, scope))


def repair_latest(find: Callable[[str], object | None], limit: int = LATEST) -> list[Drift]:
    """Mend the documents of the latest events, which is where a kill leaves its traces.

    ``find`` gives the object with a UID, or None. Begins a new Zope transaction. What
    another server is committing just now looks like a trace too: only what is still the
    same after a while is mended.
    """
    uids = audit.latest_documents(limit)
    with reading() as connection:
        suspects = {each.place for each in differences(connection, _found(find, uids), uids)}
    if not suspects:
        return []
    sleep(GRACE)
    with autonomous() as connection:
        _lock_tables(connection)
        found = differences(connection, _found(find, uids), uids)
        return _mend(connection, (each for each in found if each.place in suspects))


def _found(find: Callable[[str], object | None], uids: Iterable[str]) -> Iterator[object]:
    """The objects that are there, as new as the rows that they are compared with."""
    transaction.begin()
    for uid in uids:
        obj = find(uid)
        if obj is not None:
            yield obj


def _mend(connection: Connection, found: Iterable[Difference]) -> list[Drift]:
    mended = [difference for difference in found if not difference.twice]
    for difference in mended:
        mirror = MIRRORS[difference.table]
        if difference.expected is not None:
            mirror.store(connection, [difference.expected])
        elif difference.stored is not None:
            mirror.drop(connection, difference.stored)
        audit.append(connection, _event(difference))
    return [difference.drift() for difference in mended]


def _event(difference: Difference) -> dict[str, object]:
    drift = difference.drift()
    return audit.event(
        "repair",
        difference.document_uid,
        actor=_System(),
        detail={"table": drift.table, "key": drift.key, "what": drift.what},
    )


def _lock_tables(connection: Connection) -> None:
    """Keep writers out; readers go on. On SQLite the transaction has done it."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in _TABLES)
        connection.execute(text(f"LOCK TABLE {names} IN SHARE ROW EXCLUSIVE MODE"))
