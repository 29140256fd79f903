"""Jobs on a ledger and a database of mappings, without Plone."""

from datetime import timedelta
from threading import Thread
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.ledger import job_claims
from vanphong.ledger import jobs
from vanphong.ledger import session
from vanphong.ledger.worker import Worker
from ZODB.DB import DB
from ZODB.POSException import ConflictError
import pytest
import time
import transaction


@pytest.fixture(autouse=True)
def handlers(monkeypatch):
    monkeypatch.setattr(jobs, "HANDLERS", {})
    jobs.WAKE.clear()


@pytest.fixture
def worker():
    database = DB(None)
    yield Worker(database)
    database.close()


@pytest.fixture
def seen():
    """What the handler ``count`` has seen: it counts to ``args["to"]``, two at a time."""
    found = []

    @jobs.handler("count")
    def count(job):
        found.append(dict(job.cursor))
        at = job.cursor.get("at", 0) + 2
        to = job.args.get("to", 2)
        return jobs.Done({"at": at}) if at >= to else jobs.More({"at": at}, done=at, total=to)

    return found


def put(*args, **more):
    uid = jobs.put(*args, **more)
    transaction.commit()
    return uid


def state(uid):
    return jobs.status(uid)["state"]


def act(do, uid):
    do(uid)
    transaction.commit()


def test_a_job_is_done_batch_by_batch(worker, seen):
    uid = put("count", "letter", {"to": 6})
    assert state(uid) == "waiting"
    assert worker.step()
    row = jobs.status(uid)
    assert (row["state"], row["done"], row["total"], row["cursor"]) == ("running", 2, 6, {"at": 2})
    assert worker.run_due() == 2
    row = jobs.status(uid)
    assert (row["state"], row["done"], row["total"]) == ("done", 6, 6)
    assert row["result"] == {"at": 6}
    assert row["finished_at"] == clock.now()
    assert seen == [{}, {"at": 2}, {"at": 4}]
    assert not worker.step()


def test_without_the_act_there_is_no_job(worker, seen):
    uid = jobs.put("count", "letter")
    transaction.abort()
    assert jobs.status(uid) is None
    assert worker.run_due() == 0


def test_what_is_asked_for_twice_is_one_job(worker, seen):
    first = put("count", "letter", key="a")
    assert put("count", "letter", key="a") == first
    assert put("count", "letter", key="b") != first
    assert put("count", "letter") != put("count", "letter")
    assert len(jobs.of("letter", "count")) == 4
    assert worker.run_due() == 4
    assert put("count", "letter", key="a") != first


def test_what_is_asked_for_after_it_has_begun_is_done_again(worker, seen):
    uid = put("count", "letter", {"to": 4}, key="a")
    worker.step()
    assert put("count", "letter", key="a") == uid
    assert worker.run_due() == 3
    assert seen == [{}, {"at": 2}, {}, {"at": 2}]
    assert state(uid) == "done"


def test_jobs_take_turns(worker):
    turns = []

    @jobs.handler("long")
    def run(job):
        turns.append(job.subject)
        clock.advance(timedelta(seconds=1))
        return jobs.More({"n": job.cursor.get("n", 0) + 1}) if job.cursor.get("n", 0) < 2 else None

    put("long", "a")
    clock.advance(timedelta(seconds=1))
    put("long", "b")
    worker.run_due()
    assert turns == ["a", "b", "a", "b", "a", "b"]


def test_a_batch_that_fails_is_tried_again_later_where_it_was(worker):
    broken = [True]

    @jobs.handler("fragile")
    def run(job):
        if not job.cursor:
            return jobs.More({"at": 1}, 1, 2)
        if broken:
            raise OSError("no paper")
        return jobs.Done()

    uid = put("fragile", "letter")
    assert worker.run_due() == 2
    row = jobs.status(uid)
    assert (row["state"], row["error"], row["tries"]) == ("waiting", "OSError: no paper", 1)
    assert (row["cursor"], row["done"]) == ({"at": 1}, 1)
    assert worker.run_due() == 0
    clock.advance(timedelta(seconds=10))
    broken.clear()
    assert worker.run_due() == 1
    row = jobs.status(uid)
    assert (row["state"], row["error"]) == ("done", "")


