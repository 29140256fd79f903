"""Looking for words inside one file, in its text and among the places of its words."""

from vanphong.documents.rules import inside
from vanphong.documents.rules.inside import Box
from vanphong.documents.rules.inside import Placed
import pytest


TEXT = "ỦY BAN NHÂN DÂN\nSố: 186/TB-UBND. Uỷ ban đã kết luận; hoà giải, hòa giải."


def page(text, per_line=4):
    words = text.split()
    return [
        Placed(
            word,
            Box(
                at % per_line * 0.2,
                at // per_line * 0.05,
                at % per_line * 0.2 + 0.18,
                at // per_line * 0.05 + 0.02,
            ),
        )
        for at, word in enumerate(words)
    ]


@pytest.mark.parametrize(
    ("typed", "n"),
    [
        ("uy ban", 2),
        ("Ủy ban", 2),
        ("ủy ban", 2),
        ("ùy ban", 2),  # spelt so nowhere: looked for without accents
        ("186/tb-ubnd", 1),
        ("186 TB UBND", 1),
        ("hòa giải", 2),
        ("ban kết", 3),  # no phrase: its words, one by one, are there
        ("an", 0),  # no part of a word
        ("%", 0),
        ("* OR 1=1", 0),
        ('"', 0),
        ("", 0),
        ("x" * 10_000, 0),
        ("uy ban " * 2000, 4),
    ],
)
def test_how_often(typed, n):
    found = [inside.count(TEXT, words) for words in inside.ways(typed)]
    first = next((one for one in found if one), 0)
    assert first == n


def test_the_places_are_as_many_as_the_words_in_the_text():
    for typed in ("uy ban", "186/tb-ubnd", "hòa giải"):
        words = next(one for one in inside.ways(typed) if inside.count(TEXT, one))
        assert len(inside.places(page(TEXT), words)) == inside.count(TEXT, words)


def test_a_hit_over_two_lines_has_two_boxes():
    words = inside.ways("nhan dan so")[0]
    (hit,) = inside.places(page(TEXT), words)
    assert [round(box.left, 1) for box in hit] == [0.4, 0.0]
    assert hit[0].right == pytest.approx(0.78)


def test_words_beside_each_other_have_one_box():
    (first, _second) = inside.places(page(TEXT), inside.ways("uy ban")[0])
    assert first == (Box(0.0, 0.0, pytest.approx(0.38), 0.02),)


def test_nothing_is_found_on_an_empty_page():
    assert inside.places([], inside.ways("uy ban")[0]) == []
    assert inside.ways("  ") == ()
