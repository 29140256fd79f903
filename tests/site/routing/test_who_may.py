"""Every act on a step, with and without the right to it."""

from datetime import timedelta
from tests.office_acts import act
from tests.office_acts import each
from tests.office_acts import every
from tests.office_acts import may
from tests.office_acts import nobody_else_may
from vanphong.calendars import clock
from vanphong.routing import actions as routing
import pytest


VHTT = ("truongphong-vhtt", "pho-vhtt", "vanthu-vhtt")


def directed(office):
    return office.directed()


def assigned(office):
    return office.assigned()


def asked(office):
    document = office.directed()
    due = clock.now() + timedelta(days=30)
    step = office.step(document, "lead")
    office.do("ask_extension", document, step, "vanthu-vhtt", due=due, reason="Chờ số liệu.")
    return document


def asked_by_a_person(office):
    document = office.directed()
    due = clock.now().date() + timedelta(days=2)
    lead = office.step(document, "lead")
    office.do("assign", document, lead, "truongphong-vhtt", person="cv1-vhtt", due=due)
    later = due + timedelta(days=2)
    step = office.step(document, "lead")
    office.do("ask_extension", document, step, "cv1-vhtt", due=later, reason="Chờ số liệu.")
    return document


def on(act, action, actor="", **more):
    """An act on the newest step of a kind."""

    def do(office, document):
        getattr(routing, act)(document, office.step(document, action, actor).uid, **more)

    return do


def ask(action, actor=""):
    def do(office, document):
        due = clock.now() + timedelta(days=30)
        step = office.step(document, action, actor)
        routing.ask_extension(document, step.uid, due=due, reason="Chờ số liệu của các xã.")

    return do


ACTS = {
    "receive for the unit": act(directed, on("receive", "lead"), *VHTT),
    "receive to coordinate": act(directed, on("receive", "coordinate"), "truongphong-noivu"),
    "assign": act(directed, on("assign", "lead", person="cv1-vhtt"), *VHTT),
    "hand the unit's back": act(directed, on("hand_back", "lead", reason="Nhầm đơn vị."), *VHTT),
    "hand one's own back": act(assigned, on("hand_back", "lead", reason="Đi học."), "cv1-vhtt"),
    "ask for the unit": act(directed, ask("lead"), *VHTT),
    "ask for oneself": act(
        lambda office: office.assigned(due=clock.now() + timedelta(days=1)),
        ask("lead", "cv1-vhtt"),
        "cv1-vhtt",
    ),
    "decide for the unit": act(asked, on("decide_extension", "extend", grant=True), "chutich"),
    "decide for a person": act(
        asked_by_a_person, on("decide_extension", "extend", grant=True), "truongphong-vhtt"
    ),
    "report for the unit": act(directed, on("report", "lead", result="Đang làm."), *VHTT),
    "report one's own": act(assigned, on("report", "lead", result="Đang làm."), "cv1-vhtt"),
    "finish for the unit": act(directed, on("finish", "lead", result="Đã xong."), *VHTT),
    "finish one's own": act(assigned, on("finish", "lead", result="Đã xong."), "cv1-vhtt"),
    "finish coordinating": act(assigned, on("finish", "coordinate"), "truongphong-noivu"),
    "finish reading": act(directed, on("finish", "inform"), "truongphong-tuphap", "vanthu-tuphap"),
    "finish without directing": act(
        lambda office: office.presented("pct-kinhte"), on("finish", "direct"), "pct-kinhte"
    ),
    "take back a presentation": act(
        lambda office: office.presented(), on("take_back", "direct"), "vanthu"
    ),
    "take back a directive": act(directed, on("take_back", "lead"), "chutich"),
    "take back a coordination": act(directed, on("take_back", "coordinate"), "chutich"),
    "take back an assignment": act(assigned, on("take_back", "lead"), "truongphong-vhtt"),
}

URGE = {
    "remind a leader": act(
        lambda office: office.presented(),
        on("urge", "direct"),
        "vanthu",
        "vanthu2",
        "chanhvp",
        "phochanhvp1",
    ),
    "remind a unit": act(
        directed,
        on("urge", "lead", "vhtt"),
        "vanthu",
        "vanthu2",
        "chanhvp",
        "phochanhvp1",
        "chutich",
    ),
    "remind a person": act(
        assigned,
        on("urge", "lead", "cv1-vhtt"),
        "vanthu",
        "vanthu2",
        "chanhvp",
        "phochanhvp1",
        "chutich",
        "truongphong-vhtt",
    ),
}


@pytest.mark.parametrize(("one", "user"), each(ACTS | URGE))
def test_whoever_may_can(office, one, user):
    may(office, one, user)


@pytest.mark.parametrize("one", every(ACTS | URGE))
def test_nobody_else_can(office, one):
    nobody_else_may(office, one)
