"""The audit trail: what was done and what was refused, chained per document.

Every row carries the hash of the row before it in the chain of its document, so that a row
changed, taken out or put in later breaks the chain (Decree 30/2020, Annex VI: the
system keeps who acted, when and on what). Events about no document share one chain.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import UTC
from hashlib import sha256
from sqlalchemy import Connection
from sqlalchemy import func
from sqlalchemy import select
from typing import Any
from typing import Protocol
from typing import Required
from typing import TypedDict
from typing import Unpack
from vanphong.calendars.clock import now
from vanphong.ledger.engines import advisory_lock
from vanphong.ledger.session import autonomous
from vanphong.ledger.session import is_writing
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import audit
from vanphong.ledger.tables import complete
import json
import transaction


DONE = "done"
REFUSED = "refused"

#: No history of one document is longer on a page.
LONGEST = 1000

_UNHASHED = ("id", "hash")


class Actor(Protocol):
    """Who acts, under the name of that day."""

    @property
    def user_id(self) -> str:
        """Id of the account."""

    @property
    def fullname(self) -> str:
        """Name as it is written into the trail."""


class Facts(TypedDict, total=False):
    """What an event tells beside the act and the document."""

    actor: Required[Actor]
    on_behalf_of: str
    detail: Mapping[str, Any]
    outcome: str
    rule: str


def record(act: str, document_uid: str = "", path: str = "", **facts: Unpack[Facts]) -> None:
    """Write what was done, in the transaction of the act: both stand or neither does."""
    append(writing().connection(), event(act, document_uid, path, **facts))


def record_apart(act: str, document_uid: str = "", path: str = "", **facts: Unpack[Facts]) -> None:
    """Write an event of a page that writes no content, such as a download."""
    _append_apart(event(act, document_uid, path, **facts))


def refused(act: str, document_uid: str = "", path: str = "", **facts: Unpack[Facts]) -> None:
    """Write what was refused; it stands though the transaction of the act is aborted."""
    facts["outcome"] = REFUSED
    row = event(act, document_uid, path, **facts)
    if is_writing():
        transaction.get().addAfterAbortHook(_append_apart, (row,))
    _append_apart(row)


def event(
    act: str,
    document_uid: str = "",
    path: str = "",
    *,
    actor: Actor,
    on_behalf_of: str = "",
    detail: Mapping[str, Any] | None = None,
    outcome: str = DONE,
    rule: str = "",
) -> Row:
    """An event of this moment, not yet in any chain.

    ``outcome`` is DONE or REFUSED; ``rule`` the citation of the rule that was broken.
    """
    return {
        "at": now(),
        "user_id": actor.user_id,
        "user_title": actor.fullname,
        "on_behalf_of": on_behalf_of,
        "act": act,
        "outcome": outcome,
        "document_uid": document_uid,
        "path": path,
        "detail": _canonical(detail or {}),
        "rule": rule,
    }


def append(connection: Connection, row: Row) -> None:
    """Add an event at the end of its chain."""
    advisory_lock(connection, f"audit:{row['document_uid']}")
    last = (
        select(audit.c.hash)
        .where(audit.c.document_uid == row["document_uid"])
        .order_by(audit.c.id.desc())
        .limit(1)
    )
    linked = complete(audit, row | {"previous_hash": connection.execute(last).scalar() or ""})
    connection.execute(audit.insert(), linked | {"hash": _hash(linked)})


def begin_chains(rows: Sequence[Row]) -> None:
    """Write the first event of each of several documents that are being made."""
    connection = writing().connection()
    linked = [complete(audit, row | {"previous_hash": ""}) for row in rows]
    if linked:
        connection.execute(audit.insert(), [row | {"hash": _hash(row)} for row in linked])


def history(document_uid: str) -> list[Row]:
    """The newest events of a document, the oldest of them first; ``detail`` as a dict."""
    query = (
        select(audit)
        .where(audit.c.document_uid == document_uid)
        .order_by(audit.c.id.desc())
        .limit(LONGEST)
    )
    with reading() as connection:
        rows = [dict(row) for row in connection.execute(query).mappings()]
    return [row | {"detail": json.loads(row["detail"])} for row in reversed(rows)]


def latest_documents(limit: int) -> list[str]:
    """UIDs of the documents that were acted on last, the latest first."""
    newest = select(audit.c.id, audit.c.document_uid).order_by(audit.c.id.desc()).limit(limit)
    events = newest.subquery()
    query = (
        select(events.c.document_uid)
        .where(events.c.document_uid != "")
        .group_by(events.c.document_uid)
        .order_by(func.max(events.c.id).desc())
    )
    with reading() as connection:
        return list(connection.execute(query).scalars())


def verify(document_uid: str | None = None) -> list[int]:
    """Ids of the rows at which a chain is broken, of one document or of all.

    Taking away the end of a chain leaves no trace here; only a sealed copy shows that.
    """
    query = select(audit).order_by(audit.c.document_uid, audit.c.id)
    if document_uid is not None:
        query = query.where(audit.c.document_uid == document_uid)
    broken = []
    chain, last = None, ""
    with reading() as connection:
        for found in connection.execute(query.execution_options(yield_per=1000)).mappings():
            row = dict(found)
            if row["document_uid"] != chain:
                chain, last = row["document_uid"], ""
            if row["previous_hash"] != last or row["hash"] != _hash(row):
                broken.append(row["id"])
            last = row["hash"]
    return broken


def _append_apart(row: Row) -> None:
    with autonomous() as connection:
        append(connection, row)


def _hash(row: Row) -> str:
    hashed = {name: value for name, value in row.items() if name not in _UNHASHED}
    hashed["at"] = row["at"].astimezone(UTC).isoformat(timespec="microseconds")
    return sha256(_canonical(hashed).encode()).hexdigest()


def _canonical(values: Mapping[str, Any]) -> str:
    return json.dumps(
        values, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str
    )
