"""Edits, checks and differences of workflows as plain values."""

from dataclasses import replace
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.workflows.rules import edits
from vanphong.workflows.rules import leaving
from vanphong.workflows.rules.checks import problems
from vanphong.workflows.rules.difference import changes
from vanphong.workflows.rules.difference import removed
from vanphong.workflows.rules.difference import touched
from vanphong.workflows.rules.hard import Before
from vanphong.workflows.rules.hard import Entered
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.hard import Needed
from vanphong.workflows.rules.hard import Only
from vanphong.workflows.rules.layout import draw
from vanphong.workflows.rules.layout import in_order
from vanphong.workflows.rules.model import Grant
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.model import Transition
from vanphong.workflows.rules.model import Workflow
from vanphong.workflows.rules.requests import change
from vanphong.workflows.rules.titles import name_of
from vanphong.workflows.rules.titles import title_problem
from vanphong.workflows.rules.values import dump
from vanphong.workflows.rules.values import load
import pytest


PERMISSIONS = ("Access contents information", "Sign", "View")


def grid(see=("Drafter", "Signer"), sign=()):
    return {
        "View": Grant(frozenset(see)),
        "Access contents information": Grant(frozenset(see)),
        "Sign": Grant(frozenset(sign)),
    }


PLAIN = Workflow(
    "w",
    "Văn bản",
    "draft",
    PERMISSIONS,
    (
        State("draft", "Dự thảo", ("submit", "cancel"), grid(see=("Drafter",))),
        State("review", "Trình", ("sign", "back", "cancel"), grid(sign=("Signer",))),
        State("signed", "Đã ký", (), grid()),
        State("cancelled", "Đã hủy", (), grid()),
    ),
    (
        Transition("submit", "Trình", "review"),
        Transition("sign", "Ký", "signed"),
        Transition("back", "Trả lại", "draft"),
        Transition("cancel", "Hủy", "cancelled"),
    ),
)

HARD = HardRules(
    "Letter",
    "out",
    frozenset({"draft", "review", "signed", "cancelled"}),
    {
        ("draft", "review"): "submit",
        ("review", "signed"): "sign",
        ("review", "draft"): "back",
        ("draft", "cancelled"): "cancel",
        ("review", "cancelled"): "cancel",
    },
    frozenset({"signed", "cancelled"}),
    ("Drafter", "Signer", "Office Chief"),
    {},
    (
        Only("Sign", frozenset({"Signer"}), "only the signer signs", "Điều 13"),
        Needed("Sign", frozenset({"Signer"}), frozenset({"review"}), "somebody signs"),
        Before("signed", "review", "signed after review"),
        Entered("signed", "the signer signs", frozenset({"Signer"}), frozenset({"review"})),
    ),
)


def insert(workflow=PLAIN, before="draft", then="review", title="Chờ kiểm tra", roles=("Signer",)):
    return edits.insert_state(workflow, HARD, before, then, title, roles)


def said(workflow, hard=HARD, roles=()):
    return [one.text for one in problems(workflow, hard, roles)]


def without_exit(state, name):
    found = PLAIN.state(state)
    return PLAIN.with_state(replace(found, exits=tuple(one for one in found.exits if one != name)))


def test_nothing_is_wrong_with_it():
    assert said(PLAIN) == []
    assert said(PLAIN, None) == []


def test_a_state_in_between():
    found = insert()
    assert said(found) == []
    state = found.state("cho_kiem_tra")
    assert state.roles("View") == {"Drafter", "Signer"}
    assert state.roles("Sign") == frozenset()
    assert [one.to for one in found.exits("draft")] == ["cho_kiem_tra", "cancelled"]
    assert [(one.to, one.roles) for one in found.exits("cho_kiem_tra")] == [
        ("review", frozenset({"Signer"}))
    ]
    assert found.transition("submit").to == "review"  # our own stays what it is
    assert touched(PLAIN, found) == ()
    assert in_order(found)[:3] == ["draft", "cho_kiem_tra", "review"]


