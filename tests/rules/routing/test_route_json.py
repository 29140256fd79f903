"""Templates as JSON: what is read, what is refused, and that both ways agree."""

from dataclasses import replace
from tests.routes import IN
from tests.routes import OUT
from tests.routes import route
from tests.routes import step
from time import perf_counter
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.routing.rules import route_json
from vanphong.routing.rules import route_text
from vanphong.routing.rules import route_written
from vanphong.routing.rules.checks import check_route
from vanphong.routing.rules.route_json import UnitRef
import json
import pytest


UNITS = {"u1": UnitRef("u1", "Phòng Tư pháp", "TP"), "u2": UnitRef("u2", "Phòng Nội vụ", "NV")}


def known(ref):
    if ref.uid in UNITS:
        return ref.uid
    names = {(one.short, one.symbol_code): uid for uid, one in UNITS.items()}
    return names.get((ref.short, ref.symbol_code), "")


def read(**more):
    value = {
        "title": "Luồng",
        "direction": "out",
        "steps": [{"id": "x", "action": "review", "who": {"relation": "unit_head"}}],
        **more,
    }
    return route_json.read_route(value, known)


def one_step(**more):
    who = more.pop("who", {"relation": "unit_head"})
    return read(steps=[{"id": "x", "action": "review", "who": who, **more}]).steps[0]


ROUND = {
    "outgoing": route(*(replace(one, title="Bước") for one in OUT)),
    "incoming": route(*IN, direction="in"),
    "everything": route(
        *OUT[:2],
        step("a", "opine", "unit_desk", unit="u1", group="g", hours=1.5, vacant="skip"),
        step("b", "opine", "position", unit="u2", position="Chuyên viên", group="g"),
        *OUT[2:],
        body="u1",
        condition={
            "document_types": ["quyet-dinh"],
            "units": ["u1", "u2"],
            "senders": ["tỉnh"],
            "signed_by": ["body"],
        },
    ),
}


@pytest.mark.parametrize("name", ROUND)
def test_what_is_written_is_read_back(name):
    one = ROUND[name]
    text = json.dumps(route_written.written([("n", one)], UNITS.__getitem__), ensure_ascii=False)
    ((read_name, found),) = route_json.read_routes(route_text.parse(text), known)
    assert read_name == "n"
    assert found == replace(one, uid="", version=0)
    check_route(found)


def test_units_of_another_site_are_found_by_their_names():
    other = {"uid": "elsewhere", "short": "Phòng Tư pháp", "symbol_code": "TP"}
    assert read(body=other).body == "u1"
    assert one_step(who={"relation": "unit_desk", "unit": other}).who.unit == "u1"


def test_all_unknown_units_are_named_at_once():
    steps = [
        {
            "id": "a",
            "action": "opine",
            "who": {"relation": "unit_desk", "unit": {"uid": "9", "short": "Phòng Y tế"}},
            "condition": {"units": ["gone"]},
        }
    ]
    with pytest.raises(RuleBroken, match="Phòng Y tế, Sở Lạ, gone") as refusal:
        read(steps=steps, body={"uid": "8", "short": "Sở Lạ", "symbol_code": "SL"})
    assert refusal.value.field == "unit"


def test_the_draft_is_called_so():
    assert one_step(action="draft", id="soan").id == "draft"


def test_a_step_without_a_name_gets_one():
    assert one_step(id=None).id == "step-1"


def test_texts_are_composed_and_trimmed():
    assert read(title=" Luo\u0302\u0300ng ").title == "Luồng"


BAD = {
    "no object": ([], "must be an object"),
    "a step that is none": ({"steps": [1]}, "must be an object"),
    "no list": ({"steps": {}}, "must be a list"),
    "an unknown key": ({"__class__": "os"}, "is not known here"),
    "an unknown key of a step": ({"steps": [{"eval": "1"}]}, "is not known here"),
    "no direction": ({"direction": "internal"}, "“direction” is"),
    "a title that is a number": ({"title": 1}, "must be a text"),
    "a title that is a list": ({"title": ["x"]}, "must be a text"),
    "an unknown action": ({"steps": [{"action": "steal"}]}, "is no value of “action”"),
    "an unknown relation": (
        {"steps": [{"action": "sign", "who": {"relation": "me"}}]},
        "is no value of “relation”",
    ),
    "no relation": ({"steps": [{"action": "sign", "who": {}}]}, "is no value of “relation”"),
    "hours in words": (
        {"steps": [{"action": "sign", "who": {"relation": "body_head"}, "hours": "4"}]},
        "number of hours",
    ),
    "hours that are true": (
        {"steps": [{"action": "sign", "who": {"relation": "body_head"}, "hours": True}]},
        "number of hours",
    ),
    "hours beyond numbers": (
        {"steps": [{"action": "sign", "who": {"relation": "body_head"}, "hours": 10**400}]},
        "number of hours",
    ),
    "a condition that is text": ({"condition": "all"}, "must be an object"),
    "a condition of numbers": ({"condition": {"fields": [1]}}, "list of texts"),
    "a unit that is a number": ({"body": 5}, "must be an object"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read(name):
    more, words = BAD[name]
    with pytest.raises(InvalidInput, match=words) as refusal:
        read(**more) if isinstance(more, dict) else route_json.read_route(more, known)
    assert refusal.value.field


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "must be an object"),
        ({"format": "other", "templates": []}, "no export of route templates"),
        ({"format": "vanphong-routes"}, "must be a list"),
        ({"format": "vanphong-routes", "templates": [1]}, "must be an object"),
        ({"format": "vanphong-routes", "templates": [], "code": 1}, "is not known here"),
        ({"format": "vanphong-routes", "templates": [{}] * 501}, "more than 500"),
    ],
)
def test_what_is_no_export(value, words):
    with pytest.raises(InvalidInput, match=words):
        route_json.read_routes(value, known)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "This is no JSON: line 1"),
        ("", "This is no JSON"),
        ('{"a": 1, "a": 2}', "“a” is given twice"),
        ('{"hours": NaN}', "“NaN” is no number"),
        ('{"hours": Infinity}', "is no number"),
        ("[" * 13 + "]" * 13, "nested deeper"),
        ("[" * 5_000_000 + "]" * 5_000_000, "too large"),
        ('{"a":' * 90_000 + "1" + "}" * 90_000, "nested deeper"),
        ("x" * 1_000_001, "too large"),
        (b"\xff\xfe", "no text in UTF-8"),
        ("1" * 5000, "no JSON that can be read"),
    ],
)
def test_what_is_not_even_parsed(text, words):
    begun = perf_counter()
    with pytest.raises(InvalidInput, match=words):
        route_text.parse(text)
    assert perf_counter() - begun < 1


def test_brackets_inside_texts_do_not_count():
    value = {"a": "[" * 20 + '"' + chr(92)}
    assert route_text.parse(json.dumps(value)) == value


def test_bytes_are_read_too():
    assert route_text.parse('{"a": "Luồng"}'.encode()) == {"a": "Luồng"}
