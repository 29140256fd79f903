"""Letters of 2 KB for the benchmarks of search, straight into the ledger: no content."""

from contextlib import contextmanager
from datetime import datetime
from datetime import timedelta
from pathlib import Path
from random import Random
from sqlalchemy import insert
from sqlalchemy import text
from vanphong.calendars.clock import TZ
from vanphong.ledger import search
from vanphong.ledger import search_rows
from vanphong.ledger import session
from vanphong.ledger import tables
from vanphong.ledger.words import indexed


BATCH = 2000

#: The moment of the newest; each is a minute older than the one before.
NOW = datetime(2026, 3, 2, 7, 30, tzinfo=TZ)

#: The letters of the sample body, whose words the filler texts are made of.
LETTERS = Path(__file__).resolve().parent.parent / "profiles" / "sample" / "letters"

#: 40 people and units, of whom seven read a document: the head, who is three of them, reads
#: 47 % of all; the specialist reads one in 500.
TOKENS = [f"Desk:{number}" for number in range(40)]
HEAD = search.Reader(tokens=(*TOKENS[:3], "truongphong", "Members:1"))
SPECIALIST = search.Reader(tokens=("specialist", "Members:1"))
CLERK = search.Reader(tokens=("vanthu",), clerk_of=("body",))


def syllables() -> tuple[list[str], list[float]]:
    """The syllables of the sample letters, and how often each occurs."""
    counted: dict[str, int] = {}
    for path in sorted(LETTERS.glob("*.txt")):
        for word in path.read_text().split():
            counted[word] = counted.get(word, 0) + 1
    return list(counted), [float(number) for number in counted.values()]


def texts(first: int, last: int):
    """Filler texts of about 2 KB: (number, subject, body)."""
    random = Random(first)
    known, weights = syllables()
    for number in range(first, last):
        found = random.choices(known, weights, k=400)
        body = " ".join(found)
        if number % 10 < 8:
            body += " Ủy ban nhân dân"
        if number % 1000 == 7:
            body += " đặcbiệt"
        yield number, f"V/v {' '.join(found[:12])}", body


def tokens_of(number: int) -> set[str]:
    """Who reads a document."""
    found = {TOKENS[(number * 7 + part * part) % 40] for part in range(7)}
    return found | ({"specialist"} if number % 500 == 0 else set())


def fill(first: int, last: int) -> None:
    """Add documents number ``first`` to ``last``, each older than the one before."""
    with session._opened().writer.begin() as connection, without_index(connection):
        engine = search_rows.engine(connection)
        # the documents of an archive come in the order of time
        rows = list(texts(first, last))
        for start in range(0, len(rows), BATCH):
            documents, readers, found = [], [], []
            for number, subject, body in rows[start : start + BATCH]:
                uid, at = f"filler-{number}", NOW - timedelta(minutes=number)
                documents.append(_document(uid, number, at, subject))
                who = tokens_of(number)
                readers += [{"token": token, "document_uid": uid} for token in who]
                head = indexed([str(number), f"{number}/UBND-VX", subject, "Sở Thử nghiệm"])
                moment = search_rows.moment_of(at)
                found.append(_text(uid, moment * search_rows.ROOM, head, body))
            connection.execute(insert(tables.document_index), documents)
            connection.execute(insert(tables.document_reader), readers)
            connection.execute(insert(tables.document_text), found)
            for row in found:
                engine.add(connection, row["position"], search_rows._texts(row))
        engine.settle(connection)
    with session._opened().writer.begin() as connection:
        connection.execute(text("ANALYZE"))


@contextmanager
def without_index(connection):
    """PostgreSQL makes its indexes of words anew at the end, which is many times faster."""
    if connection.dialect.name != "postgresql":
        yield
        return
    query = "SELECT indexname, indexdef FROM pg_indexes WHERE indexdef LIKE '%USING gin%'"
    kept = connection.execute(text(query)).all()
    for name, _made_by in kept:
        connection.execute(text(f"DROP INDEX {name}"))
    yield
    for _name, made_by in kept:
        connection.execute(text(made_by))


def _document(uid, number, at, subject):
    values = {
        "document_uid": uid,
        "path": f"/vanphong/van-ban/filler/{number}",
        "direction": "in",
        "body_uid": "body",
        "number": number,
        "label": str(number),
        "registered_at": at,
        "symbol": f"{number}/UBND-VX",
        "organ_name": "Sở Thử nghiệm",
        "subject": subject,
        "state": "finished",
    }
    return tables.complete(tables.document_index, values)


def _text(uid, position, head, body):
    values = {"document_uid": uid, "keepers": 3, "body": body}
    words = {"head_exact": head[0], "head_folded": head[1]}
    return tables.complete(tables.document_text, values | words) | {"position": position}
