"""Background jobs over REST: for administrators alone."""

from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
from sqlalchemy import delete
from vanphong.ledger import jobs
from vanphong.ledger import session
from vanphong.ledger.tables import job
import pytest
import transaction


@pytest.fixture
def uid(office):
    """The only job there is, which nobody does."""
    session.writing().execute(delete(job))
    found = jobs.put("no handler", office.body.UID())
    transaction.commit()
    return found


@pytest.fixture
def admin(rest):
    return rest(MANAGER, SECRET)


def test_jobs_are_listed_with_what_can_be_done(admin, uid):
    found = admin.get("@jobs").json()
    assert found["counts"]["waiting"] == 1
    (shown,) = found["items"]
    assert (shown["UID"], shown["state"]["token"], shown["acts"]) == (uid, "waiting", ["stop"])
    assert admin.get(shown["@id"]).json() == shown


def test_a_job_is_stopped_and_goes_on(admin, uid):
    stopped = admin.post(f"@jobs/{uid}", json={"act": "stop"}).json()
    assert (stopped["state"]["token"], stopped["acts"]) == ("stopped", ["resume"])
    again = admin.post(f"@jobs/{uid}", json={"act": "stop"})
    assert (again.status_code, again.json()["error"]["type"]) == (409, "conflict")
    resumed = admin.post(f"@jobs/{uid}", json={"act": "resume"}).json()
    assert resumed["state"]["token"] == "waiting"
    assert admin.post(f"@jobs/{uid}", json={"act": "retry"}).status_code == 409


def test_what_cannot_be_read_is_refused(admin, uid):
    answer = admin.post(f"@jobs/{uid}", json={"act": "delete"})
    assert (answer.status_code, answer.json()["error"]["field"]) == (400, "act")
    assert admin.post(f"@jobs/{uid}", json={}).status_code == 400
    assert admin.get("@jobs/none").status_code == 404
    assert admin.post("@jobs/none", json={"act": "stop"}).status_code == 404
    assert jobs.status(uid)["state"] == "waiting"


@pytest.mark.parametrize("user", ["vanthu", "chutich", "chanhvp", ""])
def test_others_see_and_do_nothing(rest, uid, user):
    client = rest(user)
    assert client.get("@jobs").status_code == 401
    assert client.get(f"@jobs/{uid}").status_code == 401
    assert client.post(f"@jobs/{uid}", json={"act": "stop"}).status_code == 401
    assert jobs.status(uid)["state"] == "waiting"
