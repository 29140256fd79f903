"""Outgoing documents over REST: the whole way, and every guard."""

from datetime import date
from tests.functional.letters import BODY
from tests.functional.letters import path
from tests.functional.traces import Traces
from tests.outgoing_office import CHECKED
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import HEAD
from tests.outgoing_office import Outgoing
from tests.outgoing_office import sent
from tests.outgoing_office import sent_pdf
from vanphong.outgoing import deliveries
from vanphong.outgoing import links
import pytest
import transaction


UNIT = f"{BODY}/vhtt"


@pytest.fixture
def out(office):
    """Ways of outgoing documents; what a test prepares is committed."""
    return Outgoing(office)


def ready(document):
    """The address of a document that a request will find."""
    transaction.commit()
    return path(document)


def do(rest, user, address, act, **body):
    """One act over REST."""
    return rest(user).post(f"{address}/@act/{act}", json=body)


def test_the_whole_way(rest, out, office, unit):
    body = {
        "subject": "V/v phúc đáp Công văn số 1210/UBND-VX",
        "field": "VX",
        "recipients": [{"unit": unit("noivu").UID()}, {"name": "Sở Nội vụ", "purpose": "report"}],
        "files": [sent()],
    }
    answer = rest(DRAFTER).post(f"{UNIT}/@outgoing", json=body)
    assert answer.status_code == 201, answer.text
    address = answer.json()["@id"].partition("/plone/")[2]
    transaction.begin()

    def step():
        (one,) = rest(DRAFTER).get(address).json()["steps"]
        return one["actor"]

    assert do(rest, DRAFTER, address, "submit", note="Kính trình").status_code == 200
    assert do(rest, step(), address, "check-content").json()["state"]["token"] == "appraisal"
    for _each in range(2):
        done = do(rest, step(), address, "appraise", checklist=CHECKED)
        assert done.status_code == 200, done.text
    assert do(rest, step(), address, "approve").status_code == 200
    assert do(rest, step(), address, "sign").json()["state"]["token"] == "signed"
    numbered = do(rest, CLERK, address, "number").json()
    symbol = numbered["symbol"]
    assert symbol == f"{numbered['label']}/UBND-VX"
    issued = do(rest, CLERK, address, "issue", sealed=True, files=[sent_pdf()])
    assert issued.json()["state"]["token"] == "issued", issued.text
    found = rest(CLERK).get(f"{address}/@deliveries").json()
    assert found["counts"] == {"arrived": 1, "sent": 1}

    incoming = rest("vanthu-noivu").get(f"{BODY}/noivu/@incoming?own=true").json()
    (mine,) = incoming["items"]
    assert mine["symbol"] == symbol
    registered = rest("vanthu-noivu").post(f"{mine['@id']}/@register", json={})
    assert registered.json()["label"] == "01", registered.text
    found = rest(CLERK).get(f"{address}/@deliveries").json()
    assert found["counts"] == {"received": 1, "sent": 1}
    listed = rest(CLERK).get(f"{BODY}/@outgoing?state=issued").json()
    assert listed["items"][0]["symbol"] == symbol


def refused(rest, running, user, address, act, status, **body):
    """The refusal of a request: it leaves a line, and nothing else."""
    traces = Traces(running)
    before, lines = traces.state(), len(traces.trail())
    answer = do(rest, user, address, act, **body)
    assert answer.status_code == status, answer.text
    assert traces.state() == before
    assert len(traces.refused(since=lines)) == 1
    found = answer.json()["error"]
    assert found["message"]
    return found


