"""From a route to a plan: who acts, who is left out, who stands in."""

from dataclasses import replace
from tests.routes import DRAFT
from tests.routes import OUT
from tests.routes import Posts
from tests.routes import facts
from tests.routes import route
from tests.routes import step
from vanphong.errors import RuleBroken
from vanphong.routing.rules.planning import Candidate
from vanphong.routing.rules.planning import plan
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Vacant
from vanphong.routing.rules.routes import running
import pytest


AWAY = Candidate("leader", "Phó Chủ tịch", "chairman", "Chủ tịch", "Số 5/QĐ-UBND")


def planned(*steps, what=None, **held):
    found = plan(route(*steps), what or facts(), Posts(**held))
    return {one.step.id: one for one in found}


def with_vacant(name, vacant):
    return [replace(one, vacant=Vacant(vacant)) if one.id == name else one for one in OUT]


def test_who_acts():
    found = planned()
    assert {name: one.actor for name, one in found.items()} == {
        "draft": "drafter",
        "review": "head",
        "opine": "",
        "appraise": "appraiser",
        "office": "chief",
        "sign": "leader",
        "number": "Clerks:ubnd",
    }
    assert [one.step.id for one in running(found.values())] == [
        name for name in found if name != "opine"
    ]


def test_an_outgoing_way_begins_with_the_draft():
    found = planned(*OUT[1:])
    assert next(iter(found)) == "draft"
    assert found["draft"].actor == "drafter"


def test_an_incoming_one_does_not():
    found = plan(route(direction="in"), facts("in"), Posts())
    assert [(one.step.id, one.actor) for one in found] == [
        ("office", "chief"),
        ("leader", "leader"),
        ("lead", ""),
    ]


def test_each_related_unit_is_asked():
    found = planned(related_units=[Candidate("Desk:a", "A"), Candidate("Desk:b", "B")])
    assert [
        (name, one.actor, one.step.group) for name, one in found.items() if "opine" in name
    ] == [
        ("opine.1", "Desk:a", "opine"),
        ("opine.2", "Desk:b", "opine"),
    ]


def test_a_step_that_is_not_for_this_document():
    steps = [
        replace(one, condition=Condition(document_types=frozenset({"quyet-dinh"})))
        if one.id == "office"
        else one
        for one in OUT
    ]
    assert planned(*steps)["office"].skipped == "does not apply to this document"
    what = facts(document_type="quyet-dinh")
    assert not planned(*steps, what=what)["office"].skipped


VACANT = {
    "skip": ("", "nobody holds this post", ""),
    "deputy": ("chief", "", "the appraiser of the Office"),
}


@pytest.mark.parametrize("vacant", VACANT)
def test_a_post_that_nobody_holds(vacant):
    actor, skipped, instead = VACANT[vacant]
    one = planned(*with_vacant("appraise", vacant), appraiser=[])["appraise"]
    assert (one.actor, one.skipped, one.stands_in_for) == (actor, skipped, instead)


@pytest.mark.parametrize("name", ["review", "appraise", "office", "sign", "number"])
def test_stop_names_the_step(name):
    relation = str(next(one.who.relation for one in OUT if one.id == name))
    with pytest.raises(RuleBroken, match="Nobody holds the post") as refusal:
        planned(*with_vacant(name, "stop"), **{relation: []})
    assert refusal.value.field == name
    assert refusal.value.mapping["post"]


def test_no_deputy_either():
    with pytest.raises(RuleBroken, match="Nobody holds the post"):
        planned(*with_vacant("number", "deputy"), clerk=[])


OWN = Candidate("drafter", "Chuyên viên")
NEXT = Candidate("colleague", "Chuyên viên khác")


def test_the_drafter_is_not_the_own_appraiser():
    assert planned(appraiser=[OWN, NEXT])["appraise"].actor == "colleague"


@pytest.mark.parametrize(
    ("name", "relation"), [("appraise", "appraiser"), ("office", "office_head")]
)
def test_without_another_one_it_is_refused(name, relation):
    with pytest.raises(RuleBroken, match="would fall to the drafter") as refusal:
        planned(**{relation: [OWN]})
    assert refusal.value.field == name


def test_nor_is_the_step_left_out_then():
    with pytest.raises(RuleBroken, match="would fall to the drafter"):
        planned(*with_vacant("appraise", "skip"), appraiser=[OWN])


def test_the_deputy_takes_what_would_be_the_drafter_s():
    one = planned(*with_vacant("appraise", "deputy"), appraiser=[OWN])["appraise"]
    assert (one.actor, one.stands_in_for) == ("chief", "Chuyên viên")


def test_nor_does_the_drafter_appraise_for_somebody_absent():
    away = Candidate("appraiser", "CVTH", "drafter", "Chuyên viên", "Giấy ủy quyền")
    assert planned(appraiser=[away, NEXT])["appraise"].actor == "colleague"


def test_the_head_reviews_the_own_draft():
    head = [Candidate("head", "Trưởng phòng")]
    assert planned(drafter=head, unit_head=head)["review"].actor == "head"


def test_somebody_absent_keeps_the_step_and_another_acts():
    one = planned(office_head=[replace(AWAY, actor="chief", title="Chánh Văn phòng")])["office"]
    assert (one.actor, one.stand_in, one.basis) == ("chief", "Chủ tịch", "Số 5/QĐ-UBND")
    assert one.stands_in_for == ""


def test_an_absent_leader_s_signature_goes_to_the_next():
    chairman = Candidate("chairman", "Chủ tịch")
    one = planned(leader_in_charge=[AWAY, chairman])["sign"]
    assert (one.actor, one.stands_in_for, one.stand_in) == ("chairman", "Phó Chủ tịch", "")


def test_or_to_the_deputy():
    one = planned(*with_vacant("sign", "deputy"), leader_in_charge=[AWAY])["sign"]
    assert (one.actor, one.stands_in_for) == ("chairman", "Phó Chủ tịch")


def test_or_to_nobody():
    with pytest.raises(RuleBroken, match="is away"):
        planned(leader_in_charge=[AWAY])


def test_without_a_drafter_nobody_is_left_out_for_it():
    assert planned(DRAFT, *OUT[1:], drafter=[])["appraise"].actor == "appraiser"


def test_a_named_position():
    steps = [*OUT[:2], step("phap-ly", "opine", "position", unit="tp", position="CV"), *OUT[2:]]
    found = planned(*steps, position=[Candidate("cv", "Chuyên viên")])
    assert found["phap-ly"].actor == "cv"
