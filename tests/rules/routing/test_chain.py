"""An outgoing document on its way along the plan (Decree 30/2020, Articles 10 to 15)."""

from dataclasses import replace
from tests.routes import APPRAISE
from tests.routes import DRAFT
from tests.routes import NUMBER
from tests.routes import OUT
from tests.routes import PEOPLE
from tests.routes import REVIEW
from tests.routes import SIGN
from tests.routes import UNIT
from tests.routes import Posts
from tests.routes import by
from tests.routes import facts
from tests.routes import route
from tests.routes import step
from vanphong.calendars.clock import TZ
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.routing import rules
from vanphong.routing.rules import chain
from vanphong.routing.rules.planning import Candidate
from vanphong.routing.rules.planning import plan
from vanphong.routing.rules.routes import Planned
import pytest


RELATED = [Candidate("Desk:nv", "Phòng Nội vụ"), Candidate("Desk:tp", "Phòng Tư pháp")]


class Way:
    """A document with its plan and sheet; one act takes one minute."""

    def __init__(self, *steps, **held):
        self.plan = plan(route(*steps), facts(), Posts(**held))
        self.sheet = ()
        self.minutes = 0

    def start(self, user="drafter", **more):
        self.minutes += 1
        self.sheet = chain.start(self.sheet, self.plan, by(user, self.minutes), **more)
        return self

    def step(self, name):
        return [one for one in self.sheet if one.route_step == name][-1]

    def complete(self, name, user, **more):
        self.minutes += 1
        actor = by(user, self.minutes)
        self.sheet = chain.complete(self.sheet, self.plan, self.step(name).uid, actor, **more)
        return self

    def back(self, name, user, to="", reason="Chưa đúng thể thức."):
        self.minutes += 1
        actor = by(user, self.minutes)
        uid = self.step(name).uid
        self.sheet = chain.send_back(self.sheet, self.plan, uid, actor, reason=reason, to=to)
        return self

    def withdraw(self, user="drafter", opened=False):
        self.sheet = chain.withdraw(self.sheet, self.plan, by(user, 59), opened=opened)
        return self

    @property
    def here(self):
        return [one.step.id for one in chain.where(self.sheet, self.plan)]


HOLDERS = {
    "review": "head",
    "appraise": "appraiser",
    "office": "chief",
    "sign": "leader",
    "number": "clerk",
}


def at(name, **held):
    """A document that has come to a step."""
    way = Way(**held).start()
    for before in HOLDERS:
        if before == name:
            break
        way.complete(before, HOLDERS[before])
    assert way.here == [name]
    return way


def test_the_whole_way():
    way = Way().start(note="Kính trình.")
    seen = []
    for name, user in HOLDERS.items():
        seen.append((way.here, way.step(name).giver_title))
        way.complete(name, user, comment="Đồng ý.")
    assert seen == [
        (["review"], "Chuyên viên"),
        (["appraise"], "Trưởng phòng"),
        (["office"], "Chuyên viên tổng hợp"),
        (["sign"], "Chánh Văn phòng"),
        (["number"], "Phó Chủ tịch"),
    ]
    assert way.here == []
    assert [one.state for one in way.sheet] == ["done"] * 6


def test_submitting_is_on_the_sheet():
    way = Way().start(note="Kính trình.")
    draft, review = way.sheet
    assert (draft.action, draft.state, draft.actor, draft.comment) == (
        "draft",
        "done",
        "drafter",
        "Kính trình.",
    )
    assert (review.action, review.state, review.actor, review.instruction) == (
        "review",
        "open",
        "head",
        "Kính trình.",
    )


def test_the_due_date_is_in_working_hours():
    way = Way().start()
    assert way.step("review").due == by("head").at.replace(hour=14, minute=31, tzinfo=TZ)


def test_without_a_calendar_there_is_no_due_date():
    one = replace(by("drafter"), calendar=None)
    sheet = chain.start((), plan(route(), facts(), Posts()), one)
    assert sheet[-1].due is None


def test_only_the_drafter_submits():
    with pytest.raises(NotAllowed, match="Only who drafted"):
        Way().start("head")


def test_not_twice():
    way = Way().start()
    with pytest.raises(Conflict, match="submitted already; it is with Trưởng phòng"):
        way.start()


def test_not_once_it_is_numbered():
    way = at("number").complete("number", "clerk")
    with pytest.raises(Conflict, match="its number already"):
        way.start()


@pytest.mark.parametrize("name", HOLDERS)
def test_only_the_holder_completes(name):
    way = at(name)
    before = way.sheet
    for user in PEOPLE:
        if user != HOLDERS[name]:
            with pytest.raises(NotAllowed, match="Only they may act on it"):
                way.complete(name, user)
    assert way.sheet is before


