"""Meetings over REST: the same acts, the same refusals, 404 for strangers."""

from tests import layers
from tests.fixtures import rest
from tests.meeting_office import ORGANISER
from tests.meeting_office import START
from vanphong.calendars import clock
import pytest
import transaction


__all__ = ["rest"]

NOIVU = "truongphong-noivu"


@pytest.fixture(scope="module")
def layer():
    """A running server."""
    return layers.SERVER


@pytest.fixture
def url(portal, calls):
    """Address of a called meeting, below the site."""
    document = calls.called()
    transaction.commit()
    return document.absolute_url().removeprefix(f"{portal.absolute_url()}/")


def act(client, url, deed, **body):
    """One act."""
    return client.post(f"{url}/@meeting-act/{deed}", json=body)


def test_from_the_answer_to_the_conclusion(rest, url, office):
    head, organiser = rest(NOIVU), rest(ORGANISER)
    mine = head.get("@my-invitations").json()["items"]
    assert mine[0]["invitee"] == office.uid("noivu")
    answered = act(head, url, "answer", answer="substitute", who="cv1-noivu").json()
    assert answered["mine"][0]["answer"]["token"] == "substitute"
    assert "count" not in answered
    assert act(organiser, url, "call", invitee=office.uid("tuphap")).status_code == 200
    changed = act(organiser, url, "change", starts_at="2024-08-19T08:30", reason="Chờ đại biểu")
    assert changed.json()["sequence"] == 1
    assert changed.json()["count"]["waiting"] == 3
    code = changed.json()["sign_in"]
    clock.freeze(START)
    assert act(rest("cv1-noivu"), url, "sign-in", code=code).json()["present"]["way"] == "scanned"
    assert act(organiser, url, "present", name="Nhà báo").status_code == 200
    clock.freeze(START.replace(hour=9))
    made = act(organiser, url, "conclude")
    assert (made.status_code, made.headers["Location"]) == (201, made.json()["@id"])
    assert act(organiser, url, "conclude").status_code == 409


@pytest.mark.parametrize(
    ("user", "name", "body", "status"),
    [
        (NOIVU, "answer", {"answer": "maybe"}, 400),
        (NOIVU, "answer", {"answer": 7}, 400),
        (NOIVU, "answer", {"answer": "absent"}, 422),
        (NOIVU, "answer", {"answer": "absent", "reason": "x" * 5_000_000}, 400),
        (NOIVU, "change", {"place": "Nhà tôi"}, 403),
        (NOIVU, "cancel", {"reason": "Không thích"}, 403),
        ("cv1-noivu", "answer", {"answer": "attend"}, 403),
        ("cv1-ktht", "answer", {"answer": "attend"}, 404),
        ("cv1-ktht", "sign-in", {"code": "0-0"}, 400),
        ("cv1-ktht", "nonsense", {}, 404),
        (ORGANISER, "nonsense", {}, 400),
        (ORGANISER, "change", {}, 409),
        (ORGANISER, "change", {"starts_at": "x"}, 400),
        (ORGANISER, "share", {"files": ["x"]}, 400),
        (ORGANISER, "conclude", {}, 409),
    ],
)
def test_refusals(rest, url, user, name, body, status):
    assert act(rest(user), url, name, **body).status_code == status


def test_strangers_and_what_is_not_there_get_the_same(rest, url):
    for user in ("cv1-ktht", "cv1-gddt"):
        assert rest(user).get(f"{url}/@meeting").status_code == 404
    assert rest().get(f"{url}/@meeting").status_code == 401
    assert rest("chutich").get(f"{url}/@meeting").json()["count"]["invited"] == 3


def test_addresses_of_everybody(rest, url, portal):
    client = rest()
    client.headers["Accept"] = "*/*"
    for name in ("@@invitation/khong-co", "@@invitation.ics/x", "@@invitation-file/x/y"):
        assert client.get(name).status_code == 404
    assert client.get("@@invitations?page=99999999999999999999&past[]=1").status_code == 200
    assert client.get(f"{url}/@@meeting", allow_redirects=False).status_code in (302, 401)