def test_taken_away_again_it_is_as_before():
    assert changes(PLAIN, edits.remove_state(insert(), HARD, "cho_kiem_tra")) == []


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_in_a_row_taken_away_in_any_order(order):
    found = insert()
    found = insert(found, "cho_kiem_tra", "review", "Chờ họp")
    assert said(found) == []
    names = ("cho_kiem_tra", "cho_hop")
    once = edits.remove_state(found, HARD, names[order[0]])
    assert said(once) == []
    assert changes(PLAIN, edits.remove_state(once, HARD, names[order[1]])) == []


def test_in_a_way_that_others_share_only_one_is_turned():
    found = insert(before="review", then="cancelled", roles=("Signer",))
    assert [one.to for one in found.exits("draft")] == ["review", "cancelled"]
    assert said(found) == []


BROKEN = {
    "unreachable": (
        without_exit("draft", "submit"),
        "No way leads to “${state}”: it is unreachable.",
    ),
    "dead end": (
        without_exit("review", "sign").with_state(replace(PLAIN.state("review"), exits=())),
        "“${state}” is a dead end: nothing leads out of it.",
    ),
    "a way is missing": (
        without_exit("review", "back"),
        "The way from “${state}” to “${then}” is missing.",
    ),
    "a drafter may sign": (
        edits.set_grid(PLAIN, "review", {"Sign": ["Drafter", "Signer"]}),
        "only the signer signs",
    ),
    "nobody signs": (edits.set_grid(PLAIN, "review", {"Sign": []}), "somebody signs"),
    "acquired": (
        PLAIN.with_state(
            replace(PLAIN.state("draft"), grid={**grid(), "Sign": Grant(acquired=True)})
        ),
        "only the signer signs",
    ),
    "past the review": (
        PLAIN.with_state(replace(PLAIN.state("draft"), exits=("submit", "cancel", "sign"))),
        "signed after review",
    ),
    "a drafter fires the signature": (
        edits.set_guard(PLAIN, "sign", ["Drafter"]),
        "the signer signs",
    ),
    "a drafter passes on to signed": (
        insert(before="review", then="signed", roles=("Drafter",)),
        "the signer signs",
    ),
    "nobody may leave": (
        edits.set_guard(insert(), "pass_cho_kiem_tra", []),
        "Nobody may leave “${state}”: name who passes documents on.",
    ),
    "who passes on sees nothing": (
        edits.set_guard(insert(), "pass_cho_kiem_tra", ["Office Chief"]),
        "Whoever passes documents on from “${state}” must be able to see them.",
    ),
    "round and round": (
        insert().with_transition(
            replace(insert().transition("pass_cho_kiem_tra"), to="cho_kiem_tra")
        ),
        "From “${state}” no way leads back to a stage of the law.",
    ),
    "leads nowhere": (
        PLAIN.with_transition(Transition("sign", "Ký", "khong_co")),
        "“${name}” from “${state}” leads nowhere.",
    ),
    "begins nowhere": (
        replace(PLAIN, initial="khong_co"),
        "The first state, “${name}”, does not exist.",
    ),
    "a script": (
        PLAIN.with_transition(replace(PLAIN.transition("sign"), extras=("script x",))),
        "“${name}” runs “${extra}”, which is not allowed here.",
    ),
    "a stage is gone": (
        replace(
            without_exit("review", "sign"),
            states=tuple(
                one for one in without_exit("review", "sign").states if one.id != "signed"
            ),
        ),
        "The stage “${name}” is fixed by law and cannot be taken away.",
    ),
    "twice": (
        replace(PLAIN, states=(*PLAIN.states, PLAIN.states[0])),
        "There are two “${name}”.",
    ),
    "no title": (replace(PLAIN, title=" "), "A title is missing."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_applied(name):
    workflow, text = BROKEN[name]
    assert text in said(workflow)


def test_roles_of_another_site():
    assert said(PLAIN, HARD, {"Drafter"}) == ["There is no function “${name}” here."]


@pytest.mark.parametrize(
    ("title", "fine"),
    [
        ("Chờ ký", True),
        ("Chờ ý kiến (Phòng Tư pháp) & Văn phòng, lần 2", True),
        ("x" * 80, True),
        ("x" * 81, False),
        ("", False),
        ("  ", False),
        ("<b>Chờ</b>", False),
        ("${request}", False),
        ("python: 1", False),
        ("javascript:alert(1)", False),
        ("Chờ\x00", False),
        ("Chờ\u202e", False),
        ("a{b}", False),
    ],
)
def test_titles(title, fine):
    assert (title_problem(title)[0] == "") == fine


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Chờ kiểm tra", "cho_kiem_tra"),
        ("2. Đọc lại!", "buoc_2_doc_lai"),
        ("…", "buoc"),
        ("đã ký", "da_ky"),
    ],
)
def test_names(title, name):
    assert name_of(title, set()) == name
    assert name_of(title, {name}) == f"{name}_2"
    assert name_of(title, {f"pass_{name}"}) == f"{name}_2"


