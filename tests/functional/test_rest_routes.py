"""Route templates over REST: the whole journey, and every refusal with its status."""

from copy import deepcopy
from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
from tests.functional.letters import path
import pytest
import transaction


ROUTES = "luong-xu-ly/@routes"
GENERAL = "luong-xu-ly/van-ban-di/@route"
BODY = "to-chuc/ubnd"


@pytest.fixture
def manager(rest):
    """The administrator."""
    return rest(MANAGER, SECRET)


@pytest.fixture
def general(manager):
    """The way of every outgoing document, as a client has it."""
    return manager.get(GENERAL).json()


def route_of(template):
    return deepcopy(template["versions"][0]["route"])


def legal(route, unit):
    """The route with a legal opinion on decisions."""
    place = next(n for n, one in enumerate(route["steps"]) if one["id"] == "appraise")
    step = {
        "id": "legal",
        "title": "Thẩm định pháp lý",
        "action": "opine",
        "who": {"relation": "unit_desk", "unit": unit},
        "hours": 8,
        "condition": {"document_types": ["quyet-dinh"]},
    }
    route["steps"].insert(place, step)
    return route


def simulated(client, office, **more):
    facts = {
        "direction": "out",
        "document_type": "quyet-dinh",
        "unit": office.uid("vhtt"),
        "signed_by": "body",
    }
    body = {"facts": facts, "drafter": "cv1-vhtt", "at": "2024-08-14T10:00", **more}
    answer = client.post(f"{BODY}/@simulate-route", json=body)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_step_is_added_tried_and_applied(manager, office, general):
    sent = {
        "revision": general["revision"],
        "route": legal(route_of(general), office.uid("tuphap")),
    }
    answer = manager.patch(GENERAL, json=sent)
    assert answer.status_code == 200, answer.text
    assert answer.json()["draft"]["route"]["steps"][3]["who"]["unit"]["short"] == "Phòng Tư pháp"

    now = simulated(manager, office)
    draft = simulated(manager, office, template="van-ban-di")
    assert "legal" not in {one["step"] for one in now["steps"]}
    tried = {one["step"]: one for one in draft["steps"]}
    assert tried["legal"]["actor_title"] == "Phòng Tư pháp"
    assert tried["review"]["due"].startswith("2024-08-14T16:30")
    assert draft["hours"] == now["hours"] + 8
    assert [one["title"] for one in draft["why"] if one["taken"]] == [general["title"]]
    assert all(one["reason"] for one in draft["why"])

    sent = {"revision": answer.json()["revision"], "reason": "Quy chế làm việc."}
    answer = manager.post(f"{GENERAL}/apply", json=sent)
    assert answer.status_code == 200, answer.text
    assert [one["version"] for one in answer.json()["versions"]] == [2, 1]
    assert "legal" in {one["step"] for one in simulated(manager, office)["steps"]}


def test_simulating_writes_nothing(manager, office, portal):
    before = portal._p_jar.db().lastTransaction()
    simulated(manager, office)
    assert portal._p_jar.db().lastTransaction() == before


def test_a_real_document_is_tried(manager, office):
    document = office.register()
    transaction.commit()
    answer = manager.post(f"{BODY}/@simulate-route", json={"document": document.UID()})
    assert [one["step"] for one in answer.json()["steps"]] == ["office", "leader", "lead"]


def test_the_list_the_export_and_its_import(manager):
    listed = manager.get(ROUTES).json()["items"]
    assert len(listed) == 8
    assert {one["running"]["more"] for one in listed} == {False}
    exported = manager.get(f"{ROUTES}/export").json()
    assert exported["format"] == "vanphong-routes"
    answer = manager.post(f"{ROUTES}/import", json=exported)
    assert answer.status_code == 200, answer.text
    assert all(one["has_draft"] for one in answer.json()["items"])


def test_a_template_is_added_moved_and_retired(manager, general):
    route = {**route_of(general), "title": "Báo cáo", "condition": {"document_types": ["bao-cao"]}}
    answer = manager.post(ROUTES, json=route)
    assert answer.status_code == 201, answer.text
    assert answer.headers["Location"].endswith("/luong-xu-ly/bao-cao")
    address = "luong-xu-ly/bao-cao/@route"
    sent = {"revision": answer.json()["revision"], "reason": "Mới."}
    assert manager.post(f"{address}/apply", json=sent).json()["version"] == 1
    assert manager.post(f"{address}/move", json={"place": 1}).json()["order"] == 1
    assert manager.post(f"{address}/retire", json={"reason": "Thôi."}).json()["version"] is None


def without(name):
    def change(route):
        route["steps"] = [one for one in route["steps"] if one["id"] != name]

    return change


def with_step(name, **more):
    def change(route):
        next(one for one in route["steps"] if one["id"] == name).update(more)

    return change


ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều"

