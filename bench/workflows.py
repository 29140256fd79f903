"""A changed grid is brought to an archive of real documents; what a request takes, and a job.

By itself: ``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/workflows.py [N]`` with N
documents, 20,000 by default. ``make bench`` takes as many.
"""

from archive import Archive
from contextlib import contextmanager
from itertools import count
from office import Office
from office import measure
from statistics import median
from threading import Event
from threading import Thread
import routes
import run
import sys
import time
import transaction


WORKFLOW = "incoming_workflow"
STATE = "finished"

FEW, MANY = 100, 20_000

#: Documents a second that the job must reach.
RATE = 300

#: A writer who comes while the job runs has to wait so much at most, in ms, with its own work.
WAIT_MS = 300

#: As many letters are registered without a job, to tell what the machine itself makes wait.
ALONE = 40

#: Each change is another one than the change of its kind before.
GRIDS, TITLES = count(), count()

ROLES = (["Handler"], ["Handler", "Document Reader"])


def rows(office, facts, many: int = MANY) -> list[dict]:
    """All rows of the table; leaves the archive behind."""
    with routes.site() as portal:
        archive = Archive(portal, facts["body_uid"], WORKFLOW, STATE)
        archive.grow(FEW)
        few = requests(portal)
        drain(portal)  # a change takes over what an unfinished job has left
        title = measure(lambda _turn: rename(portal), 10)
        begun = time.perf_counter()
        archive.grow(many - FEW)
        print(f"{many:,} documents made in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
        found = [
            _ratio(f"Grid: edit and apply at {many:,} / at {FEW} documents", requests(portal), few),
            bringing(portal, many),
            renaming(portal, many, title),
        ]
    return [*found, writing(office, facts)]


def _ratio(what: str, ours: dict, other: dict, goal: float = 1.2, kind: str = "cpu") -> dict:
    return run.ratio(what, {"ours": ours, "stock": other}, kind, goal)


def change(portal, edits: list[dict]) -> None:
    """Edit and apply, each a transaction as a request is."""
    from vanphong.workflows import actions
    from vanphong.workflows.standing import Standing

    revision = Standing(WORKFLOW).record.revision
    actions.edit_workflow(portal, WORKFLOW, edits, revision=revision)
    transaction.commit()
    revision = Standing(WORKFLOW).record.revision
    actions.apply_workflow(portal, WORKFLOW, revision=revision, reason="Đo tốc độ.")
    transaction.commit()


def regrid(portal) -> None:
    """The other of two grids for the state that all the documents are in."""
    grid = {"vanphong: Handle Work": ROLES[next(GRIDS) % 2]}
    change(portal, [{"edit": "set_grid", "state": STATE, "grid": grid}])


def rename(portal) -> None:
    """Another title of that state."""
    title = f"Đã xong {next(TITLES)}"
    change(portal, [{"edit": "rename_state", "state": STATE, "title": title}])


def requests(portal) -> dict:
    """Wall and CPU of the requests that change the grid; no job runs meanwhile."""
    return measure(lambda _turn: regrid(portal), 10)


def drain(portal) -> None:
    """Let the jobs that wait end."""
    from vanphong.ledger.worker import Worker
    from vanphong.workflows import rights
    from zope.component.hooks import setSite

    Worker(portal._p_jar.db(), [rights.KIND]).run_due()
    setSite(portal)  # the worker has left it
    transaction.begin()


def renaming(portal, many: int, few: dict) -> dict:
    """The title of a state; fails when a document is indexed again or a job is put for it."""
    from vanphong.workflows.standing import Standing

    before = Standing(WORKFLOW).record.job
    with indexed() as seen:
        found = measure(lambda _turn: rename(portal), 10)
    assert seen == [], f"{len(seen)} documents were indexed for a title"
    assert Standing(WORKFLOW).record.job in ("", before)
    return _ratio(f"State title: edit and apply at {many:,} / at {FEW} documents", found, few)


@contextmanager
def indexed():
    """The documents that are written to the ledger's index meanwhile."""
    from vanphong.ledger import mirrors

    seen: list[object] = []
    before = mirrors.write

    def write(obj):
        seen.append(obj)
        before(obj)

    mirrors.write = write
    try:
        yield seen
    finally:
        mirrors.write = before


def bringing(portal, many: int) -> dict:
    """Milliseconds of the job for a document; it is stopped and resumed on the way."""
    from vanphong.ledger import jobs
    from vanphong.workflows.standing import Standing

    regrid(portal)
    uid = Standing(WORKFLOW).record.job
    begun = clocks()
    half = _batches(portal, uid, many // 2)
    taken = [now - before for now, before in zip(clocks(), begun, strict=True)]
    jobs.stop(uid)
    transaction.commit()
    assert _batches(portal, uid, many) == half, "a stopped job went on"
    jobs.resume(uid)
    transaction.commit()
    begun = clocks()
    _batches(portal, uid, many + 1)
    wall, cpu = (
        sofar + now - before for sofar, now, before in zip(taken, clocks(), begun, strict=True)
    )
    row = jobs.status(uid)
    assert row["state"] == "done", row
    done = row["result"]["documents"]
    assert done >= many, f"{done} of {many} documents"
    print(f"{done / wall:.0f} documents/s, {done / cpu:.0f} of CPU time", file=sys.stderr)
    each = {"wall": wall * 1000 / done, "cpu": cpu * 1000 / done}
    goal = {"wall": 1000 / RATE, "cpu": 1000 / RATE}
    what = f"Job of a grid, a document of {done:,}, stopped and resumed / {RATE} a second"
    return _ratio(what, each, goal, 1.0)


def clocks() -> tuple[float, float]:
    """Seconds passed, and seconds of CPU time."""
    return time.perf_counter(), time.process_time()


def _batches(portal, uid: str, until: int) -> int:
    """Do batches of the job, up to so many documents or its end; how many are done then."""
    from vanphong.ledger import jobs
    from vanphong.ledger.worker import Worker
    from vanphong.workflows import rights
    from zope.component.hooks import setSite

    worker = Worker(portal._p_jar.db(), [rights.KIND])
    while (jobs.status(uid) or {}).get("done", 0) < until and worker.step():
        pass
    setSite(portal)  # the worker has left it
    transaction.begin()
    return (jobs.status(uid) or {})["done"]


def writing(office, facts) -> dict:
    """Registering a letter while the job runs: the longest wait."""
    from vanphong.ledger.worker import Worker
    from vanphong.workflows import rights

    with routes.site() as portal:
        regrid(portal)
        database = portal._p_jar.db()
    ended = Event()
    alone = [letter(office, facts) for _each in range(ALONE)]

    def work() -> None:
        try:
            Worker(database, [rights.KIND]).run_due()
        finally:
            transaction.abort()
            ended.set()

    thread = Thread(target=work)
    thread.start()
    waits = []
    while not ended.is_set() or len(waits) < 3:
        waits.append(letter(office, facts))
    thread.join()
    for when, found in (("without the job", alone), ("meanwhile", waits)):
        told = f"median {median(found):.0f} ms, longest {max(found):.0f} ms"
        print(f"{len(found)} letters {when}: {told}", file=sys.stderr)
    longest, goal = {"wall": max(waits), "cpu": 0.0}, {"wall": WAIT_MS, "cpu": 0.0}
    what = f"Register while the job runs, the longest / {WAIT_MS} ms"
    return _ratio(what, longest, goal, 1.0, "wall")


def letter(office, facts) -> float:
    """Register one letter over REST; the milliseconds that took."""
    begun = time.perf_counter()
    name = f"1/G{str(time.time_ns())[-12:]}"
    body = {
        "subject": f"V/v ghi song song {name}",
        "organ_name": "Sở Thử nghiệm",
        "symbol": f"{name}-VP",
        "issued_date": "2024-08-01",
    }
    office.rest("POST", facts["body"] + "/@incoming", user="vanthu", body=body)
    return (time.perf_counter() - begun) * 1000


def main() -> int:
    """Measure workflows alone."""
    many = next((int(one) for one in sys.argv[1:] if one.isdecimal()), MANY)
    office = Office()
    try:
        found = rows(office, run.look_around(office), many)
    finally:
        office.close()
    run.show(found)
    return 0 if all(row["met"] for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
