"""Which template a document takes, and what is said of the others."""

from datetime import date
from tests.routes import facts
from tests.routes import route
from vanphong.routing.rules.conditions import meet
from vanphong.routing.rules.matching import ambiguous
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.matching import match
import pytest


TODAY = date(2024, 8, 14)
DECISION = {"document_types": ["quyet-dinh"]}
FAST = {"urgencies": ["express"]}


def named(name, order=1, condition=None, **more):
    return route(uid=name, title=name, order=order, condition=condition or {}, **more)


ALL = [
    named("rest", 9),
    named("decisions", 1, DECISION),
    named("fast", 2, FAST),
    named("of the field", 3, {"fields": ["kinh-te"], "units": ["u1"]}),
    named("from the province", 4, {"senders": ["tỉnh An Bình"]}, direction="in"),
    named("incoming", 5, direction="in"),
]


@pytest.mark.parametrize(
    ("what", "taken"),
    [
        ({"document_type": "quyet-dinh"}, "decisions"),
        ({"document_type": "quyet-dinh", "urgency": "express"}, "decisions"),
        ({"document_type": "bao-cao", "urgency": "express"}, "fast"),
        ({"field": "kinh-te", "unit": "u1"}, "of the field"),
        ({"field": "kinh-te", "unit": "u2"}, "rest"),
        ({}, "rest"),
        ({"direction": "in", "sender": "UBND TỈNH AN BÌNH"}, "from the province"),
        ({"direction": "in", "sender": "ubnd tinh an binh"}, "from the province"),
        ({"direction": "in", "sender": "Sở Nội vụ"}, "incoming"),
        ({"direction": "in"}, "incoming"),
    ],
)
def test_the_first_that_fits(what, taken):
    assert match(ALL, facts(**what), TODAY).route.uid == taken


def test_no_template_fits():
    found = match(ALL[:0], facts(), TODAY)
    assert (found.route, found.why) == (None, ())


def test_a_body_s_own_template_comes_first():
    own = named("own", 99, body="b")
    assert match([*ALL, own], facts(), TODAY).route.uid == "own"


def test_what_is_said_of_each():
    found = match(ALL, facts(document_type="bao-cao", urgency="express"), TODAY)
    said = {one.route.uid: (one.taken, one.why.kind) for one in found.why}
    assert said == {
        "decisions": (False, "document_types"),
        "fast": (True, ""),
        "of the field": (False, "fields"),
        "from the province": (False, ""),
        "incoming": (False, ""),
        "rest": (False, ""),
    }
    why = found.why[0].why
    assert (why.wanted, why.given) == (("quyet-dinh",), "bao-cao")
    texts = [one.why.text for one in found.why]
    assert "taken already" in texts[-1]
    assert any("other direction" in text for text in texts)


@pytest.mark.parametrize(
    ("more", "taken", "words"),
    [
        ({"valid_from": date(2024, 8, 15)}, False, "in force from"),
        ({"valid_from": date(2024, 8, 14)}, True, "It is taken"),
        ({"valid_to": date(2024, 8, 13)}, False, "in force until"),
        ({"valid_to": date(2024, 8, 14)}, True, "It is taken"),
    ],
)
def test_only_while_it_is_in_force(more, taken, words):
    found = match([named("one", **more)], facts(), TODAY)
    assert (found.route is not None) is taken
    assert words in found.why[0].why.text


def test_the_newest_version_that_has_begun():
    versions = [
        route(uid="r", valid_from=start)
        for start in (date(2024, 1, 1), date(2024, 8, 1), date(2024, 9, 1))
    ]
    versions = [
        type(one)(**{**one.__dict__, "version": number}) for number, one in enumerate(versions, 1)
    ]
    assert in_force(versions, TODAY).version == 2
    assert in_force(versions, date(2024, 12, 1)).version == 3
    assert in_force(versions, date(2023, 1, 1)) is None


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (named("a", 1), named("b", 1), True),
        (named("a", 1), named("b", 2), True),  # the second would never be taken
        (named("a", 1, DECISION), named("b", 1, FAST), True),  # an express decision fits both
        (named("a", 1, DECISION), named("b", 2, FAST), False),
        (named("a", 1, DECISION), named("b", 1, {"document_types": ["bao-cao"]}), False),
        (named("a", 1, DECISION), named("b", 1), True),
        (named("a", 1, DECISION), named("b", 2), False),
        (named("a", 1), named("b", 1, direction="in"), False),
        (named("a", 1, body="x"), named("b", 1, body="y"), False),
        (named("a", 1, body="x"), named("b", 1), False),
        (named("a", valid_to=date(2024, 8, 1)), named("b", valid_from=date(2024, 8, 2)), False),
        (named("a", valid_to=date(2024, 8, 2)), named("b", valid_from=date(2024, 8, 2)), True),
    ],
)
def test_two_templates_between_which_nothing_decides(one, other, found):
    assert (ambiguous([one, other]) is not None) is found
    assert (ambiguous([other, one]) is not None) is found


def test_senders_can_always_meet():
    one, other = (named("a", 1, {"senders": [name]}).condition for name in ("Sở", "tỉnh"))
    assert meet(one, other)
