"""Filler rows: an archive of finished documents, and a constant number of open steps."""

from datetime import timedelta
from sqlalchemy import insert
from sqlalchemy import text
from vanphong.calendars import clock
from vanphong.ledger import session
from vanphong.ledger import tables


BATCH = 5000


def fill(body_uid: str, actors: list[str], first: int, last: int) -> None:
    """Add closed steps and documents number ``first`` to ``last``, six steps a document."""
    now = clock.now()
    with session._opened().writer.begin() as connection:
        for start in range(first, last, BATCH):
            documents, steps, readers = [], [], []
            for number in range(start, min(start + BATCH, last)):
                uid = f"filler-{number}"
                at = now - timedelta(minutes=number)
                documents.append(_document(uid, body_uid, number, at))
                for part in range(6):
                    actor = actors[(number + part) % len(actors)]
                    steps.append(_step(uid, body_uid, number, part, actor, at))
                    readers.append({"token": actor, "document_uid": uid})
            connection.execute(insert(tables.document_index), documents)
            connection.execute(insert(tables.work), steps)
            connection.execute(insert(tables.document_reader).prefix_with("OR IGNORE"), readers)
        connection.execute(text("ANALYZE"))


def _document(uid, body_uid, number, at):
    return tables.complete(
        tables.document_index,
        {
            "document_uid": uid,
            "path": f"/vanphong/van-ban/filler/{number}",
            "direction": "in",
            "body_uid": body_uid,
            "number": number,
            "registered_at": at,
            "arrived_at": at,
            "symbol": f"{number}/UBND-VX",
            "organ_name": "Sở Thử nghiệm",
            "subject": f"V/v văn bản số {number}",
            "folded": f"{number} {number}/ubnd-vx v/v van ban so {number} so thu nghiem",
            "state": "finished",
        },
    )


def _step(uid, body_uid, number, part, actor, at):
    return tables.complete(
        tables.work,
        {
            "step_uid": f"{uid}-{part}",
            "document_uid": uid,
            "action": "lead" if part == 1 else "coordinate",
            "actor": actor,
            "actor_title": "Đơn vị",
            "unit_uid": actor.partition(":")[2] or "unit",
            "body_uid": body_uid,
            "giver": "chutich",
            "giver_title": "Chủ tịch",
            "state": "done",
            "is_open": False,
            "started_at": at,
            "due_at": at + timedelta(days=5),
            "finished_at": at + timedelta(days=3),
            "path": f"/vanphong/van-ban/filler/{number}",
            "subject": f"V/v văn bản số {number}",
            "origin": "Sở Thử nghiệm",
            "symbol": f"{number}/UBND-VX",
        },
    )