@pytest.mark.parametrize("name", HOLDERS)
def test_not_a_second_time(name):
    way = at(name).complete(name, HOLDERS[name])
    with pytest.raises(Conflict, match="already"):
        way.complete(name, HOLDERS[name])


# opinions side by side


def test_a_group_opens_together_and_is_over_together():
    way = Way(related_units=RELATED).start().complete("review", "head")
    assert way.here == ["opine.1", "opine.2"]
    way.complete("opine.1", "other", comment="Nhất trí.")
    assert way.here == ["opine.2"]
    tp = by("other", 30, tokens=frozenset({"Desk:tp"}))
    way.sheet = chain.complete(way.sheet, way.plan, way.step("opine.2").uid, tp)
    assert way.here == ["appraise"]


def test_a_left_out_step_is_gone_over():
    way = at("appraise")
    assert [one.skipped for one in way.plan if one.step.id == "opine"] == [
        "the document concerns no other unit"
    ]


# back


@pytest.mark.parametrize(
    ("name", "to", "then"),
    [
        ("review", "", "draft"),
        ("appraise", "", "review"),
        ("appraise", "draft", "draft"),
        ("office", "", "appraise"),
        ("sign", "", "review"),
        ("sign", "draft", "draft"),
    ],
)
def test_sending_back_opens_the_target_anew(name, to, then):
    way = at(name).back(name, HOLDERS[name], to)
    assert way.here == [then]
    old = [one for one in way.sheet if one.route_step == name][-1]
    assert (old.state, old.comment) == ("returned", "Chưa đúng thể thức.")
    new = way.sheet[-1]
    assert (new.route_step, new.instruction, new.state) == (then, "Chưa đúng thể thức.", "open")


@pytest.mark.parametrize(("name", "to"), [("sign", "appraise"), ("office", "draft"), ("sign", "x")])
def test_not_to_a_step_that_the_route_does_not_allow(name, to):
    with pytest.raises(RuleBroken, match="cannot send the document back there"):
        at(name).back(name, HOLDERS[name], to)


def test_whoever_numbers_sends_nothing_back_unless_the_route_says_so():
    with pytest.raises(RuleBroken, match="may go back to: –"):
        at("number").back("number", "clerk")
    way = Way(*OUT[:-1], replace(NUMBER, back_to=("sign",))).start()
    for name in ("review", "appraise", "office", "sign"):
        way.complete(name, HOLDERS[name])
    assert way.back("number", "clerk").here == ["sign"]


def test_back_needs_a_reason():
    with pytest.raises(RuleBroken, match="Give the reason"):
        at("appraise").back("appraise", "appraiser", reason=" ")


def test_what_was_approved_after_the_target_lapses():
    way = at("sign").back("sign", "leader", "review")
    lapsed = {one.route_step for one in way.sheet if one.lapsed}
    assert lapsed == {"review", "appraise", "office"}
    way.complete("review", "head")
    assert way.here == ["appraise"]
    assert not way.step("review").lapsed


def test_what_runs_beside_ends_when_the_document_goes_back():
    opine = step("opine", "opine", "related_units", back_to=("review",), vacant="skip")
    steps = [opine if one.id == "opine" else one for one in OUT]
    way = Way(*steps, related_units=RELATED).start().complete("review", "head")
    way.back("opine.1", "other")
    assert way.here == ["review"]
    assert (way.step("opine.2").state, way.step("opine.2").comment) == ("cancelled", "went-on")


def test_the_drafter_submits_again_by_the_same_plan():
    way = at("appraise").back("appraise", "appraiser", "draft")
    way.complete("draft", "drafter", comment="Đã sửa.")
    assert way.here == ["review"]


def test_or_by_another_plan():
    way = at("appraise").back("appraise", "appraiser", "draft")
    way.plan = plan(route(*UNIT, condition={"signed_by": ["unit"]}), facts(), Posts())
    way.start(note="Đơn vị tự ban hành.")
    assert way.here == ["review"]
    assert way.step("draft").comment == "Đơn vị tự ban hành."
    assert {one.route_step for one in way.sheet if one.state == "open"} == {"review"}


# taking back


def test_the_drafter_takes_back_what_nobody_has_opened():
    way = Way().start().withdraw()
    assert way.here == ["draft"]
    assert [one.state for one in way.sheet] == ["done", "cancelled", "open"]
    assert way.start().here == ["review"]


