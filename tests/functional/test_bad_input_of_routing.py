"""Bad input to routes and workflows, one row for each kind: what it gets over HTTP.

A message in Vietnamese that names the matter, the status of a client's mistake, nothing
written, and one line of the refusal in the trail.
"""

from copy import deepcopy
from plone.app.testing import SITE_OWNER_NAME as MANAGER
from plone.app.testing import SITE_OWNER_PASSWORD as SECRET
from tests.functional.letters import path
from tests.functional.test_rest_workflows import INSERT
from tests.functional.traces import Traces
from tests.office import as_user
from tests.outgoing_office import CLERK
from tests.outgoing_office import DRAFTER
from tests.outgoing_office import HEAD
from tests.outgoing_office import Outgoing
from vanphong.ledger import jobs
from vanphong.workflows import actions as workflows
from vanphong.workflows.rules.values import dump
from vanphong.workflows.standing import Standing
import pytest
import re
import transaction


ROUTES = "luong-xu-ly/@routes"
GENERAL = "luong-xu-ly/van-ban-di/@route"
WORKFLOW = "@workflows/incoming_workflow"
VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđăâêôơư]", re.IGNORECASE)


class Tried:
    """Short ways to send what is wrong."""

    def __init__(self, rest, office):
        self.rest = rest
        self.office = office
        self.out = Outgoing(office)
        self.admin = rest(MANAGER, SECRET)

    def route(self, **more):
        """The general route as a client has it, with a change of one step or of itself."""
        found = self.admin.get(GENERAL).json()
        route = deepcopy(found["versions"][0]["route"])
        for name, values in more.items():
            if isinstance(values, dict) and name != "condition":
                next(one for one in route["steps"] if one["id"] == name).update(values)
            else:
                route[name] = values
        return {"revision": found["revision"], "route": route}

    def save(self, sent=None, **more):
        """PATCH of the general route."""
        return lambda: self.admin.patch(GENERAL, json=sent or self.route(**more))

    def draft(self, name, **sent):
        """A draft of a workflow that is kept; how it is then applied."""
        with as_user("admin"):
            workflows.edit_workflow(
                self.office.portal, name, sent.get("edits", []), revision=0, **sent.get("more", {})
            )
        transaction.commit()
        body = {"revision": Standing(name).record.revision, "reason": "Thử."}
        return lambda: self.admin.post(f"@workflows/{name}/apply", json=body)


def without_number(tried):
    sent = tried.route()
    sent["route"]["steps"] = sent["route"]["steps"][:-1]
    return tried.save(sent)


def equal_match(tried):
    other = tried.admin.get("luong-xu-ly/giay-moi/@route").json()
    return tried.save(condition=other["versions"][0]["route"]["condition"])


def unreachable(tried):
    values = dump(Standing("incoming_workflow").live)
    for state in values["states"]:
        if state["id"] == "registered":
            state["exits"] = ["finish", "recall"]
    return tried.draft("incoming_workflow", more={"workflow": values})


def drafter_signs(tried):
    grid = {"vanphong: Sign Document": ["Drafter"]}
    edit = {"edit": "set_grid", "state": "awaiting_signature", "grid": grid}
    return tried.draft("outgoing_workflow", edits=[edit])


def state_with_documents(tried):
    with as_user("admin"):
        portal = tried.office.portal
        workflows.edit_workflow(portal, "incoming_workflow", [INSERT], revision=0)
        revision = Standing("incoming_workflow").record.revision
        workflows.apply_workflow(portal, "incoming_workflow", revision=revision, reason="Thử.")
    jobs.run_pending()
    tried.office.presented()
    with as_user("admin"):
        revision = Standing("incoming_workflow").record.revision
        states = Standing("incoming_workflow").live.states
        inserted = next(one.id for one in states if one.title == INSERT["title"])
        edit = {"edit": "remove_state", "state": inserted}
        workflows.edit_workflow(portal, "incoming_workflow", [edit], revision=revision)
    transaction.commit()
    body = {"revision": Standing("incoming_workflow").record.revision, "reason": "Thử."}
    return lambda: tried.admin.post(f"{WORKFLOW}/apply", json=body)