@pytest.mark.parametrize(
    ("stage", "user", "act", "body", "status"),
    [
        ("draft", CLERK, "number", {}, 409),
        ("draft", DRAFTER, "submit", {"to": ["truongphong-vhtt", "chutich"]}, 422),
        ("draft", DRAFTER, "submit", {"to": ["chutich"]}, 422),
        ("draft", "cv1-noivu", "submit", {}, 403),
        ("submitted", HEAD, "appraise", {"checklist": CHECKED}, 403),
        ("submitted", HEAD, "send-back", {"reason": ""}, 422),
        ("submitted", "chutich", "sign", {}, 403),
        ("checked", CLERK, "record-signature", {"files": []}, 409),
        ("approved", CLERK, "number", {}, 409),
        ("approved", CLERK, "record-signature", {}, 422),
        ("approved", CLERK, "record-signature", {"signed_on": "2024-08-15"}, 422),
        ("signed", "chanhvp", "number", {}, 403),
        ("signed", CLERK, "number", {"issued_date": "2024-08-15"}, 422),
        ("signed", CLERK, "number", {"issued_date": "ngày kia"}, 400),
        ("numbered", "chutich", "seal", {}, 403),
        ("numbered", DRAFTER, "issue", {"sealed": True}, 403),
        ("numbered", CLERK, "issue", {}, 422),
        ("sealed", CLERK, "issue", {}, 422),
        ("issued", CLERK, "cancel", {"reason": "Thôi"}, 409),
        ("issued", CLERK, "recall", {"reason": " "}, 422),
        ("issued", DRAFTER, "recall", {"reason": "Nhầm"}, 403),
        ("issued", CLERK, "note-delivery", {"recipient": "x", "state": "sent"}, 400),
        ("issued", CLERK, "unknown", {}, 400),
    ],
)
def test_every_guard(rest, running, out, stage, user, act, body, status):
    refused(rest, running, user, ready(getattr(out, stage)()), act, status, **body)


def test_a_date_before_the_last_number_is_refused(rest, running, out):
    out.numbered()
    second = ready(out.signed())
    found = refused(rest, running, CLERK, second, "number", 422, issued_date="2024-08-13")
    assert found["field"] == "issued_date"
    assert "Điều 15" in found["rule"]


@pytest.mark.parametrize("stage", ["checked", "signed", "issued"])
def test_an_approved_version_is_not_edited(rest, running, out, stage):
    address = ready(getattr(out, stage)())
    traces = Traces(running)
    before = traces.state()
    client = rest(DRAFTER)
    assert client.patch(address, json={"subject": "V/v khác"}).status_code == 409
    assert client.post(f"{address}/@versions", json={"files": [sent()]}).status_code == 409
    assert traces.state() == before


def test_an_expired_authorisation_signs_nothing(rest, running, out):
    draft = ready(out.draft(signing_form="TUQ"))
    found = refused(rest, running, DRAFTER, draft, "submit", 422)
    assert "Điều 13" in found["rule"]


def test_a_second_flow_is_refused(rest, running, out, office):
    letter = office.assigned()
    out.draft(reply_to=letter.UID())
    transaction.commit()
    traces = Traces(running)
    before = traces.state()
    body = {"subject": "V/v trả lời", "reply_to": letter.UID(), "files": [sent()]}
    answer = rest(DRAFTER).post(f"{UNIT}/@outgoing", json=body)
    assert (answer.status_code, answer.json()["error"]["field"]) == (409, "reply_to")
    body["overlap_reason"] = "Hai nội dung"
    assert rest(DRAFTER).post(f"{UNIT}/@outgoing", json=body).status_code == 422
    assert traces.state() == before
    assert rest(HEAD).post(f"{UNIT}/@outgoing", json=body).status_code == 201


def test_a_reply_is_prepared(rest, out, office):
    letter = office.assigned()
    address = ready(letter)
    found = rest(DRAFTER).get(f"{address}/@reply").json()
    assert found["reply_to"] == letter.UID()
    assert found["recipients"][0]["name"] == letter.organ_name
    assert found["unit"].endswith("/vhtt")
    assert rest("cv1-noivu").get(f"{address}/@reply").status_code == 403


def test_a_recipient_that_has_gone_stops_the_issue(rest, running, out, office):
    document = out.sealed(recipients=[{"unit": office.uid("yte")}])
    office.unit("yte").valid_to = date(2024, 8, 1)
    address = ready(document)
    found = refused(rest, running, CLERK, address, "issue", 422, files=[sent_pdf()])
    assert found["field"] == "recipients"


