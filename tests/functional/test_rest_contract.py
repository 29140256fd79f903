"""What holds for every service: JSON in, one shape of refusal out, no way around the acts."""

from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
from tests.functional.letters import BODY
from tests.functional.letters import INCOMING
from tests.functional.letters import letter
from tests.functional.letters import path
from tests.functional.traces import Traces
from vanphong.errors import Conflict
from vanphong.incoming import stages
from vanphong.ledger.acts import ACTS
import pytest
import re
import transaction


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize("sent", [b"{", b"[]", b'"text"', b"\xff"])
def test_a_body_that_is_no_json_object_is_refused(rest, sent):
    answer = rest("vanthu").post(INCOMING, data=sent, headers=JSON)
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["type"] == "invalid"


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_form_of_another_site_reaches_nothing(rest, running, kind):
    traces = Traces(running)
    before = traces.state()
    answer = rest("vanthu").post(INCOMING, data=b"{}", headers={"Content-Type": kind})
    assert answer.status_code == 400
    assert "application/json" in answer.json()["error"]["message"]
    assert traces.state() == before


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subject", ["V/v"]),
        ("subject", 5),
        ("subject", "V/v\x00"),
        ("subject", "V/v \ud800"),
        ("subject", ""),
        ("subject", "V/v " + "a" * 500),
        ("issued_date", "12-8-2024"),
        ("issued_date", "2024-08-15"),
        ("urgency", "gap"),
        ("urgency", {"token": "gap"}),
        ("urgency", ["normal"]),
        ("secrecy", {"title": "Thường"}),
        ("document_type", "khong-co"),
        ("page_amount", 0),
        ("page_amount", "ba"),
        ("symbol_as_is", "yes"),
        ("files", "a.pdf"),
        ("files", ["a.pdf"]),
        ("files", [{"filename": "a.pdf", "data": "%%%"}]),
        ("files", [{"data": "JVBERg=="}]),
        ("arrive_only", "perhaps"),
        ("present_to", ["chutich"]),
    ],
)
def test_a_value_that_cannot_be_read_is_named_and_leaves_a_line(rest, running, field, value):
    traces = Traces(running)
    before, lines = traces.state(), len(traces.trail())
    answer = rest("vanthu").post(INCOMING, json=letter(**{field: value}))
    assert answer.status_code == 400, answer.text
    assert answer.json()["error"]["field"] == field
    assert traces.state() == before
    assert len(traces.refused(since=lines)) == 1


def test_choices_are_taken_as_they_are_shown(rest):
    body = letter(urgency={"token": "express", "title": "Hỏa tốc"}, page_amount="3")
    found = rest("vanthu").post(INCOMING, json=body).json()
    shown = rest("vanthu").get(found["@id"]).json()
    assert shown["urgency"]["token"] == "express"
    assert shown["page_amount"] == 3


def test_texts_are_kept_composed(rest):
    decomposed = "V/v tri\u00ea\u0309n khai"
    found = rest("vanthu").post(INCOMING, json=letter(subject=decomposed)).json()
    assert found["subject"] == "V/v triển khai"


def test_a_patch_goes_by_the_rules_of_a_correction(rest, office):
    document = office.register()
    transaction.commit()
    clerk = rest("vanthu")
    address = path(document)
    assert clerk.patch(address, json={"subject": "V/v đã sửa"}).status_code == 204
    shown = clerk.patch(
        address, json={"note": "Sửa lần hai"}, headers={"Prefer": "return=representation"}
    )
    assert shown.status_code == 200
    assert shown.json()["subject"] == "V/v đã sửa"
    # what only acts write stays as it is
    clerk.patch(address, json={"arrival_number": 7, "number": 7, "review_state": "finished"})
    found = clerk.get(address).json()
    assert (found["number"], found["state"]["token"]) == (document.number, "registered")
    assert clerk.patch(address, json={"symbol": "không phải"}).status_code == 400
    assert rest("chutich").patch(address, json={"subject": "V/v khác"}).status_code == 403
    (line,) = [
        one
        for one in clerk.get(f"{address}/@history").json()["items"]
        if one["act"] == "correct" and "subject" in one["detail"].get("changed", {})
    ]
    assert line["detail"]["changed"]["subject"] == [document.subject, "V/v đã sửa"]


def test_the_clerk_of_a_unit_registers_nothing_for_the_body(rest):
    answer = rest("vanthu-vhtt").post(f"{BODY}/vhtt/@incoming", json=letter())
    assert answer.status_code == 403


def test_plones_own_post_still_adds_what_is_no_record(rest):
    new = {"@type": "Unit", "title": "Phòng Dân tộc", "kind": "division"}
    assert rest("vanthu").post(BODY, json=new).status_code == 401
    manager = rest(MANAGER, SECRET)
    assert manager.post(BODY, json=new).status_code == 201
    refused = manager.post(BODY, json={"@type": "IncomingDocument"})
    assert refused.status_code == 403
    assert refused.json()["error"]["field"] == "@type"


def test_a_refusal_inside_a_service_of_plone_has_the_same_shape(rest, office, monkeypatch):
    def refuse(*_args):
        raise Conflict("No register of today.", rule="Điều 22", field="register")

    monkeypatch.setattr("plone.restapi.services.actions.get.ActionsGet.reply", refuse)
    answer = rest("vanthu").get("@actions")
    assert answer.status_code == 409
    assert answer.headers["Content-Type"].startswith("application/json")
    assert answer.json() == {
        "error": {
            "type": "conflict",
            "message": "No register of today.",
            "rule": "Điều 22",
            "field": "register",
        }
    }


def test_every_transition_is_refused_and_the_date_is_not_stamped(rest, office, running):
    document = office.register()
    transaction.commit()
    before = Traces(running).state()
    for transition in sorted(set(stages.TRANSITIONS.values())):
        answer = rest("vanthu").post(path(document, "@workflow", transition), json={})
        assert answer.status_code == 409, transition
    assert Traces(running).state() == before


def test_answers_are_kept_by_nobody_in_between(rest):
    assert rest("vanthu").get("@work").headers["Cache-Control"] == "private, no-store"


def test_an_address_that_is_too_long_is_not_found(rest):
    assert rest("vanthu").get(f"{BODY}/@leaders/more").status_code == 404
    assert rest("vanthu").get(f"{BODY}/@completions/symbol/more").status_code == 404


def test_every_act_can_be_called_by_a_program(root):
    services = [*root.glob("src/vanphong/**/services/**/*.py")]
    source = "\n".join(file.read_text("utf-8") for file in services)
    named = set(re.findall(r"\w+", source))
    missing = [name for name, act in ACTS.items() if act.__name__ not in named]
    assert ACTS
    assert missing == []