def test_after_five_more_tries_it_has_failed_and_can_be_tried_again(worker):
    broken = [True]

    @jobs.handler("fragile")
    def run(_job):
        if broken:
            raise OSError("no paper")

    uid = put("fragile", "letter", key="a")
    batches = 0
    for _hour in range(8):
        batches += worker.run_due()
        clock.advance(timedelta(hours=1))
    assert batches == 6
    row = jobs.status(uid)
    assert (row["state"], row["error"], row["tries"]) == ("failed", "OSError: no paper", 6)
    broken.clear()
    act(jobs.retry, uid)
    assert worker.run_due() == 1
    assert state(uid) == "done"


def test_failed_ends_a_job_at_once(worker):
    @jobs.handler("hopeless")
    def run(_job):
        raise jobs.Failed("Not a PDF.")

    uid = put("hopeless", "letter")
    assert worker.run_due() == 1
    assert (state(uid), jobs.status(uid)["error"]) == ("failed", "Not a PDF.")
    assert jobs.listed()[0]["uid"] == uid


def test_what_a_failed_batch_has_written_is_gone(worker):
    @jobs.handler("half")
    def run(_job):
        jobs.put("half", "other")
        raise jobs.Failed("later")

    put("half", "letter")
    worker.run_due()
    assert jobs.of("other") == []


def test_a_conflict_is_tried_again_at_once(worker):
    left = [1, 2, 3]

    @jobs.handler("crowded")
    def run(_job):
        if left:
            left.pop()
            raise ConflictError

    uid = put("crowded", "letter")
    assert worker.run_due() == 1
    assert (state(uid), jobs.status(uid)["tries"]) == ("done", 0)
    left.extend(range(6))
    uid = put("crowded", "letter")
    assert worker.run_due() == 1
    assert (state(uid), jobs.status(uid)["tries"]) == ("waiting", 1)


def test_a_stopped_job_goes_on_where_it_was(worker, seen):
    uid = put("count", "letter", {"to": 6})
    worker.step()
    act(jobs.stop, uid)
    assert worker.run_due() == 0
    with pytest.raises(Conflict):
        jobs.stop(uid)
    act(jobs.resume, uid)
    assert worker.run_due() == 2
    assert seen == [{}, {"at": 2}, {"at": 4}]


def test_a_stop_during_a_batch_keeps_what_it_has_done(worker, in_thread):
    @jobs.handler("long")
    def run(job):
        in_thread(lambda: act(jobs.stop, job.uid))
        return jobs.More({"at": 1}, 1, 9)

    uid = put("long", "letter")
    assert worker.run_due() == 1
    row = jobs.status(uid)
    assert (row["state"], row["done"], row["cursor"]) == ("stopped", 1, {"at": 1})


def test_a_batch_that_belongs_to_another_by_now_leaves_nothing(worker, in_thread):
    @jobs.handler("long")
    def run(job):
        in_thread(lambda: (act(jobs.stop, job.uid), act(jobs.resume, job.uid)))
        jobs.put("never", "done")
        return jobs.Done()

    uid = put("long", "letter")
    assert worker.step()
    assert state(uid) == "waiting"
    assert jobs.of("done") == []


def test_of_two_that_wait_for_the_same_only_one_goes_on(seen):
    first = put("count", "letter", key="a")
    act(jobs.stop, first)
    put("count", "letter", key="a")
    with pytest.raises(Conflict, match="waiting already"):
        jobs.resume(first)
    with pytest.raises(InvalidInput):
        jobs.resume("nothing")


def test_what_nobody_can_do_waits(worker):
    uid = put("unknown", "letter")
    assert worker.run_due() == 0
    assert state(uid) == "waiting"


def claimed(uid, worker="gone"):
    with session.autonomous() as connection:
        assert job_claims.claim(connection, worker, ["count"], clock.now())["uid"] == uid


