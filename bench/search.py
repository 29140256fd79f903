"""Search in archives of 5,000, 20,000 and 100,000 documents with 2 KB of text each.

By itself (``python bench/search.py [URL]``) it measures the queries alone, in an empty ledger
on SQLite or at the URL of an empty PostgreSQL database; ``run.py`` adds a stock catalogue.
"""

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
from vanphong.ledger.words import Words
from vanphong.ledger.words import indexed
import sys
import tempfile
import time


SIZES = (5_000, 20_000, 100_000)
BATCH = 2000

#: The letters of the sample body, whose words the filler texts are made of.
LETTERS = Path(__file__).resolve().parent.parent / "profiles" / "sample" / "letters"

#: Two words that most documents have, a phrase, and a word of one document in a thousand.
COMMON = Words((("uỷ",), ("ban",)), (), exact=True)
FOLDED = Words((("uy",), ("ban",)))
PHRASE = Words((("uỷ", "ban", "nhân", "dân"),), (), exact=True)
RARE = Words((("đặcbiệt",), ("ban",)), (), exact=True)

#: 40 people and units, of whom seven read a document; the specialist reads one in 500.
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


def fill(first: int, last: int) -> None:
    """Add documents number ``first`` to ``last``, each older than the one before."""
    now = datetime(2026, 3, 2, 7, 30, tzinfo=TZ)
    with session._opened().writer.begin() as connection:
        engine = search_rows.engine(connection)
        # the documents of an archive come in the order of time
        rows = list(texts(first, last))
        for start in range(0, len(rows), BATCH):
            documents, readers, found = [], [], []
            for number, subject, body in rows[start : start + BATCH]:
                uid, at = f"filler-{number}", now - timedelta(minutes=number)
                documents.append(_document(uid, number, at, subject))
                who = {TOKENS[(number * 7 + part * part) % 40] for part in range(7)}
                who |= {"specialist"} if number % 500 == 0 else set()
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
        connection.execute(text("ANALYZE"))


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


QUERIES = {
    "two common words, head of a unit": (COMMON, HEAD, "newest"),
    "the same without diacritics": (FOLDED, HEAD, "newest"),
    "the same, records clerk": (COMMON, CLERK, "newest"),
    "the same, specialist who reads 1 in 500": (COMMON, SPECIALIST, "newest"),
    "a phrase of four words": (PHRASE, HEAD, "newest"),
    "one rare and one common word": (RARE, HEAD, "newest"),
    "no words": (Words(), HEAD, "newest"),
    "two common words by relevance": (COMMON, HEAD, "relevance"),
}


def ask(name: str):
    """Answer one of the queries."""
    words, reader, order = QUERIES[name]
    return search.find(search.Criteria(words=words), reader, order=order)


def count(name: str):
    """Count its results and what they are."""
    words, reader, _order = QUERIES[name]
    return search.facets(search.Criteria(words=words), reader)


