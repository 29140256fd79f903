"""The workflow follows the sheet on whole journeys, act by act (Articles 20 to 24)."""

from datetime import timedelta
from plone import api
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.directives.actions import directives_of
from vanphong.errors import Conflict
from vanphong.incoming import actions as incoming
from vanphong.incoming.stages import TRANSITIONS
from vanphong.incoming.stages import WORKFLOW
from vanphong.routing import rules
import pytest


def present(to="chutich", by="vanthu"):
    return lambda office, document: office.present(document, to, by)


def direct(by="chutich", replaces=False, **more):
    def act(office, document):
        old = directives_of(document)[0].UID() if replaces else ""
        office.direct(document, by=by, replaces=old, **more)

    return act


def do(act, action, actor, by, **more):
    def step(office, document):
        office.do(act, document, office.step(document, action, actor), by, **more)

    return step


def ask(actor, by):
    def step(office, document):
        due = clock.now() + timedelta(days=20)
        found = office.step(document, "lead", actor)
        office.do("ask_extension", document, found, by, due=due, reason="Chờ số liệu.")

    return step


RECEIVE = do("receive", "lead", "vhtt", "vanthu-vhtt")
ASSIGN = do("assign", "lead", "vhtt", "truongphong-vhtt", person="cv1-vhtt")
FINISH = do("finish", "lead", "cv1-vhtt", "cv1-vhtt", result="Đã trả lời.")
FINISH_UNIT = do("finish", "lead", "vhtt", "truongphong-vhtt", result="Đã trả lời.")
BACK = do("hand_back", "lead", "vhtt", "truongphong-vhtt", reason="Không đúng chức năng.")

JOURNEYS = {
    "straight": [
        (present(), "presented"),
        (direct(coordinators=["noivu"], inform=["tuphap"]), "directed"),
        (RECEIVE, "in_process"),
        (ASSIGN, "in_process"),
        (do("report", "lead", "cv1-vhtt", "cv1-vhtt", result="Đang dự thảo."), "in_process"),
        (do("urge", "lead", "cv1-vhtt", "chanhvp", text="Gấp."), "in_process"),
        (ask("vhtt", "truongphong-vhtt"), "in_process"),
        (do("decide_extension", "extend", "chutich", "chutich", grant=True), "in_process"),
        (FINISH, "finished"),
        (do("finish", "inform", "tuphap", "truongphong-tuphap"), "finished"),
    ],
    "through the Office": [
        (present("vp"), "presented"),
        (present("pct-vanxa", "chanhvp"), "presented"),
        (direct("pct-vanxa"), "directed"),
        (FINISH_UNIT, "finished"),
    ],
    "directed by the Office": [
        (present("vp"), "presented"),
        (direct("phochanhvp1"), "directed"),
        (RECEIVE, "in_process"),
        (FINISH_UNIT, "finished"),
    ],
    "ended by the leader": [
        (present("pct-kinhte"), "presented"),
        (do("finish", "direct", "pct-kinhte", "pct-kinhte", result="Lưu."), "finished"),
    ],
    "presented, taken back, presented": [
        (present(), "presented"),
        (do("take_back", "direct", "chutich", "vanthu"), "registered"),
        (present("pct-vanxa"), "presented"),
    ],
    "handed back to the leader": [
        (present(), "presented"),
        (direct(), "directed"),
        (BACK, "presented"),
        (direct(lead="noivu"), "directed"),
        (do("finish", "lead", "noivu", "truongphong-noivu", result="Xong."), "finished"),
    ],
    "handed back while it was carried out": [
        (present(), "presented"),
        (direct(), "directed"),
        (ASSIGN, "in_process"),
        (do("hand_back", "lead", "cv1-vhtt", "cv1-vhtt", reason="Đi học."), "in_process"),
        (BACK, "presented"),
        (do("finish", "direct", "chutich", "chutich", result="Lưu."), "finished"),
    ],
    "a directive taken back": [
        (present(), "presented"),
        (direct(), "directed"),
        (do("take_back", "lead", "vhtt", "chutich"), "presented"),
        (direct(lead="noivu"), "directed"),
    ],
    "replaced": [
        (present(), "presented"),
        (direct(), "directed"),
        (direct(replaces=True), "directed"),
        (ASSIGN, "in_process"),
        (direct(replaces=True, lead="noivu"), "directed"),
        (do("receive", "lead", "noivu", "truongphong-noivu"), "in_process"),
    ],
    "entered for the leader": [
        (present(), "presented"),
        (direct("vanthu2", author="chutich"), "directed"),
        (do("take_back", "lead", "vhtt", "vanthu2"), "presented"),
    ],
    "confirmed by the head": [
        (present(), "presented"),
        (direct(), "directed"),
        (
            do("assign", "lead", "vhtt", "pho-vhtt", person="cv2-vhtt", confirm=True),
            "in_process",
        ),
        (do("finish", "lead", "cv2-vhtt", "cv2-vhtt", result="Dự thảo."), "in_process"),
        (FINISH_UNIT, "finished"),
    ],
}


@pytest.mark.parametrize("name", JOURNEYS)
def test_the_stage_after_every_act(office, name):
    document = office.register()
    assert office.stage(document) == "registered"
    for number, (act, stage) in enumerate(JOURNEYS[name], start=1):
        act(office, document)
        assert office.stage(document) == stage, f"act {number}"
        assert rules.stage(office.sheet(document)) == stage, f"act {number}"
        assert {row["document_uid"] for row in office.rows(document).values()} <= {document.UID()}


def test_what_waits_is_registered_or_returned(office):
    assert office.stage(office.arrive()) == "awaiting_reception"
    assert office.stage(office.register(target=office.arrive())) == "registered"
    returned = office.arrive()
    with as_user("vanthu"):
        incoming.return_to_sender(returned, reason="Gửi nhầm.")
    assert office.stage(returned) == "returned"


def test_registering_and_presenting_in_one_go(office):
    with as_user("vanthu"):
        document = incoming.register(office.body, office.values(), present_to="pct-vanxa")
    assert office.stage(document) == "presented"


def test_every_way_between_two_stages_is_a_transition_of_the_workflow(portal):
    workflow = portal.portal_workflow[WORKFLOW]
    for (stage, then), name in TRANSITIONS.items():
        assert name in workflow.states[stage].transitions, f"{name} from {stage}"
        assert workflow.transitions[name].new_state_id == then
    ways = {
        (stage, workflow.transitions[name].new_state_id)
        for stage in workflow.states
        for name in workflow.states[stage].transitions
    }
    assert {way for way in ways if way[1] != "recalled"} - {("registered", "finished")} == set(
        TRANSITIONS
    )


@pytest.mark.parametrize("user", ["vanthu", "chutich", "chanhvp", "admin"])
@pytest.mark.parametrize("transition", ["present", "take_back", "direct", "start", "finish"])
def test_no_transition_stands_for_itself(office, user, transition):
    document = office.presented()
    with as_user(user), pytest.raises((Conflict, api.exc.InvalidParameterError)):
        api.content.transition(document, transition)
    assert office.stage(document) == "presented"


def test_the_workflow_remembers_who_moved_it(office):
    document = office.directed()
    history = document.workflow_history[WORKFLOW]
    assert [(line["action"], line["actor"]) for line in history[1:]] == [
        ("register", "vanthu"),
        ("present", "vanthu"),
        ("direct", "chutich"),
    ]
