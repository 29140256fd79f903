"""Texts of several documents that say the same, brought into the search at once."""

from collections.abc import Mapping
from collections.abc import Sequence
from hashlib import sha256
from sqlalchemy import insert
from sqlalchemy import select
from typing import Any
from vanphong.ledger import search_rows
from vanphong.ledger.search_rows import ROOM
from vanphong.ledger.session import writing
from vanphong.ledger.tables import document_text


_T = document_text.c


def add_alike(row: Mapping[str, Any], uids: Sequence[str]) -> None:
    """Write one text for several documents that are new, with the Zope transaction.

    :param row: as ``search_rows.put_document`` takes it, with the texts of the files.
    """
    if not uids:
        return
    connection = writing().connection()
    same = search_rows.expected(row)
    begin = same.pop("moment") * ROOM
    taken = set(
        connection.execute(
            select(_T.position).where(_T.position.between(begin, begin + ROOM - 1))
        ).scalars()
    )
    rows = []
    for uid in uids:
        position = _free(begin, uid, taken)
        taken.add(position)
        rows.append({**same, "document_uid": uid, "position": position})
    connection.execute(insert(document_text), rows)
    engine = search_rows.engine(connection)
    texts = search_rows._texts(same)
    for one in rows:
        engine.add(connection, one["position"], texts)


def _free(begin: int, uid: str, taken: set[int]) -> int:
    """The first free position from the one that the UID says, as for a single document."""
    wanted = begin + int.from_bytes(sha256(uid.encode()).digest()[:4]) % (ROOM // 2)
    while wanted in taken:
        wanted += 1
    return wanted
