"""What people are told beside the work that waits for them: until somebody has seen it.

A notice is a fact of the ledger and lives nowhere else: no content can write it again, and
``vanphong rebuild`` leaves it alone. It is told to tokens; what is told to a function of a
unit is seen for all of them when the first has seen it, as a letter at a desk is.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import datetime
from datetime import timedelta
from plone import api
from sqlalchemy import ColumnElement
from sqlalchemy import and_
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import literal
from sqlalchemy import select
from sqlalchemy import text as sql
from sqlalchemy import update
from typing import Any
from uuid import uuid4
from vanphong.calendars.clock import now
from vanphong.ledger.session import reading
from vanphong.ledger.session import writing
from vanphong.ledger.system import user_id
from vanphong.ledger.tables import Row
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import notice
from vanphong.ledger.upsert import insert
import json


#: A count stops here: CAP means "CAP or more".
CAP = 100

#: So many are shown at a time, and so many of those seen last.
SHOWN = 50
LATELY = 20

#: Seen notices are forgotten after this time.
KEPT = timedelta(days=400)

_NOT_SEEN = notice.c.seen_at.is_(None)

_NEWEST = (notice.c.created_at.desc(), notice.c.uid)


def tell(
    to: Iterable[str],
    kind: str,
    subject: str,
    text: str,
    mapping: Mapping[str, str] | None = None,
    *,
    url: str = "",
    urgent: bool = False,
    key: str = "",
) -> None:
    """Tell somebody something, with the Zope transaction.

    :param to: actor tokens; the person who acts is not told.
    :param kind: a word by which lists are told apart, e.g. "urged".
    :param subject: UID of what it is about.
    :param text: marked message, ``mapping`` what stands in its places, as texts.
    :param url: page that it leads to; stored relative to the site.
    :param key: what is still unseen under the same token and key is replaced, not doubled.
    """
    actor = user_id()
    told = {
        "kind": kind,
        "subject_uid": subject,
        "text": text,
        "mapping": json.dumps(dict(mapping or {}), ensure_ascii=False),
        "url": _relative(url),
        "urgent": urgent,
        "told_by": actor,
        "created_at": now(),
    }
    rows = [_row(token, key, told) for token in dict.fromkeys(to) if token and token != actor]
    if rows:
        _store(rows)


def withdraw(*keys: str, tokens: Collection[str] | None = None) -> None:
    """Take back what was told under some keys, by all or by some, and is not seen yet."""
    if not keys:
        return
    condition = and_(_NOT_SEEN, notice.c.key.in_(keys))
    if tokens is not None:
        condition = and_(condition, notice.c.token.in_(sorted(tokens)))
    writing().connection().execute(delete(notice).where(condition))


def waiting(tokens: Collection[str], *, limit: int = SHOWN) -> list[Row]:
    """What somebody who holds the tokens has not seen, the newest first."""
    return _rows(_waits_for(tokens), _NEWEST, limit)


def lately(tokens: Collection[str], *, limit: int = LATELY) -> list[Row]:
    """What was seen, the latest first."""
    order = (notice.c.seen_at.desc(), notice.c.uid)
    condition = and_(notice.c.token.in_(sorted(tokens)), notice.c.seen_at.is_not(None))
    return _rows(condition, order, limit)


def count(tokens: Collection[str], cap: int = CAP) -> int:
    """How many are not seen; ``cap`` means that many or more."""
    if not tokens:
        return 0
    found = select(literal(1)).where(_waits_for(tokens)).limit(cap).subquery()
    with reading() as connection:
        return connection.execute(select(func.count()).select_from(found)).scalar_one()


def see(uids: Collection[str], tokens: Collection[str]) -> list[Row]:
    """Note that the person who acts has seen some notices; those that were not seen before.

    UIDs that were told to none of the tokens are passed over.
    """
    connection = writing().connection()
    condition = and_(notice.c.uid.in_(sorted(uids)), _waits_for(tokens))
    found = [_read(row) for row in connection.execute(select(notice).where(condition)).mappings()]
    moment = now()
    connection.execute(
        update(notice)
        .where(notice.c.uid.in_([row["uid"] for row in found]), _NOT_SEEN)
        .values(seen_at=moment, seen_by=user_id())
    )
    old = and_(notice.c.token.in_(sorted(tokens)), notice.c.seen_at < moment - KEPT)
    connection.execute(delete(notice).where(old))
    return found


def seen_by(subject: str, kind: str) -> dict[str, datetime | None]:
    """Who was told something of a kind about a subject: token -> moment of seeing it, or None.

    Told twice, the later one counts.
    """
    query = (
        select(notice.c.token, notice.c.seen_at)
        .where(notice.c.subject_uid == subject, notice.c.kind == kind)
        .order_by(notice.c.created_at, notice.c.uid)
    )
    with reading() as connection:
        return {row.token: row.seen_at for row in connection.execute(query)}


def _row(token: str, key: str, told: Row) -> Row:
    uid = uuid4().hex
    return complete(notice, {"uid": uid, "token": token, "key": key or uid, **told})


def _store(rows: Sequence[Row]) -> None:
    """Insert, or overwrite what waits under the same key; that one gets the new UID, too, so
    that nobody marks as seen what they were not shown.
    """
    connection = writing().connection()
    statement = insert(connection, notice)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in ("token", "key")}
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["token", "key"], index_where=sql("seen_at IS NULL"), set_=changed
        ),
        list(rows),
    )


def _waits_for(tokens: Collection[str]) -> ColumnElement[bool]:
    """Told to one of the tokens, by somebody else, and not seen."""
    mine = sorted(tokens)
    return and_(_NOT_SEEN, notice.c.token.in_(mine), notice.c.told_by.not_in(mine))


def _rows(condition: ColumnElement[bool], order: Any, limit: int) -> list[Row]:
    query = select(notice).where(condition).order_by(*order).limit(limit)
    with reading() as connection:
        return [_read(row) for row in connection.execute(query).mappings()]


def _read(row: Mapping[Any, Any]) -> Row:
    found = dict(row)
    return found | {"mapping": json.loads(found["mapping"] or "{}"), "created": row["created_at"]}


def _relative(url: str) -> str:
    """The address below the site, which may be reached under several names."""
    return url.removeprefix(api.portal.get().absolute_url()) if url else ""
