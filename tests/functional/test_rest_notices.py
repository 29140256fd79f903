"""Notices over REST: to be read by whom they are told, seen by a POST only."""

from sqlalchemy import delete
from vanphong.ledger import notices
from vanphong.ledger import session
from vanphong.ledger.tables import notice
import pytest
import transaction


@pytest.fixture(autouse=True)
def told(office):
    """Two notices, one for the clerk and one for the leader."""
    session.writing().execute(delete(notice))
    notices.tell(
        ["vanthu"],
        "urged",
        office.body.UID(),
        "You are urged: ${action}, ${document}.",
        {"action": "Lead", "document": "12/UBND"},
        url=office.body.absolute_url(),
        urgent=True,
    )
    notices.tell(["chutich"], "test", "", "For the leader.")
    transaction.commit()


def test_notices_are_read_and_seen(rest, office):
    clerk = rest("vanthu")
    found = clerk.get("@notices").json()
    assert found["count"] == 1
    (one,) = found["items"]
    assert one["text"] == "Đôn đốc: Chủ trì, 12/UBND."
    assert one["url"].endswith("/ubnd")
    assert (one["kind"], one["subject_uid"]) == ("urged", office.body.UID())
    assert one["urgent"] is True
    assert clerk.get("@notices").json() == found
    after = clerk.post("@notices", json={"seen": [one["UID"]]}).json()
    assert (after["count"], after["items"]) == (0, [])


def test_nobody_sees_for_another(rest):
    (one,) = rest("chutich").get("@notices").json()["items"]
    for seen in ([one["UID"]], ["none"], []):
        answer = rest("vanthu").post("@notices", json={"seen": seen})
        assert (answer.status_code, answer.json()["error"]["field"]) == (400, "uid")
    assert rest("chutich").get("@notices").json()["count"] == 1
