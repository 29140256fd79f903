"""The administrators' page of background jobs."""

from sqlalchemy import delete
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.ledger import audit
from vanphong.ledger import job_claims
from vanphong.ledger import jobs
from vanphong.ledger import session
from vanphong.ledger.tables import job
from zExceptions import Unauthorized
import pytest


@pytest.fixture(autouse=True)
def handlers(monkeypatch, portal):
    session.writing().execute(delete(job))
    monkeypatch.setattr(jobs, "HANDLERS", {})
    monkeypatch.setattr(jobs, "TITLES", {"words": "Reading the words of files"})
    jobs.handler("words", "Reading the words of files")(lambda _job: None)


@pytest.fixture
def letter(office):
    return office.document("1210/UBND-VX")


def failed(uid, error):
    connection = session.writing().connection()
    row = job_claims.claim(connection, "worker", ["words"], clock.now())
    assert row["uid"] == uid
    jobs.fail(connection, jobs.as_job(row), error)


def test_nothing_to_do(page, portal):
    answer = page(portal, "jobs", "admin")
    assert answer.status == 200
    assert 'name="do"' not in answer.html


def test_a_job_with_its_error_and_what_can_be_done(page, portal, letter):
    failed(jobs.put("words", letter.UID()), jobs.Failed("Tệp hỏng <b>"))
    answer = page(portal, "jobs", "admin")
    assert "Tệp hỏng &lt;b&gt;" in answer.html
    assert 'value="retry"' in answer.html
    assert 'value="stop"' not in answer.html


def test_who_runs_the_system_reads_no_subject_of_a_document(page, portal, letter):
    jobs.put("words", letter.UID())
    with as_user("admin"):
        answer = page(portal, "jobs", "admin")
    assert letter.subject not in answer.text
    assert "/van-ban/" not in answer.html


def test_progress_is_shown(page, portal, office):
    uid = jobs.put("words", office.body.UID())
    connection = session.writing().connection()
    row = job_claims.claim(connection, "worker", ["words"], clock.now())
    values = {"cursor": {}, "done": 1200, "total": 9000}
    assert job_claims.end_batch(connection, uid, row["worker"], values, clock.now())
    answer = page(portal, "jobs", "admin")
    assert "1.200/9.000" in answer.text
    assert office.body.title in answer.text


def send(page, portal, user="admin", **form):
    return page(portal, "jobs", user, post=True, **form)


def test_stop_resume_and_retry(page, portal, office):
    uid = jobs.put("words", office.body.UID())
    for do, state in (("stop", "stopped"), ("resume", "waiting")):
        answer = send(page, portal, do=do, uid=uid)
        assert (answer.status, answer.location) == (303, f"{portal.absolute_url()}/@@jobs")
        assert jobs.status(uid)["state"] == state
    failed(uid, jobs.Failed("Tệp hỏng"))
    send(page, portal, do="retry", uid=uid)
    assert jobs.status(uid)["state"] == "waiting"
    acts = [line["act"] for line in audit.history(portal.UID())]
    assert acts == ["stop_job", "resume_job", "retry_job"]
    assert audit.history(portal.UID())[0]["detail"]["job"] == uid


def test_what_cannot_be_done_is_said(page, portal, office):
    uid = jobs.put("words", office.body.UID())
    answer = send(page, portal, do="retry", uid=uid)
    assert answer.status == 409
    assert send(page, portal, do="", uid=uid).status == 400
    assert send(page, portal, do="stop", uid="none").status == 400
    assert jobs.status(uid)["state"] == "waiting"


def test_without_the_token_nothing_is_done(page, portal, office):
    uid = jobs.put("words", office.body.UID())
    answer = send(page, portal, do="stop", uid=uid, _authenticator="wrong")
    assert answer.status == 403
    assert jobs.status(uid)["state"] == "waiting"


@pytest.mark.parametrize("user", ["vanthu", "chutich", "chanhvp", ""])
def test_the_page_is_for_administrators(portal, user):
    with as_user(user), pytest.raises(Unauthorized):
        portal.restrictedTraverse("@@jobs")


def test_administrators_find_it_among_the_panels(portal):
    entries = {one.getId(): one for one in portal.portal_controlpanel.listActions()}
    assert entries["vanphong-jobs"].permissions == ("vanphong: Manage Office",)
