"""What one may look at over REST, and what not."""

from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
from tests.functional.letters import BODY
from tests.functional.letters import INCOMING
from tests.functional.letters import path
from tests.functional.traces import Traces
from vanphong.ledger import access
import pytest
import transaction


PARTS = ("", "@files", "@routing", "@directives", "@history", "chi-dao-1")

#: What Plone itself shows of content; it asks for View.
STOCK = ("@workflow", "@actions", "@breadcrumbs", "@sharing", "@types")


@pytest.fixture
def directed(office):
    """A document that VH&TT leads, Nội vụ coordinates and Tư pháp is told of."""
    found = office.directed()
    transaction.commit()
    return found


@pytest.fixture
def manager(rest):
    return rest(MANAGER, SECRET)


@pytest.mark.parametrize("part", PARTS)
def test_those_on_the_sheet_see_it_and_nobody_else(directed, rest, manager, part):
    address = path(directed, part)
    for insider in ("vanthu", "chanhvp", "chutich", "truongphong-vhtt", "truongphong-noivu"):
        assert rest(insider).get(address).status_code == 200, insider
    for stranger in ("cv2-vhtt", "truongphong-yte", "pct-vanxa", "vanthu-anlac"):
        answer = rest(stranger).get(address)
        assert answer.status_code == 403, stranger
        assert answer.json()["error"]["type"] == "not-allowed"
        assert directed.subject not in answer.text
    assert manager.get(address).status_code == 403
    assert rest().get(address).status_code == 401


@pytest.mark.parametrize("part", STOCK)
def test_plones_own_services_show_it_to_nobody_else_either(directed, rest, manager, part):
    address = path(directed, part)
    for client in (rest("cv2-vhtt"), manager, rest()):
        answer = client.get(address)
        assert answer.status_code in (401, 403)
        assert directed.subject not in answer.text


def test_who_may_not_look_leaves_a_line(directed, rest, running):
    traces = Traces(running)
    before, lines = traces.state(), len(traces.trail())
    rest("cv2-vhtt").get(path(directed))
    assert traces.state() == before
    (line,) = traces.refused(since=lines)
    assert (line["act"], line["user_id"]) == ("view", "cv2-vhtt")
    assert line["document_uid"] == directed.UID()


def test_a_person_told_for_information_may_not_read_the_trail(directed, rest):
    told = rest("truongphong-tuphap")
    assert told.get(path(directed)).status_code == 200
    assert told.get(path(directed, "@history")).status_code == 403


def test_a_document_tells_what_plone_and_the_office_know_of_it(directed, rest):
    found = rest("truongphong-vhtt").get(path(directed)).json()
    assert found["@type"] == "IncomingDocument"
    assert found["title"] == found["subject"] == directed.subject
    assert found["label"] == directed.label
    assert found["state"] == {"token": "directed", "title": "Đã có chỉ đạo"}
    assert found["review_state"] == "directed"
    assert found["urgency"] == {"token": "normal", "title": "Thường"}
    assert found["files"] == []
    assert found["lateness"]["kind"] == "ontime"
    for part in ("routing", "directives", "files"):
        assert found["@components"][part]["@id"].endswith(f"/@{part}")


def test_parts_come_with_the_document_when_asked_for(directed, rest):
    address = path(directed) + "?expand=routing,directives,files"
    parts = rest("truongphong-vhtt").get(address).json()["@components"]
    assert len(parts["routing"]["steps"]) == 4
    assert parts["directives"]["items"][0]["text"].startswith("Giao chủ trì")
    assert parts["files"]["items"] == []


@pytest.mark.parametrize("part", PARTS)
def test_looking_at_any_part_opens_the_step(directed, rest, office, part):
    step = office.step(directed, "lead")
    assert office.rows(directed)[step.uid]["opened_at"] is None
    rest("truongphong-vhtt").get(path(directed, part))
    assert office.rows(directed)[step.uid]["opened_by"] == "truongphong-vhtt"
    assert [row["user_id"] for row in access.opened_by(directed.UID())] == ["truongphong-vhtt"]


def test_reading_ends_a_step_for_information(directed, rest, office):
    told = rest("truongphong-tuphap")
    told.get(path(directed))
    steps = rest("vanthu").get(path(directed, "@routing")).json()["steps"]
    inform = next(one for one in steps if one["action"]["token"] == "inform")
    assert inform["state"]["token"] == "done"
    assert not inform["awaits"]
    assert inform["finished_by"] == "truongphong-tuphap"