def test_values_come_back():
    assert load(dump(insert())) == insert()


@pytest.mark.parametrize(
    "values",
    [
        None,
        [],
        {"id": 1},
        {"states": {}},
        {"states": ["x"]},
        {"states": [{"id": "a", "grid": []}]},
        {"states": [{"id": "a", "grid": {"View": {"roles": "x"}}}]},
        {"states": [{"id": "a", "grid": {"View": {"acquired": "x"}}}]},
        {"transitions": [{"roles": [1]}]},
        {"states": [{}] * 201},
    ],
)
def test_values_that_are_none(values):
    with pytest.raises(InvalidInput):
        load(values)


@pytest.mark.parametrize(
    "asked",
    [
        None,
        {},
        {"edit": "rename"},
        {"edit": "rename", "title": 1},
        {"edit": "rename_state", "state": "x", "title": "y"},
        {"edit": "set_guard", "transition": "sign", "roles": "Signer"},
        {"edit": "set_grid", "state": "review", "grid": {"Eat": []}},
        {"edit": "set_grid", "state": "review", "grid": []},
        {"edit": "remove_state", "state": "review"},
        {"edit": "insert_state", "before": "draft", "then": "signed", "title": "x", "roles": ["x"]},
    ],
)
def test_requests_that_are_refused(asked):
    with pytest.raises(OfficeError):
        change(PLAIN, HARD, asked)


def test_a_fixed_workflow_takes_titles_only():
    assert change(PLAIN, None, {"edit": "rename", "title": " Văn  bản  đi "}).title == "Văn bản đi"
    with pytest.raises(RuleBroken):
        change(PLAIN, None, {"edit": "set_guard", "transition": "sign", "roles": []})


def test_changes_are_named():
    new = edits.rename_state(PLAIN, "review", "Chờ ký")
    new = edits.set_grid(new, "review", {"View": ["Signer", "Office Chief"]})
    new = edits.set_guard(new, "sign", ["Signer"])
    found = changes(PLAIN, new)
    assert [(one.text, one.more, one.less) for one in found] == [
        ("State “${old}” is called “${new}”.", (), ()),
        ("“${state}”, who may ${what}:", ("Office Chief",), ("Drafter",)),
        ("Transition “${name}”, who may fire it:", ("Signer",), ()),
    ]
    assert touched(PLAIN, new) == ("review",)
    assert removed(insert(), PLAIN) == ("cho_kiem_tra",)


def test_a_state_that_is_left_stays_until_it_is_empty():
    old = insert()
    live = leaving.keep(PLAIN, old, ["cho_kiem_tra"])
    assert live.entries("cho_kiem_tra") == ()
    assert [one.to for one in live.exits("cho_kiem_tra")] == ["review"]
    assert changes(PLAIN, leaving.without(live, PLAIN, ["cho_kiem_tra"])) == []


def test_no_two_boxes_of_a_drawing_overlap():
    found = insert(insert(), "cho_kiem_tra", "review", "Chờ họp")
    drawing = draw(found)
    assert len({(box.x, box.y) for box in drawing.boxes}) == len(found.states)
    assert {one.kind for one in drawing.edges} == {"next", "ahead", "back"}
    points = [point for edge in drawing.edges for point in edge.points]
    assert all(0 <= x <= drawing.width and 0 <= y <= drawing.height for x, y in points)