def test_what_a_recipient_has_finished_is_not_recalled(rest, running, out, office):
    document = out.issued(recipients=[{"unit": office.uid("noivu")}])
    deliveries.of(document)[0].state = "done"
    refused(rest, running, CLERK, ready(document), "recall", 409, reason="Nhầm")


def test_a_recall_reaches_every_recipient(rest, out, office):
    document = out.issued(recipients=[{"group": "divisions"}, {"group": "communes"}])
    address = ready(document)
    assert do(rest, CLERK, address, "recall", reason="Nhầm").status_code == 200
    transaction.begin()
    got = [links.document(one.incoming_uid) for one in deliveries.of(document)]
    # eleven divisions, for one has drafted it, and seventeen communes
    assert len(got) == 28
    assert {office.stage(one) for one in got} == {"recalled"}


def test_nobody_else_sees_a_draft(rest, out):
    address = ready(out.submitted())
    for user, status in (
        (DRAFTER, 200),
        (HEAD, 200),
        (CLERK, 403),
        ("chanhvp", 403),
    ):
        assert rest(user).get(address).status_code == status, user
        assert rest(user).get(f"{address}/@versions").status_code == status, user
    assert rest(CLERK).get(f"{BODY}/@outgoing?state=unit_review").json()["items"] == []


def test_the_clerk_sees_it_when_it_is_approved(rest, out):
    address = ready(out.approved())
    assert rest(CLERK).get(address).status_code == 200


def test_in_bulk_each_is_answered_for_itself(rest, out):
    good, bad = out.draft(), out.draft(recipients=[])
    ready(good)
    body = {"act": "submit", "documents": [good.UID(), bad.UID()], "note": "Kính trình"}
    answer = rest(DRAFTER).post(f"{UNIT}/@outgoing-bulk", json=body).json()
    assert answer["done"] == [good.UID()]
    (line,) = answer["refused"]
    assert (line["UID"], line["error"]["field"]) == (bad.UID(), "recipients")
    for wrong in ({"act": "appraise"}, {"act": "submit", "documents": ["gone"]}):
        assert rest(DRAFTER).post(f"{UNIT}/@outgoing-bulk", json=wrong).status_code == 400


@pytest.mark.parametrize("act", ["check_content", "approve", "sign", "number", "issue"])
def test_in_bulk_the_same_guards_hold(rest, out, act):
    draft = out.draft()
    ready(draft)
    body = {"act": act, "documents": [draft.UID()]}
    answer = rest(CLERK).post(f"{UNIT}/@outgoing-bulk", json=body).json()
    assert (answer["done"], len(answer["refused"])) == ([], 1)


def test_plones_own_ways_are_closed(rest, out):
    address = ready(out.draft())
    client = rest(DRAFTER)
    assert client.post(f"{address}/@workflow/submit", json={}).status_code == 409
    assert client.delete(address).status_code in (401, 403, 422)
    new = {"@type": "OutgoingDocument", "subject": "V/v"}
    assert client.post(address, json=new).status_code == 403


def test_copies_have_one_series(rest, out, office):
    address = ready(out.issued())
    made = rest(CLERK).post(f"{address}/@copies", json={"kind": "ban-sao-y", "amount": 2})
    assert (made.status_code, made.json()["symbol"]) == (201, "01/SY-UBND")
    assert rest(CLERK).post(f"{address}/@copies", json={"kind": "ban-chup"}).status_code == 400
    assert rest(DRAFTER).post(f"{address}/@copies", json={"kind": "ban-sao-y"}).status_code == 403
    assert len(rest(CLERK).get(f"{address}/@copies").json()["items"]) == 1


def test_similar_drafts_are_named_to_those_who_draft(rest, out):
    draft = out.draft(subject="V/v báo cáo kết quả chuyển đổi số quý II năm 2024")
    ready(draft)
    query = "subject=báo cáo kết quả chuyển đổi số quý II năm 2024"
    found = rest("cv1-noivu").get(f"{BODY}/noivu/@similar?{query}").json()
    assert [one["uid"] for one in found["items"]] == [draft.UID()]
    assert rest("cv1-noivu").get(f"{BODY}/vhtt/@similar?{query}").status_code == 403
