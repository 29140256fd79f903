"""An incoming document on its way, by nothing but REST and seven accounts."""

from datetime import timedelta
from tests.functional.letters import BODY
from tests.functional.letters import INCOMING
from tests.functional.letters import file
from tests.functional.letters import letter
from vanphong.calendars import clock
from vanphong.ledger import audit
import pytest


@pytest.fixture
def person(rest):
    """The REST client of somebody, the same for the whole test."""
    clients = {}

    def client(name):
        return clients.setdefault(name, rest(name))

    return client


def ok(answer, status=200):
    """The JSON of an answer with this status."""
    assert answer.status_code == status, answer.text
    return answer.json() if answer.content else None


def unit_uid(client, name):
    """UID of a unit by the last part of its address."""
    units = ok(client.get(f"{BODY}/@units"))["items"]
    return next(one["UID"] for one in units if one["@id"].endswith(f"/{name}"))


def waiting(client, document, box="all"):
    """The steps of a document that wait for this person."""
    items = ok(client.get(f"@work?box={box}&order=newest"))["items"]
    return [one for one in items if one["document"]["@id"] == document]


def state(client, document):
    return ok(client.get(document))["state"]["token"]


def test_a_letter_goes_from_the_clerk_to_the_specialist_and_is_answered(person):
    clerk, chief, leader = person("vanthu"), person("chanhvp"), person("chutich")
    unit_clerk, head, specialist = (
        person("vanthu-vhtt"),
        person("truongphong-vhtt"),
        person("cv1-vhtt"),
    )
    helper = person("truongphong-noivu")

    # the clerk notes it, completes what is missing and registers it
    come = ok(clerk.post(INCOMING, json=letter(arrive_only=True, files=[file()])), 201)
    document = come["@id"]
    assert come["label"] == ""
    assert state(clerk, document) == "awaiting_reception"
    registered = ok(clerk.post(f"{document}/@register", json={"urgency": "urgent"}))
    assert registered["number"] == 1198
    assert registered["urgency"]["token"] == "urgent"
    assert registered["files"][0]["role"] == "main"
    assert clerk.get(registered["files"][0]["download"]).content.startswith(b"%PDF")
    ok(clerk.patch(document, json={"note": "Có kèm phụ lục"}), 204)

    # the clerk presents it to the Office, whose chief passes it on to a leader
    leaders = ok(clerk.get(f"{BODY}/@leaders"))["items"]
    ok(clerk.post(f"{document}/@present", json={"to": leaders[0]["token"]}))
    assert waiting(chief, document, "direct")
    ok(chief.post(f"{document}/@present", json={"to": "chutich", "note": "Kính trình"}))

    # the leader directs
    assert waiting(leader, document, "direct")
    directive = ok(
        leader.post(
            f"{document}/@directives",
            json={
                "text": "Giao Phòng VH&TT chủ trì, tham mưu trả lời.",
                "lead": unit_uid(leader, "vhtt"),
                "coordinators": [unit_uid(leader, "noivu")],
                "inform": [unit_uid(leader, "tuphap")],
                "due": "2024-08-20",
            },
        ),
        201,
    )
    assert directive["author"]["user_id"] == "chutich"
    assert directive["due"] == "2024-08-20T17:00:00+07:00"

    # the unit receives and gives it to a person, who asks for more time and gets it
    (step,) = waiting(unit_clerk, document, "receive")
    moves = f"{document}/@routing/{step['step']}"
    sheet = ok(unit_clerk.get(f"{document}/@routing"))
    assert "receive" in next(one for one in sheet["steps"] if one["uid"] == step["step"])["moves"]
    ok(unit_clerk.post(f"{moves}/receive", json={}))
    roster = ok(head.get(f"{BODY}/vhtt/@roster"))["items"]
    assert "cv1-vhtt" in [one["user_id"] for one in roster]
    ok(head.post(f"{moves}/assign", json={"person": "cv1-vhtt", "due": "2024-08-19"}))
    (own,) = waiting(specialist, document, "handle")
    mine = f"{document}/@routing/{own['step']}"
    asked = {"due": "2024-08-20", "reason": "Chờ số liệu của các xã"}
    ok(specialist.post(f"{mine}/extension", json=asked))
    (decision,) = waiting(head, document, "extend")
    granted = f"{document}/@routing/{decision['step']}/extension-decision"
    ok(head.post(granted, json={"grant": True}))
    ok(specialist.post(f"{mine}/report", json={"result": "Đã dự thảo văn bản trả lời"}))

    # the coordinator is reminded and hands back what does not belong there
    (shared,) = waiting(helper, document, "receive")
    theirs = f"{document}/@routing/{shared['step']}"
    ok(chief.post(f"{theirs}/urge", json={"text": "Đề nghị phối hợp sớm"}))
    ok(helper.post(f"{theirs}/hand-back", json={"reason": "Không thuộc nhiệm vụ"}))

    # the specialist finishes, and with it the document
    done = ok(
        specialist.post("@work/finish", json={"steps": [own["step"]], "result": "Đã trả lời"})
    )
    assert done == {"finished": [own["step"]], "refused": []}
    assert state(clerk, document) == "finished"
    assert waiting(specialist, document) == []

    # and it is all in the trail
    history = ok(clerk.get(f"{document}/@history"))["items"]
    assert [one["act"] for one in history if one["outcome"] == "done"] == [
        "arrive",
        "register",
        "download",
        "correct",
        "present",
        "present",
        "direct",
        "receive",
        "assign",
        "ask_extension",
        "decide_extension",
        "report",
        "urge",
        "hand_back",
        "finish",
    ]
    assert len({one["user_id"] for one in history}) == 7
    assert audit.verify() == []


