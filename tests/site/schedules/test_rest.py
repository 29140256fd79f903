"""Work schedules over REST."""

from tests import layers
from tests.fixtures import rest
from tests.schedule_office import Planner
from vanphong.schedules import rules
from vanphong.schedules import weeks
import pytest
import transaction


__all__ = ["rest"]

URL = "lich-cong-tac/ubnd"

ITEM = {"content": "Họp <b>giao ban</b>", "day": "2024-08-19", "start": "8:00"}


@pytest.fixture(scope="module")
def layer():
    """A running server."""
    return layers.SERVER


def act(client, name, **body):
    """One act on next week."""
    week = {"year": 2024, "number": 34}
    return client.post(f"{URL}/@schedule-act/{name}", json=week | body)


def test_from_a_proposal_to_publishing(rest):
    unit, office = rest("truongphong-vhtt"), rest("chanhvp")
    item = act(unit, "propose", item=ITEM).json()["item"]
    assert (item["content"], item["state"]["token"]) == (ITEM["content"], "proposed")
    assert act(unit, "accept", uid=item["uid"]).status_code == 403
    assert act(office, "accept", uid=item["uid"]).status_code == 200
    for name in ("compile", "approve", "publish"):
        assert act(office, name).status_code == 200
    again = act(office, "publish")
    assert (again.status_code, again.json()["error"]["type"]) == (409, "conflict")
    changed = act(office, "change", uid=item["uid"], item={"start": "9:00"}).json()["item"]
    assert changed["start"] == "09:00"
    week = act(office, "republish").json()
    assert week["edition"]["number"] == 1
    assert week["items"][0]["sequence"] == 1
    seen = rest("cv1-noivu").get(f"{URL}/@schedule-week/2024/34").json()
    assert [one["uid"] for one in seen["items"]] == [item["uid"]]


@pytest.mark.parametrize(
    ("name", "body", "status"),
    [
        ("propose", {"item": {**ITEM, "end": "7:00"}}, 400),
        ("propose", {"item": {**ITEM, "day": "2024-09-30"}}, 400),
        ("propose", {"item": {**ITEM, "content": "x" * 5_000_000}}, 400),
        ("propose", {"item": {**ITEM, "chairs": [7]}}, 400),
        ("propose", {"item": "x"}, 400),
        ("propose", {"item": ITEM, "number": 99}, 400),
        ("import", {"data": "!"}, 400),
        ("nonsense", {}, 400),
        ("withdraw", {"uid": "khong-co", "number": 30}, 400),
    ],
)
def test_what_is_refused_says_why(rest, name, body, status):
    answer = act(rest("truongphong-vhtt"), name, **body)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_private_items_are_not_there_for_others(rest, portal):
    week = weeks.find(portal["lich-cong-tac"]["ubnd"], rules.Week(2024, 33))
    uid = next(one.uid for one in week.items if one.content == "Khám sức khỏe")
    for user, there in (("pct-vanxa", True), ("truongphong-noivu", False), ("cv1-noivu", False)):
        items = rest(user).get(f"{URL}/@schedule-week/2024/33").json()["items"]
        assert (uid in {one["uid"] for one in items}) is there
    client = rest("truongphong-noivu")
    answers = [
        client.post(
            f"{URL}/@schedule-act/change",
            json={"year": 2024, "number": 33, "uid": one, "item": {"start": "9:00"}},
        )
        for one in (uid, "khong-co")
    ]
    assert len({(one.status_code, one.text) for one in answers}) == 1


def test_nobody_is_answered_who_is_not_signed_in(rest):
    for path in (f"{URL}/@schedule-week", f"{URL}/@schedule-rooms", "lich-cong-tac/@my-schedule"):
        assert rest().get(path).status_code == 401


def test_ones_own_schedule_rooms_and_address(rest):
    client = rest("pct-vanxa")
    mine = client.get("lich-cong-tac/@my-schedule?from=2024-08-12&to=2024-08-18").json()
    assert "Khám sức khỏe" in {one["content"] for one in mine["items"]}
    assert client.get("lich-cong-tac/@my-schedule?from=2024-01-01&to=2026-08-18").status_code == 400
    assert len(client.get(f"{URL}/@schedule-rooms").json()["items"]) == 4
    address = client.post("lich-cong-tac/@my-calendar-address", json={}).json()["address"]
    anybody = rest()
    feed = anybody.get(f"{URL}/@@feed/my/{address}.ics")
    assert (feed.status_code, feed.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    guesses = [anybody.get(f"{URL}/@@feed/my/{one}.ics") for one in ("a.b", f"{address}x")]
    assert {one.status_code for one in guesses} == {404}
    assert anybody.get(f"{URL}/@@week").status_code in (302, 401)


def test_a_citizen_gets_pages_that_can_be_kept(rest, office):
    transaction.begin()
    assert Planner(office).schedule is not None
    page = rest().get(f"{URL}/@@public-week/2024/33", headers={"Accept": "text/html"})
    assert page.status_code == 200
    assert "s-maxage=" in page.headers["Cache-Control"]
    assert "Set-Cookie" not in page.headers
    same = rest().get(
        f"{URL}/@@public-week/2024/33",
        headers={"Accept": "text/html", "If-None-Match": page.headers["ETag"]},
    )
    assert same.status_code == 304
    for path in ("@@public-week/2024/60", "@@feed/x.ics", "@@schedule.pdf/2024/20"):
        assert rest().get(f"{URL}/{path}", headers={"Accept": "text/html"}).status_code == 404
