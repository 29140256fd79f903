"""The numbers of a register over REST."""

from tests.functional.letters import INCOMING
from tests.functional.letters import REGISTER
from tests.functional.letters import letter
from tests.functional.traces import Traces
import pytest


NUMBERS = f"{REGISTER}/@numbers"


def test_the_register_shows_its_numbers_and_the_next_one(rest):
    clerk = rest("vanthu")
    found = clerk.get(NUMBERS).json()
    assert found["open"]
    assert found["period"] == "2024"
    assert found["next_number"] == 1198
    assert [one["number"] for one in found["items"]] == list(range(1197, 1170, -1))
    oldest = clerk.get(f"{NUMBERS}?order=oldest").json()["items"]
    assert oldest == found["items"][::-1]
    number = clerk.post(INCOMING, json=letter()).json()["number"]
    assert number == found["next_number"]


def test_the_register_is_not_for_everybody(rest):
    assert rest("chanhvp").get(NUMBERS).status_code == 200
    assert rest("chutich").get(NUMBERS).status_code == 200
    assert rest("cv1-vhtt").get(NUMBERS).status_code == 403
    assert rest("vanthu-anlac").get(NUMBERS).status_code == 403
    assert rest().get(NUMBERS).status_code == 401


def test_a_number_is_inserted_and_voided_and_stays_in_the_register(rest):
    chief = rest("chanhvp")
    body = {"number": 1180, "suffix": "a", "reason": "Vào sổ sót", "subject": "V/v bổ sung"}
    answer = chief.post(NUMBERS, json=body)
    assert answer.status_code == 201
    entry = answer.json()
    assert answer.headers["Location"] == entry["@id"]
    assert (entry["label"], entry["subject"], entry["voided"]) == ("1180a", "V/v bổ sung", None)

    answer = chief.delete(entry["@id"], json={"reason": "Ghi nhầm"})
    assert answer.status_code == 200
    assert answer.json()["voided"]["reason"] == "Ghi nhầm"
    kept = [one for one in chief.get(NUMBERS).json()["items"] if one["label"] == "1180a"]
    assert kept == [answer.json()]


@pytest.mark.parametrize(
    ("user", "body", "status", "act"),
    [
        ("vanthu", {"number": 1180, "suffix": "a", "reason": "Sót"}, 403, "insert_number"),
        ("chanhvp", {"number": 1180, "suffix": "a"}, 422, "insert_number"),
        ("chanhvp", {"number": 1180, "suffix": "ab", "reason": "Sót"}, 400, "insert_number"),
        ("chanhvp", {"number": 9999, "suffix": "a", "reason": "Sót"}, 422, "insert_number"),
        ("chanhvp", {"number": "1x", "suffix": "a", "reason": "Sót"}, 400, "insert_number"),
        ("chanhvp", {"suffix": "a", "reason": "Sót"}, 400, "insert_number"),
        ("chanhvp", {"number": 10**30, "suffix": "a", "reason": "Sót"}, 400, "insert_number"),
    ],
)
def test_an_insertion_is_refused(rest, running, user, body, status, act):
    traces = Traces(running)
    before, lines = traces.state(), len(traces.trail())
    assert rest(user).post(NUMBERS, json=body).status_code == status
    assert traces.state() == before
    assert [line["act"] for line in traces.refused(since=lines)] == [act]


@pytest.mark.parametrize(
    ("user", "label", "body", "status"),
    [
        ("vanthu", "1180", {"reason": "Ghi nhầm"}, 403),
        ("chanhvp", "1180", {}, 422),
        ("chanhvp", "1180", {"reason": "Ghi nhầm"}, 409),  # a document carries it
        ("chanhvp", "9999", {"reason": "Ghi nhầm"}, 409),
        ("chanhvp", "45ab", {"reason": "Ghi nhầm"}, 400),
    ],
)
def test_a_voiding_is_refused(rest, running, user, label, body, status):
    traces = Traces(running)
    before, lines = traces.state(), len(traces.trail())
    assert rest(user).delete(f"{NUMBERS}/{label}", json=body).status_code == status
    assert traces.state() == before
    assert [line["act"] for line in traces.refused(since=lines)] == ["void_number"]
