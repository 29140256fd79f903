"""Closing a file of 10,000 documents end to end: the checks, the act, the inventory.

By itself: ``VANPHONG_HOME=$PWD PYTHONPATH=src .venv/bin/python bench/casefiles_closing.py [N]``.
Halfway through the inventory the worker is as good as killed: a batch is thrown away, and the
job goes on where the last one that was saved has left it.
"""

from archive import Archive
from office import Office
from statistics import median
from time import perf_counter
from uuid import uuid4
import casefiles
import resource
import run
import sys
import transaction


DOCUMENTS = 10_000
MAKER = casefiles.MAKER


def main() -> int:
    """Print the times; 1 when the inventory is not whole."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS
    office = Office()
    try:
        facts = run.look_around(office)
        with casefiles.site() as portal:
            path = filled(portal, facts, count)
        for what, method, address, body in (
            ("checks before closing, the page", "GET", f"{path}/@@close-file", None),
            ("closing, over REST", "POST", f"{path}/@archive-act/close", {"accept": True}),
        ):
            began = perf_counter()
            call = office.ask if method == "GET" else office.rest
            call(method, address, user=MAKER, body=body)
            print(f"{what}: {perf_counter() - began:.2f} s")
        return inventory(path, count)
    finally:
        office.close()


def filled(portal, facts, count: int) -> str:
    """Path of a file with so many finished documents, each found by its UID."""
    from plone import api
    from vanphong.casefiles import actions
    from vanphong.casefiles import readmodel

    body = portal.unrestrictedTraverse(facts["body"])
    archive = Archive(portal, body.UID(), "incoming_workflow", "finished")
    place = archive.first.__parent__
    archive.grow(count)
    catalog = portal.portal_catalog
    with api.env.adopt_user(username=MAKER):
        values = {"title": f"Hồ sơ {count} văn bản", "retention": "Vĩnh viễn"}
        case_file = actions.open_file(body["vhtt"], values)
    transaction.commit()
    path = case_file.absolute_url_path()
    for number in range(count):
        document = place[f"bench-{number}"]
        catalog.catalog_object(document, idxs=["UID"], update_metadata=False)
        refer(case_file, document)
        if number % 1000 == 999:
            transaction.commit()
            portal._p_jar.cacheMinimize()
    readmodel.write(case_file)
    transaction.commit()
    return path


def refer(case_file, document) -> None:
    """One more reference."""
    from vanphong.calendars import clock
    from vanphong.casefiles import entries
    from vanphong.casefiles.rules.entries import Entry

    number = entries.last_number(case_file) + 1
    entry = Entry(number, document.UID(), pages=3, filed_by=MAKER, filed_at=clock.now())
    entries.add(case_file, entry)


def inventory(path: str, count: int) -> int:
    """Let the worker make it, batch by batch; 1 when something of it is missing."""
    times: list[float] = []
    seen: list[tuple[int, int]] = []
    thrown = False
    with casefiles.site() as portal:
        while True:
            began = perf_counter()
            job = batch()
            if job is None:
                break
            if not thrown and len(times) == count // 200:
                transaction.abort()
                thrown = True
                continue
            transaction.commit()
            times.append(perf_counter() - began)
            seen += filter(all, [progress(job)])
            portal._p_jar.cacheGC()
        case_file = portal.unrestrictedTraverse(path)
        whole = list(case_file.inventory.entries) == list(range(1, count + 1))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"inventory of {count} documents: {sum(times):.1f} s in {len(times)} batches")
    print(f"a batch: {median(times):.2f} s, the longest {max(times):.2f} s; {peak} MB")
    print(f"progress: {seen[0]} … {seen[-1]}; a batch thrown away: {thrown}; whole: {whole}")
    return 0 if whole else 1


def batch():
    """One batch of the job, as the worker does it; None when there is none."""
    from vanphong.calendars.clock import now
    from vanphong.casefiles import closing_inventory
    from vanphong.ledger import job_claims
    from vanphong.ledger import jobs
    from vanphong.ledger.session import writing
    from vanphong.ledger.system import as_system
    from vanphong.ledger.system import site_path

    connection = writing().connection()
    kinds = [closing_inventory.KIND]
    row = job_claims.claim(connection, uuid4().hex, kinds, now(), site_path())
    if row is None:
        return None
    job = jobs.as_job(row)
    with as_system():
        jobs.run_batch(job)
        job_claims.confirm(connection, job.uid, job.worker)
    return job


def progress(job) -> tuple[int, int]:
    """What a person sees of the job."""
    from vanphong.ledger import jobs

    row = jobs.status(job.uid)
    return row["done"], row["total"]


if __name__ == "__main__":
    sys.exit(main())
