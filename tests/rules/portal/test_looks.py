"""Colours that can be read, categories that can be told apart."""

from vanphong.errors import InvalidInput
from vanphong.portal import rules
from vanphong.portal.interfaces import LINK
from vanphong.portal.interfaces import OFFICIAL
from vanphong.portal.interfaces import STRUCTURE
import pytest


@pytest.mark.parametrize(
    ("one", "other", "contrast"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#b3191f", "#ffffff", 6.83)],
)
def test_contrast(one, other, contrast):
    assert rules.contrast(one, other) == pytest.approx(contrast, abs=0.05)
    assert rules.contrast(other, one) == rules.contrast(one, other)


@pytest.mark.parametrize("colour", [OFFICIAL, STRUCTURE, LINK, " #1B5687 "])
def test_dark_colours_are_taken(colour):
    assert rules.check_colour(colour) == colour.strip().lower()


@pytest.mark.parametrize(
    "colour", ["", "red", "#fff", "#ffd84a", "#777777", "#b3191f;}body{}", "url(x)", "#b3191g"]
)
def test_light_colours_and_what_is_none_are_refused(colour):
    with pytest.raises(InvalidInput):
        rules.check_colour(colour)


def test_the_categories_of_a_new_office_are_read():
    assert rules.parse_categories(rules.category_lines()) == rules.CATEGORIES


@pytest.mark.parametrize(
    "lines",
    [[], ["  "], ["Chỉ đạo"], ["a |"], ["A b | x"], ["a | x", "a | y"], [f"a | {'x' * 101}"]],
)
def test_categories_that_cannot_be_read(lines):
    with pytest.raises(InvalidInput):
        rules.parse_categories(lines)
