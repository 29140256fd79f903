"""What a template must be to be saved; each rule with a template that breaks it."""

from dataclasses import replace
from tests.routes import APPRAISE
from tests.routes import DRAFT
from tests.routes import IN
from tests.routes import NUMBER
from tests.routes import OFFICE
from tests.routes import OPINE
from tests.routes import OUT
from tests.routes import REVIEW
from tests.routes import SIGN
from tests.routes import UNIT
from tests.routes import route
from tests.routes import step
from vanphong.errors import RuleBroken
from vanphong.routing.rules.checks import check_route
from vanphong.routing.rules.routes import Condition
import pytest


DESK = step("nv", "opine", "unit_desk", unit="u1", group="g")
LEADERS = step("tp", "opine", "unit_leaders", unit="u2", group="g")
LEGAL = step("phap-ly", "opine", "unit_desk", unit="u3", hours=8)
TYPES = Condition(document_types=frozenset({"quyet-dinh"}))

GOOD = {
    "of the body": route(),
    "of the unit": route(*UNIT, condition={"signed_by": ["unit"]}),
    "incoming": route(direction="in"),
    "without a draft": route(*OUT[1:]),
    "opinions side by side": route(DRAFT, REVIEW, DESK, LEADERS, APPRAISE, SIGN, NUMBER),
    "a step for decisions only": route(
        DRAFT, REVIEW, replace(LEGAL, condition=TYPES), APPRAISE, SIGN, NUMBER
    ),
    "approved by the chief of the Office": route(
        DRAFT, REVIEW, APPRAISE, step("ok", "approve", "office_head"), SIGN, NUMBER
    ),
    "signed by the chief of the Office, by order": route(
        DRAFT, REVIEW, step("sign", "sign", "office_head"), NUMBER
    ),
    "no hours at all": route(*(replace(one, hours=None) for one in OUT)),
    "0 hours": route(*(replace(one, hours=0) for one in OUT)),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_template(name):
    check_route(GOOD[name])


def without(*names):
    return [one for one in OUT if one.id not in names]


def changed(name, **more):
    return [replace(one, **more) if one.id == name else one for one in OUT]


def with_who(name, relation, **more):
    return [step(name, one.action, relation, **more) if one.id == name else one for one in OUT]


REVIEW_RULE, SIGN_RULE, NUMBER_RULE, SEAL_RULE, PRESENT_RULE = (
    f"Nghị định 30/2020/NĐ-CP, Điều {number}" for number in (12, 13, 15, 32, 23)
)

HARD = {
    "no review": (without("review"), REVIEW_RULE, "reviewed the content"),
    "no appraisal": (without("appraise", "office"), REVIEW_RULE, "appraised the form"),
    "appraised before the review": (
        [DRAFT, APPRAISE, REVIEW, SIGN, NUMBER],
        REVIEW_RULE,
        "reviewed the content",
    ),
    "a review that a condition leaves out": (
        changed("review", condition=TYPES),
        REVIEW_RULE,
        "reviewed the content",
    ),
    "a review that an empty post leaves out": (
        [DRAFT, step("review", "review", "unit_head", vacant="skip"), APPRAISE, SIGN, NUMBER],
        REVIEW_RULE,
        "reviewed the content",
    ),
    "a review by somebody else": (
        with_who("review", "position", unit="u", position="Phó"),
        REVIEW_RULE,
        "reviewed the content",
    ),
    "appraisals that conditions leave out": (
        [
            DRAFT,
            REVIEW,
            replace(APPRAISE, condition=TYPES),
            replace(OFFICE, condition=TYPES),
            SIGN,
            NUMBER,
        ],
        REVIEW_RULE,
        "appraised the form",
    ),
    "appraised outside the Office": (
        [
            DRAFT,
            REVIEW,
            step("appraise", "appraise", "position", unit="u", position="CV"),
            SIGN,
            NUMBER,
        ],
        REVIEW_RULE,
        "appraised the form",
    ),
    "two signatures": (
        [*OUT[:-2], replace(SIGN, id="first"), SIGN, NUMBER],
        SIGN_RULE,
        "2 signatures",
    ),
    "no signature": (without("sign"), SIGN_RULE, "0 signatures"),
    "a signature that is left out": (changed("sign", condition=TYPES), SIGN_RULE, "never be left"),
    "number before signature": ([*OUT[:-2], NUMBER, SIGN], NUMBER_RULE, "ends with the number"),
    "no number": (without("number"), NUMBER_RULE, "ends with the number"),
    "two numbers": ([*OUT, replace(NUMBER, id="n2")], NUMBER_RULE, "ends with the number"),
    "something between signature and number": (
        [*OUT[:-1], OPINE.__class__("late", OPINE.action, OPINE.who), NUMBER],
        NUMBER_RULE,
        "nothing comes between",
    ),
    "numbered by a leader": (with_who("number", "body_head"), SEAL_RULE, "records clerk only"),
    "numbered by a unit": (
        with_who("number", "unit_desk", unit="u"),
        SEAL_RULE,
        "records clerk only",
    ),
    "appraised by the drafter": (with_who("appraise", "drafter"), REVIEW_RULE, "the own draft"),
    "signed by the drafter": (with_who("sign", "drafter"), REVIEW_RULE, "the own draft"),
    "a submission to a desk": (
        with_who("review", "unit_desk", unit="u"),
        REVIEW_RULE,
        "several people",
    ),
    "a submission to leaders": (
        with_who("sign", "unit_leaders", unit="u"),
        REVIEW_RULE,
        "several people",
    ),
    "a submission to related units": (
        with_who("appraise", "related_units"),
        REVIEW_RULE,
        "several people",
    ),
    "two submissions side by side": (
        [DRAFT, *(replace(one, group="g") for one in (REVIEW, APPRAISE)), SIGN, NUMBER],
        REVIEW_RULE,
        "one after the other",
    ),
    "the same twice, side by side": (
        [DRAFT, REVIEW, replace(APPRAISE, group="g"), replace(DESK, id="x"), SIGN, NUMBER],
        REVIEW_RULE,
        "one after the other",
    ),
    "a leader asked for an opinion": (
        with_who("opine", "leader_in_charge"),
        REVIEW_RULE,
        "cannot be with these people",
    ),
    "approved by a leader before the Office": (
        [DRAFT, REVIEW, step("ok", "approve", "body_head"), APPRAISE, SIGN, NUMBER],
        REVIEW_RULE,
        "appraised the form",
    ),
    "the unit's head signs for the body": (
        [*OUT[:-2], UNIT[2], NUMBER],
        SIGN_RULE,
        "signs only what the unit issues",
    ),
}


@pytest.mark.parametrize("name", HARD)
def test_a_hard_rule_names_itself(name):
    steps, rule, words = HARD[name]
    with pytest.raises(RuleBroken, match=words) as refusal:
        check_route(route(*steps))
    assert refusal.value.rule == rule
    assert refusal.value.field


def test_what_the_unit_issues_is_signed_by_its_head():
    with pytest.raises(RuleBroken, match="signed by its head"):
        check_route(route(*OUT, condition={"signed_by": ["unit"]}))


def test_it_needs_the_office_as_soon_as_it_may_be_the_body_s():
    both = {"signed_by": ["unit", "body"]}
    with pytest.raises(RuleBroken, match="signs only what the unit issues"):
        check_route(route(*UNIT, condition=both))


INCOMING = {
    "nobody at the end": (IN[:2], "ends with the one unit that leads"),
    "two leads": ([*IN, replace(IN[2], id="l2")], "ends with the one unit"),
    "the lead first": ([IN[2], IN[0]], "ends with the one unit"),
    "nobody directs": (IN[2:], "Somebody directs"),
    "a lead that is left out": ([*IN[:2], replace(IN[2], condition=TYPES)], "ends with the one"),
    "an outgoing step": ([REVIEW, *IN], "no step of an incoming document"),
    "two leaders at a time": (
        [*(replace(one, group="g") for one in IN[:2]), IN[2]],
        "one after the other",
    ),
}


@pytest.mark.parametrize("name", INCOMING)
def test_incoming_documents(name):
    steps, words = INCOMING[name]
    with pytest.raises(RuleBroken, match=words):
        check_route(route(*steps, direction="in"))


BAD = {
    "a loop": (changed("review", back_to=("sign",)), "run in a loop"),
    "back to itself": (changed("review", back_to=("review",)), "run in a loop"),
    "back to nothing": (changed("review", back_to=("nowhere",)), "run in a loop"),
    "minus three hours": (changed("review", hours=-3), "has -3 working hours"),
    "too many hours": (changed("review", hours=1001), "has 1001 working hours"),
    "no number of hours": (changed("review", hours=float("nan")), "nan"),
    "two steps of one name": ([*OUT[:2], *OUT[1:]], "two steps"),
    "a name with markup": (changed("review", id="<b>"), "cannot name a step"),
    "a long name": (changed("review", id="a" * 41), "cannot name a step"),
    "no unit": (with_who("opine", "unit_desk"), "Say of which unit"),
    "no position": (with_who("sign", "position", unit="u"), "with which position"),
    "code in a position": (
        with_who("sign", "position", unit="u", position="<script>"),
        "plain text",
    ),
    "code in the title of a step": (changed("review", title="<script>alert(1)</script>"), "plain"),
    "a template expression in a title": (changed("review", title="${x}"), "plain text"),
    "a long title": (changed("review", title="a" * 121), "at most 120"),
    "41 steps": (
        [DRAFT, *(replace(LEGAL, id=f"o{n}") for n in range(36)), *OUT[1:]],
        "at most 40 steps",
    ),
    "a group torn apart": (
        [DRAFT, DESK, REVIEW, LEADERS, APPRAISE, SIGN, NUMBER],
        "one after the other",
    ),
    "a draft in the middle": ([REVIEW, DRAFT, *OUT[2:]], "first step only"),
    "a step of incoming documents": (
        [replace(IN[0], id="in"), *OUT],
        "no step of an outgoing document",
    ),
    "a step that asks for more time": ([step("x", "extend", "body_head"), *OUT], "no step of a"),
    "a condition with markup": (
        changed("opine", condition=Condition(senders=("<b>",))),
        "plain text",
    ),
    "a condition with 201 values": (
        changed("opine", condition=Condition(senders=tuple(map(str, range(201))))),
        "at most 200",
    ),
    "an unknown signer": (
        changed("opine", condition=Condition(signed_by=frozenset({"nobody"}))),
        "not by “nobody”",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_template_that_cannot_be_walked(name):
    steps, words = BAD[name]
    with pytest.raises(RuleBroken, match=words) as refusal:
        check_route(route(*steps))
    assert refusal.value.field


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (route(title=" "), "Give it a title"),
        (route(title="<script>alert(1)</script>"), "plain text"),
        (route(title="Luồng\x00"), "plain text"),
        (replace(route(), steps=()), "at least one step"),
        (replace(route(), direction="internal"), "incoming or for outgoing"),
    ],
)
def test_a_template_as_a_whole(one, words):
    with pytest.raises(RuleBroken, match=words):
        check_route(one)