REFUSED = {
    "no review": (without("review"), 422, f"{ARTICLE} 12"),
    "no appraisal": (
        lambda route: route.update(
            steps=[one for one in route["steps"] if one["action"] != "appraise"]
        ),
        422,
        f"{ARTICLE} 12",
    ),
    "two people": (
        lambda route: [one.update(group="g") for one in route["steps"][4:6]],
        422,
        f"{ARTICLE} 12",
    ),
    "the drafter signs": (with_step("sign", who={"relation": "drafter"}), 422, f"{ARTICLE} 12"),
    "no signature": (without("sign"), 422, f"{ARTICLE} 13"),
    "number before signature": (
        lambda route: route["steps"].append(route["steps"].pop(-2)),
        422,
        f"{ARTICLE} 15",
    ),
    "the seal elsewhere": (
        with_step("number", who={"relation": "body_head"}),
        422,
        f"{ARTICLE} 32",
    ),
    "a loop": (with_step("review", back_to=["sign"]), 422, ""),
    "minus three hours": (with_step("sign", hours=-3), 422, ""),
    "code in a title": (lambda route: route.update(title="<script>"), 422, ""),
    "an unknown unit": (
        with_step("opine", who={"relation": "unit_desk", "unit": "x"}),
        422,
        "",
    ),
    "an unknown key": (lambda route: route.update(eval="1"), 400, ""),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_template_may_say(manager, general, name):
    change, status, rule = REFUSED[name]
    route = route_of(general)
    change(route)
    sent = {"revision": general["revision"], "route": route}
    answer = manager.patch(GENERAL, json=sent)
    error = answer.json()["error"]
    assert (answer.status_code, error["rule"]) == (status, rule), error
    assert manager.get(GENERAL).json() == general


def test_two_administrators(manager, general):
    sent = {"revision": general["revision"], "route": route_of(general)}
    assert manager.patch(GENERAL, json=sent).status_code == 200
    answer = manager.patch(GENERAL, json=sent)
    assert answer.status_code == 409
    assert manager.patch(GENERAL, json={"route": route_of(general)}).status_code == 400


@pytest.mark.parametrize("text", ["[" * 10_000_000, '{"a":' * 90_000 + "1" + "}" * 90_000, "{"])
def test_ten_megabytes_of_nesting(manager, text):
    answer = manager.post(
        f"{ROUTES}/import", data=text, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["type"] == "invalid"
    assert "JSON" in answer.json()["error"]["message"]


@pytest.mark.parametrize("user", ["chanhvp", "chutich", "vanthu", "cv1-vhtt"])
def test_only_who_manages_routes(rest, user, office):
    client = rest(user)
    assert client.get(ROUTES).status_code == 403
    assert client.get(GENERAL).status_code == 403
    assert client.patch(GENERAL, json={"revision": 1, "route": {}}).status_code in (400, 403)
    answer = client.post(f"{GENERAL}/retire", json={"reason": "x"})
    assert answer.status_code == 403
    answer = client.post(f"{BODY}/@simulate-route", json={"facts": {"direction": "in"}})
    assert answer.status_code == 403


def test_somebody_who_left(rest, office):
    document = office.assigned()
    step = office.step(document, "lead")
    transaction.commit()
    address = f"{path(document, '@routing')}/{step.uid}/replace-holder"
    sent = {"person": "cv2-vhtt", "reason": "Nghỉ chế độ."}
    assert rest("cv1-vhtt").post(address, json=sent).status_code == 403
    answer = rest("chanhvp").post(address, json=sent)
    assert answer.status_code == 200, answer.text
    assert answer.json()["holders"][-1]["actor"] == "cv2-vhtt"


def test_a_draft_may_break_rules_until_it_is_applied(manager, general):
    route = route_of(general)
    without("review")(route)
    sent = {"revision": general["revision"], "route": route, "unfinished": True}
    answer = manager.patch(GENERAL, json=sent)
    assert answer.status_code == 200, answer.text
    sent = {"revision": answer.json()["revision"], "reason": "Thử."}
    refused = manager.post(f"{GENERAL}/apply", json=sent)
    assert (refused.status_code, refused.json()["error"]["rule"]) == (422, f"{ARTICLE} 12")


def test_an_old_version_is_restored(manager, general):
    route = {**route_of(general), "title": "Trình ký mới"}
    sent = {"revision": general["revision"], "route": route}
    revision = manager.patch(GENERAL, json=sent).json()["revision"]
    sent = {"revision": revision, "reason": "Mới."}
    revision = manager.post(f"{GENERAL}/apply", json=sent).json()["revision"]
    sent = {"revision": revision, "version": 1, "reason": "Lấy lại bản cũ."}
    answer = manager.post(f"{GENERAL}/restore", json=sent)
    assert answer.status_code == 200, answer.text
    newest = answer.json()["versions"][0]
    assert (answer.json()["version"], newest["reason"]) == (3, "Lấy lại bản cũ.")
    assert newest["route"]["title"] == general["title"]
    assert manager.post(f"{GENERAL}/restore", json=sent).status_code == 409
