"""Comments as values: mentions, links, withdrawal."""

from datetime import UTC
from datetime import datetime
from vanphong.discussion import rules
from vanphong.errors import InvalidInput
import pytest


NOW = datetime(2024, 8, 14, 8, tzinfo=UTC)


def comment(text, *mentions):
    return rules.Comment(1, "cv1", "Chuyên viên", NOW, text, mentions)


@pytest.mark.parametrize(
    "text, found",
    [
        ("Nhờ @cv1-vhtt xem", ("cv1-vhtt",)),
        ("@a @b, @a.", ("a", "b")),
        ("thư tới a@b.vn", ()),
        ("@", ()),
        ("(@cv.mot)", ("cv.mot",)),
    ],
)
def test_mentions(text, found):
    assert rules.mentions_in(text) == found


def test_too_many_mentions():
    with pytest.raises(InvalidInput):
        rules.mentions_in(" ".join(f"@u{number}" for number in range(21)))


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("Xem https://a.vn/x.", [("text", "Xem "), ("link", "https://a.vn/x"), ("text", ".")]),
        ("javascript:alert(1)", [("text", "javascript:alert(1)")]),
        ("@cv1 và @khac", [("mention", "cv1"), ("text", " và @khac")]),
        ("<b>", [("text", "<b>")]),
    ],
)
def test_pieces(text, kinds):
    assert [(one.kind, one.text) for one in rules.pieces(comment(text, "cv1"))] == kinds


@pytest.mark.parametrize("text", ["", " \n\t", "x" * 4001, "\x00"])
def test_texts_that_are_refused(text):
    with pytest.raises(InvalidInput):
        rules.check_text(text)
