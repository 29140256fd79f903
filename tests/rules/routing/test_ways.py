"""The way from one stage to another through states that stand in between."""

from vanphong.routing.rules.ways import way
import pytest


KNOWN = {"a", "b", "c"}
PLAIN = {"a": [("ab", "b")], "b": [("bc", "c"), ("ba", "a")], "c": []}
ONE = {"a": [("ax", "x"), ("ac", "c")], "x": [("xb", "b")], "b": [("bc", "c")]}
TWO = {"a": [("ax", "x")], "x": [("xy", "y"), ("xx", "x")], "y": [("yb", "b"), ("yx", "x")]}
BOTH = {"a": [("ax", "x"), ("ab", "b")], "x": [("xb", "b")]}


@pytest.mark.parametrize(
    ("ways", "now", "stage", "expected"),
    [
        (PLAIN, "a", "b", ("ab",)),
        (PLAIN, "b", "a", ("ba",)),
        (PLAIN, "a", "c", ()),  # through another stage
        (PLAIN, "a", "a", ()),
        (PLAIN, "gone", "a", ()),
        (ONE, "a", "b", ("ax", "xb")),
        (ONE, "x", "b", ("xb",)),
        (ONE, "x", "c", ()),
        (ONE, "a", "c", ("ac",)),
        (TWO, "a", "b", ("ax", "xy", "yb")),
        (TWO, "y", "b", ("yb",)),
        (BOTH, "a", "b", ("ab",)),  # the shorter way
    ],
)
def test_way(ways, now, stage, expected):
    assert way(ways, now, stage, KNOWN) == expected