def test_a_clerk_enters_a_directive_for_the_leader_and_both_are_named(person):
    clerk = person("vanthu")
    new = letter(present_to="pct-vanxa")
    document = ok(clerk.post(INCOMING, json=new), 201)["@id"]
    body = {"text": "Giao xử lý.", "lead": unit_uid(clerk, "vhtt"), "working_days": 5}
    found = ok(clerk.post(f"{document}/@directives", json={**body, "author": "pct-vanxa"}), 201)
    assert found["author"]["user_id"] == "pct-vanxa"
    assert found["entered_by"]["user_id"] == "vanthu"
    assert found["due"] == "2024-08-21T17:00:00+07:00"
    refused = clerk.post(f"{document}/@directives", json={**body, "author": ""})
    assert refused.status_code in (409, 422)


def test_a_new_directive_replaces_the_old_one_and_both_are_kept(person):
    clerk, leader = person("vanthu"), person("chutich")
    document = ok(clerk.post(INCOMING, json=letter(present_to="chutich")), 201)["@id"]
    body = {"text": "Giao VH&TT.", "lead": unit_uid(leader, "vhtt"), "working_days": 5}
    first = ok(leader.post(f"{document}/@directives", json=body), 201)
    clock.advance(timedelta(minutes=5))
    again = body | {"lead": unit_uid(leader, "noivu"), "text": "Giao Nội vụ."}
    second = ok(
        leader.post(f"{document}/@directives", json=again | {"replaces": first["UID"]}), 201
    )
    newest, oldest = ok(leader.get(f"{document}/@directives"))["items"]
    assert newest["UID"] == second["UID"]
    assert newest["supersedes"] == oldest["UID"]
    assert oldest["superseded_by"] == second["UID"]
    assert oldest["state"] == "superseded"


def test_what_was_given_on_unopened_is_taken_back_and_what_was_opened_is_not(person):
    clerk, leader, head = person("vanthu"), person("chutich"), person("truongphong-vhtt")
    document = ok(clerk.post(INCOMING, json=letter(present_to="chutich")), 201)["@id"]
    body = {"text": "Giao VH&TT.", "lead": unit_uid(leader, "vhtt"), "working_days": 5}
    ok(leader.post(f"{document}/@directives", json=body), 201)
    sheet = ok(leader.get(f"{document}/@routing"))
    step = sheet["steps"][-1]
    assert "take-back" in step["moves"]
    ok(leader.post(f"{document}/@routing/{step['uid']}/take-back", json={}))
    assert state(leader, document) == "presented"

    ok(leader.post(f"{document}/@directives", json=body), 201)
    ok(head.get(document))
    step = ok(leader.get(f"{document}/@routing"))["steps"][-1]
    assert step["opened_by"] == "truongphong-vhtt"
    assert "take-back" not in step["moves"]
    late = leader.post(f"{document}/@routing/{step['uid']}/take-back", json={})
    assert late.status_code == 409


def test_what_does_not_belong_here_goes_back_with_the_reason(person):
    clerk = person("vanthu")
    document = ok(clerk.post(INCOMING, json=letter(arrive_only=True)), 201)["@id"]
    assert clerk.post(f"{document}/@return-to-sender", json={}).status_code == 422
    returned = ok(clerk.post(f"{document}/@return-to-sender", json={"reason": "Gửi nhầm"}))
    assert returned["state"]["token"] == "returned"
    assert ok(clerk.get(document))["return_reason"] == "Gửi nhầm"