@pytest.mark.parametrize(
    ("way", "user", "opened", "refusal"),
    [
        (Way().start(), "head", False, NotAllowed),
        (Way().start(), "drafter", True, Conflict),
        (at("appraise"), "drafter", False, Conflict),
        (Way(), "drafter", False, Conflict),
        (Way().start().withdraw(), "drafter", False, Conflict),
    ],
)
def test_not_otherwise(way, user, opened, refusal):
    before = way.sheet
    with pytest.raises(refusal):
        way.withdraw(user, opened)
    assert way.sheet is before


# opinions beside the route


def ask(way, user, uid="", *actors, due=None):
    opinions = [rules.Assignment(rules.Action.OPINE, one, one) for one in actors or ["Desk:nv"]]
    way.sheet = chain.invite(way.sheet, uid, opinions, by(user, 30), due=due, text="Xin ý kiến.")
    return way.sheet[-1]


def test_the_drafter_asks_before_submitting():
    way = Way()
    asked = ask(way, "drafter")
    assert (asked.action, asked.actor, asked.route_step) == ("opine", "Desk:nv", "")
    way.sheet = chain.complete(way.sheet, way.plan, asked.uid, by("other", 31), comment="Đồng ý.")
    assert way.here == []
    assert way.start().here == ["review"]


def test_a_holder_asks_and_keeps_the_document():
    way = at("review")
    asked = ask(way, "head", way.step("review").uid)
    assert way.here == ["review"]
    assert asked.parent == way.step("review").uid
    way.complete("review", "head")
    assert (rules.find(way.sheet, asked.uid).state, way.here) == ("cancelled", ["appraise"])


@pytest.mark.parametrize(
    ("user", "actors", "refusal"),
    [
        ("drafter", ["Desk:nv", "Desk:nv"], RuleBroken),
        ("drafter", ["drafter"], RuleBroken),
    ],
)
def test_each_is_asked_once(user, actors, refusal):
    with pytest.raises(refusal):
        ask(Way(), user, "", *actors)


def test_not_while_the_answer_is_awaited():
    way = Way()
    ask(way, "drafter")
    with pytest.raises(Conflict, match="asked already"):
        ask(way, "drafter")


def test_somebody_is_asked():
    with pytest.raises(RuleBroken, match="Name the units"):
        chain.invite((), "", (), by("drafter"), due=None, text="")


def test_nothing_but_an_opinion_is_asked_beside_the_route():
    part = rules.Assignment(rules.Action.SIGN, "leader", "Phó Chủ tịch")
    with pytest.raises(RuleBroken, match="only opinions"):
        chain.invite((), "", (part,), by("drafter"), due=None, text="")


def test_the_drafter_asks_nobody_once_it_is_submitted():
    with pytest.raises(Conflict):
        ask(at("review"), "drafter")


def test_who_asked_takes_it_back():
    way = Way()
    asked = ask(way, "drafter")
    sheet = rules.take_back(way.sheet, asked.uid, by("drafter", 40), opened=False)
    assert rules.find(sheet, asked.uid).state == "cancelled"


def test_but_not_what_the_route_asks():
    way = Way(related_units=RELATED).start().complete("review", "head")
    with pytest.raises(RuleBroken):
        rules.take_back(way.sheet, way.step("opine.1").uid, by("head", 40), opened=False)


# what no template and no hand in the ZMI changes

SIDE_BY_SIDE = tuple(replace(one, group="g") for one in (REVIEW, APPRAISE))

ILLEGAL = {
    "two people at a time": ((DRAFT, *SIDE_BY_SIDE, SIGN, NUMBER), "goes to 2 people at a time"),
    "no review": ((DRAFT, APPRAISE, SIGN, NUMBER), "has reviewed the content"),
    "no appraisal": ((DRAFT, REVIEW, SIGN, NUMBER), "the Office has appraised"),
    "number before signature": ((DRAFT, REVIEW, NUMBER, SIGN), "numbered after it is signed"),
    "a review by many": (
        (DRAFT, step("review", "review", "unit_desk"), APPRAISE, SIGN, NUMBER),
        "one named person",
    ),
    "a number by a leader": (
        (*OUT[:-1], step("number", "number", "body_head")),
        "for the records clerk only",
    ),
    "signed at once": ((DRAFT, SIGN, NUMBER), "has reviewed the content"),
    "approved by a leader unseen by the Office": (
        (DRAFT, REVIEW, step("yes", "approve", "body_head"), APPRAISE, SIGN, NUMBER),
        "the Office has appraised",
    ),
}


@pytest.mark.parametrize("name", ILLEGAL)
def test_a_template_against_the_law_leads_nowhere(name):
    steps, words = ILLEGAL[name]
    users = [*HOLDERS.items(), ("yes", "chairman")]

    def go():
        way = Way(*steps).start()
        for _number in range(len(steps)):
            for here in way.here:
                way.complete(here, dict(users)[here])

    with pytest.raises(RuleBroken, match=words) as refusal:
        go()
    assert refusal.value.rule.startswith("Nghị định 30/2020/NĐ-CP, Điều")


