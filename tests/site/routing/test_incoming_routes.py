"""The journey of an incoming document runs on a template, which proposes and does not force."""

from dataclasses import replace
from tests.office import as_user
from tests.office import tick
from vanphong.calendars import clock
from vanphong.calendars.rules import add_working_hours
from vanphong.calendars.settings import work_calendar
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.incoming import actions as incoming
from vanphong.ledger import work
from vanphong.organisation import actions as organisation
from vanphong.organisation import people
from vanphong.routing import actions as routing
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing import template_actions
from vanphong.routing import templates
from vanphong.routing.rules.diagram import Mark
from vanphong.routing.rules.diagram import layout
from zope.component import getMultiAdapter
import pytest


def ids(document):
    return [one.step.id for one in sheets.plan_of(document)]


def test_a_registered_document_has_its_way(office):
    document = office.register()
    assert ids(document) == ["office", "leader", "lead"]
    assert sheets.steps_of(document) == ()
    assert sheets.route_of(document).title == "Văn bản đến cơ quan"


@pytest.mark.parametrize(
    ("values", "way"),
    [
        ({"urgency": "express"}, ["leader", "lead"]),
        ({"document_type": "don"}, ["office", "head", "lead"]),
    ],
)
def test_each_its_own(office, values, way):
    assert ids(office.register(**values)) == way


def test_whoever_is_planned_next_is_offered_first_with_a_due_date(office):
    document = office.register()
    found = incoming.leaders_to_present_to(office.body, document)
    assert found[0][0] == f"Leaders:{office.uid('vp')}"
    office.present(document, to="vp")
    (step,) = sheets.steps_of(document)
    assert (step.route_step, f"{step.due:%H:%M %d/%m}") == ("office", f"{due(step, 4):%H:%M %d/%m}")
    found = incoming.leaders_to_present_to(office.body, document)
    leader = sheets.plan_of(document)[1].actor
    assert found[0][0] == leader
    office.present(document, to=leader, by="chanhvp")
    assert sheets.steps_of(document)[-1].route_step == "leader"


def due(step, hours):
    return add_working_hours(work_calendar(), step.started_at, hours)


def test_another_leader_than_the_planned_one(office):
    document = office.register()
    planned = sheets.plan_of(document)[1].actor
    other = next(one for one in ("chutich", "pct-vanxa", "pct-kinhte") if one != planned)
    office.present(document, to=other)
    step = sheets.steps_of(document)[-1]
    assert (step.route_step, step.due) == ("", None)


def test_a_running_document_keeps_its_way(office, portal):
    document = office.register()
    folder = templates.container()
    with as_user("admin"):
        for one in folder.templates():
            template_actions.retire_template(one, reason="Thử.")
    assert ids(document) == ["office", "leader", "lead"]
    assert ids(office.present(document)) == ["office", "leader", "lead"]
    assert ids(office.register()) == []


def test_the_diagram_of_a_document(office):
    document = office.directed()
    found = layout(sheets.plan_of(document), sheets.steps_of(document))
    (current,) = found.current
    assert (current.action, current.holder) == ("lead", "Phòng VH&TT")
    assert [box.mark for box in found.boxes].count(Mark.CURRENT) == 1


def test_drawn_and_in_words(office, request_):
    document = office.directed()
    with as_user("chutich"):
        view = getMultiAdapter((document, request_), name="route-diagram")
        html = view()
        svg = getMultiAdapter((document, request_), name="route.svg")()
    assert svg.startswith("<svg")
    assert svg.count("<rect") == len(view.diagram.boxes) <= html.count("<li")
    assert 'aria-current="step"' in html
    assert "Phòng VH&amp;TT" in svg


def test_titles_are_never_markup(office, request_):
    document = office.directed()
    sheet = sheets.steps_of(document)
    step = replace(office.step(document, "lead"), actor_title="<script>alert(1)</script>")
    document.routing_sheet.steps = rules.sheet.change(sheet, step)
    with as_user("chutich"):
        svg = getMultiAdapter((document, request_), name="route.svg")()
    assert "<script" not in svg


# somebody who left


def test_the_chief_of_the_office_gives_the_step_to_a_colleague(office):
    document = office.assigned()
    step = office.step(document, "lead")
    assert step.actor == "cv1-vhtt"
    office.do(
        "replace_holder", document, step, "chanhvp", person="cv2-vhtt", reason="Chuyển công tác."
    )
    new = office.step(document, "lead")
    assert (new.actor, new.state, new.due) == ("cv2-vhtt", "open", step.due)
    assert office.stage(document) == "in_process"
    with as_user("cv1-vhtt"), pytest.raises(OfficeError):
        routing.finish(document, new.uid, result="x")
    office.do("finish", document, new, "cv2-vhtt", result="Đã trả lời.")
    assert office.stage(document) == "finished"
    assert not any(
        row["is_open"] for row in work.timeline(document.UID()) if row["action"] == "lead"
    )


@pytest.mark.parametrize("user", ["truongphong-vhtt", "vanthu", "cv1-vhtt", "chutich", ""])
def test_nobody_else_does(office, user):
    document = office.assigned()
    step = office.step(document, "lead")
    with as_user(user), pytest.raises(NotAllowed):
        routing.replace_holder(document, step.uid, person="cv2-vhtt", reason="x")


@pytest.mark.parametrize(("person", "reason"), [("khong-co", "x"), ("cv2-vhtt", " ")])
def test_to_a_person_and_with_a_reason(office, person, reason):
    document = office.assigned()
    step = office.step(document, "lead")
    with as_user("chanhvp"), pytest.raises(RuleBroken):
        routing.replace_holder(document, step.uid, person=person, reason=reason)


# standing in


@pytest.fixture
def absent(office):
    """cv1-vhtt is away; cv2-vhtt stands in."""
    today = clock.today()
    with as_user("admin"):
        organisation.delegate(
            office.body,
            kind="process",
            giver="cv1-vhtt",
            taker="cv2-vhtt",
            valid_from=today,
            valid_to=today,
            basis="Giấy ủy quyền số 1",
        )
    people.forget()
    return office


def test_who_stands_in_acts_under_the_own_name(absent):
    document = absent.assigned()
    step = absent.step(document, "lead")
    with as_user("cv2-vhtt"):
        tick()
        routing.finish(document, step.uid, result="Đã trả lời.")
    done = rules.find(sheets.steps_of(document), step.uid)
    assert done.state == "done"
    assert done.actor == "cv1-vhtt"
    assert done.on_behalf_of
    row = next(row for row in work.timeline(document.UID()) if row["step_uid"] == step.uid)
    assert row["on_behalf_of"] == done.on_behalf_of