def nobody_to_take_over(tried):
    document = tried.office.assigned()
    step = tried.office.step(document, "lead")
    transaction.commit()
    address = f"{path(document, '@routing')}/{step.uid}/replace-holder"
    sent = {"person": "da-nghi-viec", "reason": "Nghỉ chế độ."}
    return lambda: tried.rest("chanhvp").post(address, json=sent)


def of_another_site(tried):
    export = tried.admin.get(f"{ROUTES}/export").json()
    (route,) = [one for one in export["templates"] if one["name"] == "van-ban-di"]
    stranger = {"uid": "0" * 32, "short": "Phòng X", "symbol_code": "PX"}
    step = next(one for one in route["steps"] if one["id"] == "opine")
    step["who"] = {"relation": "unit_desk", "unit": stranger}
    export["templates"] = [{**route, "name": "tu-noi-khac", "title": "Từ nơi khác"}]
    return lambda: tried.admin.post(f"{ROUTES}/import", json=export)


def second_administrator(tried):
    sent = tried.route()
    assert tried.admin.patch(GENERAL, json=sent).status_code == 200
    transaction.begin()
    return tried.save(sent)


def skipped_stage(tried):
    document = tried.out.approved()
    transaction.commit()
    return lambda: tried.rest(CLERK).post(path(document, "@act/number"), json={})


def two_people(tried):
    document = tried.out.draft()
    transaction.commit()
    sent = {"to": [HEAD, "chutich"]}
    return lambda: tried.rest(DRAFTER).post(path(document, "@act/submit"), json=sent)


#: What is sent, the status of the answer, and what its message names.
BAD = {
    "a template with a loop": (lambda t: t.save(review={"back_to": ["sign"]}), 422, "vòng"),
    "nobody at the end": (without_number, 422, "văn thư"),
    "an unknown unit": (
        lambda t: t.save(opine={"who": {"relation": "unit_desk", "unit": "x"}}),
        422,
        "đơn vị",
    ),
    "an allowance of −3 hours": (lambda t: t.save(sign={"hours": -3}), 422, "-3"),
    "code in a title": (lambda t: t.save(title="<script>"), 422, "<"),
    "two templates that match equally": (equal_match, 409, "Giấy mời"),
    "an unreachable state": (unreachable, 422, ""),
    "a workflow that lets a drafter sign": (drafter_signs, 422, ""),
    "removing a state that documents are in": (state_with_documents, 409, "1"),
    "whoever takes over is on no roster": (nobody_to_take_over, 422, "da-nghi-viec"),
    "another site's JSON with unknown units": (of_another_site, 422, "Phòng X"),
    # ten megabytes of it are turned away before a service is asked: test_rest_routes
    "nesting": (
        lambda t: (
            lambda: t.admin.post(
                f"{ROUTES}/import",
                data='{"a":' * 60 + "1" + "}" * 60,
                headers={"Content-Type": "application/json"},
            )
        ),
        400,
        "",
    ),
    "an edit without the permission": (
        lambda t: (
            lambda: t.rest("chanhvp").post(
                f"{GENERAL}/retire", json={"reason": "Thôi.", "revision": 1}
            )
        ),
        403,
        "quản trị",
    ),
    "a workflow edited without the permission": (
        lambda t: (
            lambda: t.rest("vanthu").post(
                f"{WORKFLOW}/draft", json={"revision": 0, "edits": [INSERT]}
            )
        ),
        403,
        "quản trị",
    ),
    "two administrators at once": (second_administrator, 409, "admin"),
    "a stage that is skipped": (skipped_stage, 409, ""),
    "a submission to two people": (two_people, 422, "một người"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_refused_in_words_and_leaves_a_line(rest, running, office, name):
    make, status, named = BAD[name]
    send = make(Tried(rest, office))
    traces = Traces(running)
    before, lines = traces.state(), len(traces.trail())
    answer = send()
    assert answer.status_code == status, answer.text
    message = answer.json()["error"]["message"]
    assert VIETNAMESE.search(message), message
    assert "${" not in message
    assert named.lower() in message.lower(), message
    assert traces.state() == before
    assert len(traces.refused(since=lines)) == 1
