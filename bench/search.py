"""Search in archives of 5,000, 20,000 and 100,000 documents with 2 KB of text each.

By itself (``bench/search.py [--small] [URL]``) it measures in an empty ledger on SQLite, or at
the URL of an empty PostgreSQL database: ``.venv/bin/python -m tests.postgresql sh -c
'PYTHONPATH=src .venv/bin/python bench/search.py $VANPHONG_TEST_LEDGER'``.

All times are of the processor, which other work on the machine does not stretch: of this
process, where SQLite works, and of PostgreSQL's for the connection. Waiting is none of it.
"""

from collections.abc import Callable
from pathlib import Path
from search_filler import CLERK
from search_filler import HEAD
from search_filler import SPECIALIST
from search_filler import fill
from search_stock import Stock
from sqlalchemy import text
from vanphong.ledger import search
from vanphong.ledger import session
from vanphong.ledger.words import Words
import sys
import tempfile
import time


SIZES = (5_000, 20_000, 100_000)
SMALL = (5_000, 20_000)

#: At so many documents Plone's catalogue holds the same.
STOCK = 20_000

#: A page as Plone's search shows it.
PAGE = 50

GOAL_MS, RELEVANCE_MS = 20.0, 100.0

#: Two words that nearly all documents have, a phrase, and a word of one document in a thousand.
COMMON = Words((("uỷ",), ("ban",)), (), exact=True)
FOLDED = Words((("uy",), ("ban",)))
PHRASE = Words((("uỷ", "ban", "nhân", "dân"),), (), exact=True)
RARE = Words((("đặcbiệt",), ("ban",)), (), exact=True)

FIRST = "two common words, head of a unit"
RELEVANT = "two common words by relevance"
FACETS = "facets and count of the first"
OURS, STOCKS = f"rows of a page of {PAGE}", "the same of a stock catalogue"
TEXTS = "texts of a page for the marked passages"

QUERIES = {
    FIRST: (COMMON, HEAD, "newest"),
    "the same without diacritics": (FOLDED, HEAD, "newest"),
    "the same, records clerk": (COMMON, CLERK, "newest"),
    "the same, specialist who reads 1 in 500": (COMMON, SPECIALIST, "newest"),
    "a phrase of four words": (PHRASE, HEAD, "newest"),
    "one rare and one common word": (RARE, HEAD, "newest"),
    "no words": (Words(), HEAD, "newest"),
    RELEVANT: (COMMON, HEAD, "relevance"),
}


def ask(name: str, size: int = search.SIZE) -> search.Found:
    """Answer one of the queries."""
    words, reader, order = QUERIES[name]
    return search.find(search.Criteria(words=words), reader, order=order, size=size)


def calls() -> dict[str, Callable[[], object]]:
    """Everything that is measured, by its name."""
    found: dict[str, Callable[[], object]] = {name: lambda name=name: ask(name) for name in QUERIES}
    found[FACETS] = lambda: search.facets(search.Criteria(words=COMMON), HEAD)
    page = [row["document_uid"] for row in ask(FIRST).rows]
    found[TEXTS] = lambda: search.bodies(page)
    return found