def test_what_a_dead_worker_held_is_free_at_once_on_sqlite(worker, seen, on_sqlite):
    uid = put("count", "letter")
    claimed(uid)
    assert not worker.step()
    assert worker.run_due() == 1


def test_what_a_dead_worker_held_is_free_after_its_lease(worker, seen):
    uid = put("count", "letter")
    claimed(uid)
    clock.advance(job_claims.LEASE)
    assert not worker.step()
    clock.advance(timedelta(seconds=1))
    assert worker.step()
    assert state(uid) == "done"


def test_what_is_claimed_is_not_claimed_twice(seen):
    put("count", "a")
    put("count", "b")
    with session.autonomous() as connection:
        found = [job_claims.claim(connection, "w", ["count"], clock.now()) for _each in range(3)]
    assert {row and row["subject_uid"] for row in found} == {"a", "b", None}


def test_a_worker_that_begins_again_leaves_what_it_holds_itself(worker, seen, on_sqlite):
    uid = put("count", "letter")
    claimed(uid, f"{worker.name}:1")
    assert worker.run_due() == 0
    claimed_by_another = put("count", "other")
    claimed(claimed_by_another, "gone:1")
    assert worker.run_due() == 1
    assert state(uid) == "running"


def test_two_workers_do_each_job_once(worker, in_thread):
    done = []

    def kept(committed, subject):
        if committed:
            done.append(subject)

    # a batch that meets a busy database begins again: what counts is what was committed
    def once(job):
        transaction.get().addAfterCommitHook(kept, (job.subject,))

    jobs.handler("once")(once)
    names = [str(number) for number in range(40)]
    for name in names:
        jobs.put("once", name)
    transaction.commit()
    others = [Thread(target=lambda: in_thread(worker.run_due)) for _each in range(2)]
    for thread in others:
        thread.start()
    for thread in others:
        thread.join(30)
    assert sorted(done) == sorted(names)
    assert jobs.counts()["done"] == 40


def test_failed_jobs_come_first_then_the_newest(worker, seen):
    @jobs.handler("hopeless")
    def run(_job):
        raise jobs.Failed("no")

    for name, kind in (("a", "hopeless"), ("b", "count"), ("c", "count")):
        put(kind, name)
        clock.advance(timedelta(minutes=1))
    worker.run_due()
    assert [row["subject_uid"] for row in jobs.listed()] == ["a", "c", "b"]
    assert jobs.counts() == {"waiting": 0, "running": 0, "done": 2, "failed": 1, "stopped": 0}


def test_finished_jobs_are_forgotten_after_a_month(worker, seen):
    uid = put("count", "letter")
    worker.run_due()
    assert state(uid) == "done"
    clock.advance(timedelta(days=31))
    worker.run_due()
    assert jobs.status(uid) is None


def test_in_one_transaction_everything_is_done_without_a_commit(seen):
    uid = jobs.put("count", "letter", {"to": 4})
    assert jobs.run_pending() == 2
    assert state(uid) == "done"
    transaction.abort()
    assert jobs.status(uid) is None


def test_in_one_transaction_an_error_goes_to_the_caller():
    @jobs.handler("broken")
    def run(_job):
        raise OSError("no paper")

    jobs.put("broken", "letter")
    with pytest.raises(OSError, match="no paper"):
        jobs.run_pending()


def test_a_commit_wakes_the_worker_an_abort_does_not(seen):
    jobs.put("count", "letter")
    assert not jobs.WAKE.is_set()
    transaction.abort()
    assert not jobs.WAKE.is_set()
    jobs.put("count", "letter")
    jobs.put("count", "letter")
    transaction.commit()
    assert jobs.WAKE.is_set()


def test_a_thread_works_until_the_database_is_closed(worker, seen):
    thread = Thread(target=worker.run)
    thread.start()
    uid = put("count", "letter", {"to": 6})
    deadline = time.monotonic() + 10
    while state(uid) != "done" and time.monotonic() < deadline:
        time.sleep(0.01)
    worker.stop()
    thread.join(10)
    assert not thread.is_alive()
    assert state(uid) == "done"