class Stock:
    """A catalogue as Plone makes it, with the indexes that its search uses; nothing else in it."""

    def __init__(self) -> None:
        from Products.CMFPlone.UnicodeSplitter.splitter import I18NNormalizer
        from Products.CMFPlone.UnicodeSplitter.splitter import Splitter
        from Products.PluginIndexes.DateIndex.DateIndex import DateIndex
        from Products.PluginIndexes.KeywordIndex.KeywordIndex import KeywordIndex
        from Products.ZCatalog.ZCatalog import ZCatalog
        from Products.ZCTextIndex.ZCTextIndex import PLexicon
        from Products.ZCTextIndex.ZCTextIndex import ZCTextIndex

        self.catalog = ZCatalog("catalog")
        self.catalog.threshold = None  # it is in no database whose cache could shrink
        lexicon = PLexicon("plone_lexicon", "", Splitter(), I18NNormalizer())
        self.catalog._setObject("plone_lexicon", lexicon)
        extra = type("Extra", (), {"index_type": "Okapi BM25 Rank"})
        extra.lexicon_id = "plone_lexicon"
        text = ZCTextIndex("SearchableText", extra, self.catalog)
        self.catalog.addIndex("SearchableText", text)
        self.catalog.addIndex("allowedRolesAndUsers", KeywordIndex("allowedRolesAndUsers"))
        self.catalog.addIndex("created", DateIndex("created"))

    def fill(self, last: int) -> None:
        """Catalogue the same texts."""
        now = datetime(2026, 3, 2, 7, 30, tzinfo=TZ)
        for number, subject, body in texts(0, last):
            one = type("Letter", (), {})()
            one.SearchableText = f"{number} {number}/UBND-VX {subject} Sở Thử nghiệm {body}"
            one.allowedRolesAndUsers = [
                f"user:{TOKENS[(number * 7 + part * part) % 40]}" for part in range(7)
            ]
            one.created = now - timedelta(minutes=number)
            self.catalog.catalog_object(one, str(number))

    def ask(self):
        """Two common words, the newest first, of what one may see."""
        found = self.catalog.searchResults(
            SearchableText="Ủy ban",
            allowedRolesAndUsers=[f"user:{token}" for token in HEAD.tokens],
            sort_on="created",
            sort_order="reverse",
            sort_limit=25,
        )
        return [brain.getRID() for brain in found[:25]]


def rows(ratio) -> list[dict]:
    """Lines for the table of ``run.py``; ``ratio`` makes one of two medians."""
    common, relevant = "two common words, head of a unit", "two common words by relevance"
    stock = Stock()
    stock.fill(20_000)
    times: dict[tuple[str, int], float] = {}
    with tempfile.TemporaryDirectory(prefix="vanphong-bench-") as folder:
        session.configure(f"sqlite:///{folder}/ledger.db")
        before = 0
        for size in SIZES:
            fill(before, size)
            before = size
            for name in (common, relevant):
                times[name, size] = median(lambda n=name: ask(n))
        session.dispose()
    last = SIZES[-1]
    lines = [
        (f"Search, {common}, at {last:,} / at {SIZES[0]:,}", times[common, SIZES[0]], last, 1.5),
        ("the same / goal of 20 ms", 20.0, last, 1.0),
        ("the same at 20,000 / a stock catalogue", median(stock.ask), 20_000, 0.1),
    ]
    found = [
        ratio(what, {"ours": {"wall": times[common, size]}, "stock": {"wall": other}}, "wall", goal)
        for what, other, size, goal in lines
    ]
    by_relevance = {"ours": {"wall": times[relevant, last]}, "stock": {"wall": 100.0}}
    return [*found, ratio(f"Search, {relevant}, at {last:,} / 100 ms", by_relevance, "wall", 1.0)]


def median(call, times: int = 31) -> float:
    """Median wall time of a call in ms."""
    walls = []
    for _turn in range(times + 3):
        begin = time.perf_counter()
        call()
        walls.append((time.perf_counter() - begin) * 1000)
    return sorted(walls[3:])[times // 2]


def main(url: str) -> None:
    """Fill an empty ledger step by step, and print the medians."""
    session.configure(url)
    print("| query | " + " | ".join(f"{size:,}" for size in SIZES) + " |")
    lines: dict[str, list[str]] = {}
    before = 0
    for size in SIZES:
        begin = time.perf_counter()
        fill(before, size)
        print(f"{size:,} documents after {time.perf_counter() - begin:.0f} s", file=sys.stderr)
        before = size
        for name in QUERIES:
            lines.setdefault(name, []).append(f"{median(lambda n=name: ask(n)):.1f}")
        name = next(iter(QUERIES))
        facets = f"{median(lambda n=name: count(n)):.1f}"
        lines.setdefault("facets and count of the first", []).append(facets)
    for name, cells in lines.items():
        print(f"| {name} | {' | '.join(cells)} |")
    stock = Stock()
    stock.fill(20_000)
    print(f"a stock catalogue at 20,000, the first query: {median(stock.ask):.1f} ms")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="vanphong-bench-") as folder:
        main(sys.argv[1] if len(sys.argv) > 1 else f"sqlite:///{folder}/ledger.db")
