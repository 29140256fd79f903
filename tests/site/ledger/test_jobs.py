"""Background jobs on the sample: the worker enters the site, one batch is one transaction."""

from plone import api
from sqlalchemy import update
from tests import layers
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.errors import NotAllowed
from vanphong.incoming import actions as incoming
from vanphong.ledger import actions
from vanphong.ledger import audit
from vanphong.ledger import jobs
from vanphong.ledger import session
from vanphong.ledger.tables import job as table
from vanphong.ledger.worker import Worker
from zope.component.hooks import getSite
from zope.component.hooks import setSite
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest
import pytest
import transaction


@pytest.fixture(scope="module")
def layer():
    return layers.FUNCTIONAL


@pytest.fixture(autouse=True)
def handlers(monkeypatch):
    monkeypatch.setattr(jobs, "HANDLERS", {})


@pytest.fixture
def work(portal):
    """Let a worker do what is due; then the test is where it was, and sees the outcome."""

    def run():
        transaction.commit()
        request = getRequest()
        try:
            return Worker(portal._p_jar.db()).run_due()
        finally:
            setSite(portal)
            setRequest(request)
            transaction.begin()

    return run


def find(uid):
    (brain,) = api.portal.get().portal_catalog.unrestrictedSearchResults(UID=uid)
    return brain._unrestrictedGetObject()


def test_a_handler_is_in_the_site_as_the_system(work, office):
    seen = {}

    @jobs.handler("look")
    def run(job):
        letter = find(job.subject)
        seen["path"] = "/".join(letter.getPhysicalPath())
        seen["site"] = getSite().getId()
        seen["subject"] = api.user.has_permission("View", obj=letter)
        seen["layers"] = [one.__name__ for one in getRequest().__provides__]

    letter = office.register()
    uid = jobs.put("look", letter.UID())
    assert work() == 1
    assert jobs.status(uid)["state"] == "done", jobs.status(uid)["error"]
    assert seen["path"] == "/".join(letter.getPhysicalPath())
    assert seen["site"] == "plone"
    assert seen["subject"]
    assert "IVanPhongLayer" in seen["layers"]


def test_content_and_cursor_are_of_one_transaction(work, portal, office):
    @jobs.handler("note")
    def run(job):
        at = job.cursor.get("at", 0) + 1
        find(job.subject).description = f"batch {at}"
        if at == 2 and not job.tries:
            raise OSError("in the middle")
        return jobs.More({"at": at}, at, 3) if at < 3 else jobs.Done()

    uid = jobs.put("note", office.body.UID())
    assert work() == 2
    row = jobs.status(uid)
    assert (row["state"], row["cursor"], row["tries"]) == ("waiting", {"at": 1}, 1)
    assert office.body.description == "batch 1"
    clock.freeze(row["due_at"])
    assert work() == 2
    assert office.body.description == "batch 3"
    assert jobs.status(uid)["state"] == "done"


def test_an_act_of_the_system_stands_so_in_the_trail(work, office):
    @jobs.handler("correct")
    def run(job):
        incoming.correct(find(job.subject), {"note": "Bản giấy đến sau."})

    letter = office.register()
    uid = jobs.put("correct", letter.UID())
    work()
    assert jobs.status(uid)["state"] == "done", jobs.status(uid)["error"]
    line = audit.history(letter.UID())[-1]
    assert (line["act"], line["user_id"], line["user_title"]) == ("correct", "", "Hệ thống")


def test_a_site_that_is_gone_is_said_with_the_job(work, office):
    jobs.handler("look")(lambda _job: None)
    uid = jobs.put("look", office.body.UID())
    session.writing().execute(update(table).values(site="/gone").where(table.c.uid == uid))
    assert work() == 1
    assert jobs.status(uid)["error"] == "KeyError: 'gone'"


def test_in_a_test_everything_is_done_in_place(office):
    who = []

    @jobs.handler("look")
    def run(job):
        who.append(api.user.get_current().getUserName())
        return jobs.More({"n": 1}) if not job.cursor else jobs.Done()

    with as_user("vanthu"):
        uid = jobs.put("look", office.body.UID())
        assert jobs.run_pending() == 2
        assert api.user.get_current().getId() == "vanthu"
    assert jobs.status(uid)["put_by"] == "vanthu"
    assert jobs.status(uid)["state"] == "done"
    assert who == ["System Processes"] * 2


@pytest.mark.parametrize("user", ["vanthu", "chutich", "chanhvp", "cv1-vhtt", ""])
def test_only_administrators_stop_jobs(portal, office, user):
    uid = jobs.put("unknown", office.body.UID())
    with as_user(user), pytest.raises(NotAllowed):
        actions.stop_job(portal, uid)
    assert jobs.status(uid)["state"] == "waiting"
    with as_user("admin"):
        actions.stop_job(portal, uid)
    assert jobs.status(uid)["state"] == "stopped"
