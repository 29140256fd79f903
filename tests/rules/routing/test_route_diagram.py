"""The way of a document as boxes and arrows."""

from dataclasses import replace
from tests.routes import NOW
from tests.routes import PEOPLE
from tests.routes import Posts
from tests.routes import by
from tests.routes import facts
from tests.routes import route
from time import perf_counter
from vanphong.routing import rules
from vanphong.routing.rules import chain
from vanphong.routing.rules.diagram import Mark
from vanphong.routing.rules.diagram import layout
from vanphong.routing.rules.planning import Candidate
from vanphong.routing.rules.planning import plan
import pytest


RELATED = [Candidate("Desk:nv", "Phòng Nội vụ"), Candidate("Desk:tp", "Phòng Tư pháp")]


def outgoing(*completed, **held):
    way = plan(route(), facts(), Posts(**held))
    sheet = chain.start((), way, by("drafter"))
    for name, user in completed:
        step = [one for one in sheet if one.route_step == name][-1]
        sheet = chain.complete(sheet, way, step.uid, by(user, 5))
    return way, sheet


def marks(diagram):
    return {box.id: str(box.mark) for box in diagram.boxes}


def test_before_and_on_the_way():
    way, sheet = outgoing(("review", "head"))
    found = layout(way, sheet)
    assert marks(found) == {
        "draft": "done",
        "review": "done",
        "opine": "skipped",
        "appraise": "current",
        "office": "coming",
        "sign": "coming",
        "number": "coming",
    }
    (current,) = found.current
    assert (current.holder, current.at, current.due is not None) == (
        "Chuyên viên tổng hợp",
        by("head", 5).at,
        True,
    )
    assert found.boxes[1].by == "Trưởng phòng"
    assert found.boxes[2].why == "the document concerns no other unit"


def test_nothing_has_begun():
    assert set(marks(layout(plan(route(), facts(), Posts()), ())).values()) == {
        "coming",
        "skipped",
    }


def test_side_by_side():
    way, sheet = outgoing(("review", "head"), related_units=RELATED)
    found = {box.id: box for box in layout(way, sheet).boxes}
    assert [(found[name].column, found[name].row) for name in ("opine.1", "opine.2")] == [
        (2, 0),
        (2, 1),
    ]
    arrows = {(one.start, one.end) for one in layout(way, sheet).arrows if one.kind == "next"}
    assert {("review", "opine.1"), ("review", "opine.2")} <= arrows
    assert {("opine.1", "appraise"), ("opine.2", "appraise")} <= arrows


def test_what_is_left_out_is_gone_around():
    way, sheet = outgoing()
    arrows = layout(way, sheet).arrows
    assert ("review", "appraise", "next") in {(a.start, a.end, a.kind) for a in arrows}
    assert ("review", "opine", "skipped") in {(a.start, a.end, a.kind) for a in arrows}


def test_where_it_may_be_sent_back_to():
    way, sheet = outgoing(("review", "head"))
    back = [(one.start, one.end) for one in layout(way, sheet).arrows if one.kind == "back"]
    assert back == [("appraise", "review"), ("appraise", "draft")]


def test_what_has_lapsed_comes_again():
    way, sheet = outgoing(("review", "head"), ("appraise", "appraiser"))
    step = sheet[-1]
    sheet = chain.send_back(sheet, way, step.uid, by("chief", 9), reason="Sai.")
    assert marks(layout(way, sheet))["appraise"] == "current"
    assert marks(layout(way, sheet))["office"] == "coming"


def test_an_opinion_beside_the_plan():
    way, sheet = outgoing()
    part = rules.Assignment(rules.Action.OPINE, "other", "Trưởng phòng khác")
    sheet = chain.invite(sheet, sheet[-1].uid, (part,), by("head", 3), due=None, text="")
    found = layout(way, sheet)
    assert [(box.holder, str(box.mark)) for box in found.current] == [
        ("Trưởng phòng", "current"),
        ("Trưởng phòng khác", "current"),
    ]


def incoming(journey, *, planned=True):
    return plan(route(direction="in"), facts("in"), Posts()) if planned else ()


@pytest.mark.parametrize("planned", [True, False])
def test_an_incoming_document(directed, planned):
    found = layout(incoming(directed, planned=planned), directed.sheet)
    (current,) = found.current
    assert (current.action, current.holder) == ("lead", "vhtt")
    done = [(box.holder, str(box.action)) for box in found.boxes if box.mark is Mark.DONE]
    assert done == [("Chủ tịch", "direct")]
    if planned:
        assert marks(found)["office"] == marks(found)["leader"] == "skipped"


def test_sixty_past_steps_take_less_than_ten_milliseconds():
    way, sheet = outgoing()
    for _round in range(20):
        for name, user in (("review", "head"), ("appraise", "appraiser")):
            step = [one for one in sheet if one.route_step == name][-1]
            sheet = chain.complete(sheet, way, step.uid, by(user, 5))
        sheet = chain.send_back(
            sheet, way, sheet[-1].uid, by("chief", 6), reason="x", to="appraise"
        )
        step = sheet[-1]
        sheet = chain.send_back(sheet, way, step.uid, by("appraiser", 7), reason="x", to="review")
    assert len(sheet) > 60
    sheet = tuple(replace(one, started_at=NOW) for one in sheet)
    assert PEOPLE
    begun = perf_counter()
    layout(way, sheet)
    assert perf_counter() - begun < 0.01