def median(call: Callable[[], object], times: int = 31) -> float:
    """Median of the CPU time of a call in ms; of PostgreSQL's part the mean."""
    for _turn in range(3):
        call()
    spent, before = [], _of_the_server()
    for _turn in range(times):
        begin = time.process_time()
        call()
        spent.append(time.process_time() - begin)
    served = (_of_the_server() - before) / times
    return (sorted(spent)[times // 2] + served) * 1000


def _of_the_server() -> float:
    """Seconds of CPU time that PostgreSQL's processes for this database have had."""
    with session.reading() as connection:
        if connection.dialect.name != "postgresql":
            return 0.0
        query = "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
        pids = connection.execute(text(query)).scalars().all()
    # the first number is the time on a processor, in nanoseconds
    return sum(int(_schedstat(pid).split()[0]) for pid in pids) / 1e9


def _schedstat(pid: int) -> str:
    return Path(f"/proc/{pid}/schedstat").read_text()


def measured(sizes: tuple[int, ...]) -> dict[tuple[str, int], float]:
    """Fill the ledger that is open step by step: (what, documents) -> ms."""
    times: dict[tuple[str, int], float] = {}
    before = 0
    for size in sizes:
        begin = time.perf_counter()
        fill(before, size)
        print(f"{size:,} documents after {time.perf_counter() - begin:.0f} s", file=sys.stderr)
        before = size
        for name, call in calls().items():
            times[name, size] = median(call)
            print(f"{name}: {times[name, size]:.1f} ms", file=sys.stderr)
        if size == STOCK:
            times |= {(name, size): found for name, found in against_stock().items()}
    return times


def against_stock() -> dict[str, float]:
    """A page of 50 here and in Plone's catalogue, by turns."""
    stock = Stock()
    stock.fill(STOCK)
    assert len(stock.ask(HEAD.tokens)) == PAGE
    both: dict[str, Callable[[], object]] = {
        OURS: lambda: ask(FIRST, PAGE),
        STOCKS: lambda: stock.ask(HEAD.tokens),
    }
    found: dict[str, list[float]] = {name: [] for name in both}
    for _round in range(5):
        for name, call in both.items():
            found[name].append(median(call, 15))
    return {name: sorted(each)[2] for name, each in found.items()}


def rows(ratio, sizes: tuple[int, ...] = SIZES) -> list[dict]:
    """Lines for the table of ``run.py``, on SQLite; ``ratio`` makes one of two medians."""
    with tempfile.TemporaryDirectory(prefix="vanphong-bench-") as folder:
        session.configure(f"sqlite:///{folder}/ledger.db")
        times = measured(sizes)
        session.dispose()
    return lines(ratio, times, sizes, "SQLite")


def lines(ratio, times, sizes, engine: str) -> list[dict]:
    """The lines with goals."""
    small, last = sizes[0], sizes[-1]
    found = [
        (f"Search, {FIRST}, {engine}, at {last:,} / at {small:,}", FIRST, times[FIRST, small], 1.5),
        ("the same / goal of 20 ms", FIRST, GOAL_MS, 1.0),
        (f"Search, {RELEVANT}, {engine}, at {last:,} / 100 ms", RELEVANT, RELEVANCE_MS, 1.0),
    ]
    rows_ = [(what, times[name, last], other, goal) for what, name, other, goal in found]
    what = f"Search, rows of a page of {PAGE}, {engine}, at {STOCK:,} / a stock catalogue"
    rows_.append((what, times[OURS, STOCK], times[STOCKS, STOCK], 0.1))
    return [
        ratio(what, {"ours": {"cpu": ours}, "stock": {"cpu": other}}, "cpu", goal)
        for what, ours, other, goal in rows_
    ]


def main(url: str, sizes: tuple[int, ...]) -> None:
    """Measure in an empty ledger, and print all medians and the lines with goals."""
    import run

    session.configure(url)
    times = measured(sizes)
    print("| query | " + " | ".join(f"{size:,}" for size in sizes) + " |")
    for name in dict.fromkeys(name for name, _size in times):
        cells = [f"{times[name, size]:.1f}" if (name, size) in times else "" for size in sizes]
        print(f"| {name} | {' | '.join(cells)} |")
    engine = "SQLite" if url.startswith("sqlite") else "PostgreSQL"
    run.show(lines(run.ratio, times, sizes, engine))


if __name__ == "__main__":
    given = sys.argv[1:]
    chosen = SMALL if "--small" in given else SIZES
    urls = [one for one in given if "://" in one]
    with tempfile.TemporaryDirectory(prefix="vanphong-bench-") as folder:
        main(urls[0] if urls else f"sqlite:///{folder}/ledger.db", chosen)
