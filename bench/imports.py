"""Old documents: how many a second, and whether the last batch takes longer than the first ones.

``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/imports.py [rows]`` prints a table.
"""

from io import BytesIO
from office import ROOT
from office import Office
from statistics import median
import sys
import time


sys.path[:0] = [str(ROOT)]

ROWS = 10_000
GOAL = 1.5

#: Batches of which the median is taken, at either end.
SOME = 20


def enter(database, rows: list[dict], archive: BytesIO | None) -> dict:
    """Bring a list in, and time its batches: checking and entering, in seconds."""
    from tests.site.imports import lists
    from vanphong.imports import actions
    from vanphong.imports import checking
    from vanphong.imports import entering
    from vanphong.ledger import jobs
    from vanphong.ledger.system import as_system
    from vanphong.ledger.worker import Worker
    from vanphong.ledger.worker import entered
    import transaction

    def prepare():
        with entered(database, "/vanphong") as site, as_system():
            body = site["to-chuc"]["ubnd"]
            book = lists.workbook(rows)
            batch = actions.prepare_import(body, "so.xlsx", book, archive=archive)
            transaction.commit()
            return batch.uid

    begun = time.perf_counter()
    uid = prepare()
    found = {"read": time.perf_counter() - begun}
    for kind in (checking.KIND, entering.KIND):
        times = found[kind] = []
        worker = Worker(database, (kind,))
        begun = time.perf_counter()
        while worker.step():
            times.append(time.perf_counter() - begun)
            begun = time.perf_counter()
        if kind == checking.KIND:
            with entered(database, "/vanphong") as site, as_system():
                actions.start_import(site["to-chuc"]["ubnd"], uid)
                transaction.commit()
    assert jobs.counts()["failed"] == 0
    return found


def main() -> int:
    """Measure; 1 when the goal is missed."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    office = Office()
    try:
        from tests.site.imports import lists
        from vanphong.imports import entering
        import Zope2

        bare = [lists.incoming(n, files="") for n in range(1, number + 1)]
        found = enter(Zope2.DB, bare, None)
        with_files = [
            lists.incoming(n, arrived="07/01/2018", issued_date="05/01/2018") for n in range(1, 201)
        ]
        scans = lists.scans(*(one["files"] for one in with_files))
        filed = enter(Zope2.DB, with_files, scans)
    finally:
        office.close()
    times = found[entering.KIND]
    first, last = median(times[5 : 5 + SOME]), median(times[-SOME:])
    ratio = last / first
    print(f"Rows read of a list                     {number / found['read']:8.0f} a second")
    print(f"Rows checked                            {number / sum(found['check-import']):8.0f}")
    print(f"Documents entered without files         {number / sum(times):8.0f}")
    print(f"Documents entered with a PDF each       {200 / sum(filed[entering.KIND]):8.1f}")
    print(f"Batch of {entering.SIZE} at {number} / at 100 documents     {ratio:8.2f}  ≤ {GOAL}")
    return 0 if ratio <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