@pytest.mark.parametrize(("action", "name"), [("appraise", "appraise"), ("sign", "sign")])
def test_a_plan_that_gives_the_drafter_the_own_draft_stops(action, name):
    way = Way()
    way.plan = tuple(
        replace(one, actor="drafter", actor_title="Chuyên viên") if one.step.id == name else one
        for one in way.plan
    )
    way.start()
    with pytest.raises(RuleBroken, match="drafted this document and cannot do"):
        for before, user in HOLDERS.items():
            way.complete(before, user)
    assert action in name


def test_who_stands_in_for_the_appraiser_does_not_appraise_the_own_draft():
    way = at("appraise")
    acting = by("drafter", 50, tokens=frozenset({"drafter", "appraiser"}))
    with pytest.raises(RuleBroken, match="drafted this document"):
        chain.complete(way.sheet, way.plan, way.step("appraise").uid, acting)


def test_who_stands_in_does_the_work_but_does_not_sign():
    way = at("appraise")
    acting = by("other", 50, tokens=frozenset({"other", "appraiser"}), on_behalf_of="CVTH")
    way.sheet = chain.complete(way.sheet, way.plan, way.step("appraise").uid, acting)
    assert (way.step("appraise").on_behalf_of, way.here) == ("CVTH", ["office"])
    way.complete("office", "chief")
    acting = by("other", 51, tokens=frozenset({"other", "leader"}))
    with pytest.raises(RuleBroken, match="signs in person"):
        chain.complete(way.sheet, way.plan, way.step("sign").uid, acting)


def test_a_step_that_the_plan_does_not_have():
    way = at("appraise")
    way.plan = tuple(one for one in way.plan if one.step.id != "appraise")
    with pytest.raises(Conflict, match="has no step"):
        way.complete("appraise", "appraiser")


def test_where_nothing_is_planned_nothing_opens():
    assert chain.start((), (), by("drafter")) == ()
    only = (Planned(DRAFT, actor="drafter", actor_title="Chuyên viên"),)
    assert [one.state for one in chain.start((), only, by("drafter"))] == ["done"]


# another holder


def replaced(way, name, person="other", reason="Chuyển công tác."):
    uid = way.step(name).uid
    title = PEOPLE[person][0]
    way.sheet = rules.replace_holder(
        way.sheet, way.plan, uid, person, title, by("chief", 55), reason=reason
    )
    way.plan = rules.planned_for(way.plan, name, person, title)
    return way


@pytest.mark.parametrize("name", ["review", "appraise", "office", "sign"])
def test_somebody_else_gets_the_step_of_who_left(name):
    way = at(name)
    old = way.step(name)
    replaced(way, name)
    gone = rules.find(way.sheet, old.uid)
    assert (gone.state, gone.comment) == ("cancelled", "Chuyển công tác.")
    assert (way.step(name).actor, way.step(name).due, way.here) == ("other", old.due, [name])
    with pytest.raises(NotAllowed):
        way.complete(name, HOLDERS[name])
    way.complete(name, "other")


def test_and_gets_it_again_when_it_comes_back():
    way = replaced(at("appraise"), "appraise").complete("appraise", "other")
    way.back("office", "chief")
    assert way.step("appraise").actor == "other"


@pytest.mark.parametrize(
    ("name", "person", "reason", "words"),
    [
        ("appraise", "drafter", "Nghỉ.", "drafted this document"),
        ("sign", "drafter", "Nghỉ.", "drafted this document"),
        ("number", "other", "Nghỉ.", "records clerk only"),
        ("review", "other", " ", "Give the reason"),
        ("review", "head", "Nghỉ.", "is with Trưởng phòng already"),
    ],
)
def test_but_not_against_a_rule(name, person, reason, words):
    way = at(name)
    before = way.sheet
    with pytest.raises(OfficeError, match=words):
        replaced(way, name, person, reason)
    assert way.sheet is before


def test_what_a_person_was_given_by_the_unit_goes_to_a_colleague(assigned):
    child = assigned.step("lead", "worker")
    sheet = rules.replace_holder(
        assigned.sheet, (), child.uid, "colleague", "Đồng nghiệp", assigned.by("chief"), reason="x"
    )
    new = sheet[-1]
    assert (new.actor, new.parent, new.due, new.state) == (
        "colleague",
        child.parent,
        child.due,
        "open",
    )
    assert rules.stage(sheet) == "in_process"