def test_no_get_writes_content(directed, rest, running):
    traces = Traces(running)
    before = traces.storage.lastTransaction()
    client = rest("truongphong-vhtt")
    for part in PARTS:
        client.get(path(directed, part))
    for address in (INCOMING, f"{BODY}/@units", f"{BODY}/@leaders", f"{BODY}/@roster", "@work"):
        assert client.get(address).status_code == 200
    assert traces.storage.lastTransaction() == before


# lists


def test_the_clerk_lists_all_and_others_what_concerns_them(directed, rest, manager):
    def listed(client):
        found = client.get(INCOMING).json()
        return found["items_total"], {one["UID"] for one in found["items"]}

    total, _uids = listed(rest("vanthu"))
    assert total == 30
    assert listed(rest("chanhvp"))[0] == total
    some, uids = listed(rest("truongphong-vhtt"))
    assert directed.UID() in uids
    assert some < total
    assert directed.UID() not in listed(rest("truongphong-yte"))[1]
    assert listed(manager) == (0, set())


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("state=awaiting_reception", 2),
        ("state=awaiting_reception,returned", 2),
        ("q=1210/ubnd-vx", 1),
        ("q=HOP+TAC+xa+khong+co", 0),
        ("q=ung+pho+Bão", 1),
        ("since=2024-08-15", 0),
        ("until=13/8/2024&q=1210/UBND-VX", 1),
        ("urgency=express", 1),
        ("register=none", 0),
    ],
)
def test_a_list_is_narrowed(rest, query, count):
    answer = rest("vanthu").get(f"{INCOMING}?{query}").json()
    assert answer["items_total"] == len(answer["items"]) == count


@pytest.mark.parametrize("query", ["since=gestern", "urgency=sehr", "page=zwei"])
def test_a_filter_that_cannot_be_read_is_refused(rest, query):
    answer = rest("vanthu").get(f"{INCOMING}?{query}")
    assert answer.status_code == 400
    assert answer.json()["error"]["field"] == query.partition("=")[0]


def test_completion_is_for_those_who_register(rest):
    clerk = rest("vanthu")
    found = clerk.get(f"{BODY}/@completions/symbol?q=1210").json()["items"]
    assert found == ["1210/UBND-VX"]
    assert clerk.get(f"{BODY}/@completions/organ_name?q=").json()["items"] == []
    assert clerk.get(f"{BODY}/@completions/subject?q=a").status_code == 400
    assert rest("cv1-vhtt").get(f"{BODY}/@completions/symbol?q=1210").status_code == 403


def test_work_tells_who_i_am_and_what_waits(directed, rest):
    found = rest("vanthu-vhtt").get("@work?box=receive&order=newest").json()
    assert found["me"]["user_id"] == "vanthu-vhtt"
    assert "Chuyên viên kiêm văn thư" in [one["position"] for one in found["me"]["positions"]]
    assert found["counts"]["receive"] == len(found["items"])
    assert found["items"][0]["document"]["UID"] == directed.UID()
    assert rest("vanthu-vhtt").get("@work?box=nothing").status_code == 400
    assert rest("vanthu-vhtt").get("@work?order=nothing").status_code == 400
    assert rest().get("@work").status_code == 401


def test_the_work_of_a_unit_is_for_its_people(directed, rest, unit):
    address = f"@work/unit/{unit('vhtt').UID()}"
    for insider in ("truongphong-vhtt", "vanthu-vhtt", "chanhvp"):
        items = rest(insider).get(address).json()["items"]
        assert directed.UID() in {one["document"]["UID"] for one in items}
    items = rest("cv2-vhtt").get(address).json()["items"]
    assert directed.UID() not in {one["document"]["UID"] for one in items}
    assert rest("truongphong-yte").get(address).status_code == 403
    assert rest("truongphong-vhtt").get("@work/unit/nothing").status_code == 400
    assert rest("truongphong-vhtt").get("@work/everything").status_code == 404


def test_finishing_many_tells_each_outcome_apart(office, rest):
    mine, other = office.assigned(), office.directed()
    step, foreign = office.step(mine, "lead"), office.step(other, "lead")
    transaction.commit()
    asked = {"steps": [step.uid, foreign.uid, "nothing"], "result": "Xong"}
    found = rest("cv1-vhtt").post("@work/finish", json=asked).json()
    assert found["finished"] == [step.uid]
    refused = {one["step"]: one["error"]["type"] for one in found["refused"]}
    # a document that one may not see is as if it were not there
    assert refused == {foreign.uid: "invalid", "nothing": "invalid"}
    transaction.begin()
    assert office.stage(mine) == "finished"
    assert office.stage(other) == "directed"
