"""Texts that look alike: found by their keys, told apart by their words."""

from vanphong.documents.rules import similar
import pytest
import random


LETTERS = ("01", "03", "08", "1210-ubnd-vx", "186-tb-ubnd")


@pytest.fixture(scope="module")
def texts(root):
    folder = root / "profiles" / "sample" / "letters"
    return {one.stem: one.read_text("utf-8").partition("\n\n")[2] for one in folder.glob("*.txt")}


def misread(text, share):
    chance = random.Random(7)  # noqa: S311
    letters = "aàbcdđeêghiklmnoôơpqrstuưvxy"
    return "".join(
        chance.choice(letters) if one.isalpha() and chance.random() < share else one for one in text
    )


def alike(one, other):
    """How much alike, and how many keys are the same."""
    first, second = similar.opening(one), similar.opening(other)
    common = set(similar.bands(first)) & set(similar.bands(second))
    return similar.likeness(first, second), len(common)


@pytest.mark.parametrize("name", LETTERS)
@pytest.mark.parametrize("share", [0.0, 0.005, 0.03, 0.08])
def test_a_copy_that_was_misread_is_found(texts, name, share):
    likeness, common = alike(texts[name], misread(texts[name], share))
    assert likeness >= similar.LIKE
    assert common


def test_other_letters_are_not_alike(texts):
    names = sorted(texts)
    pairs = [(one, other) for at, one in enumerate(names) for other in names[at + 1 :]]
    found = [alike(texts[one], texts[other]) for one, other in pairs]
    assert max(likeness for likeness, _common in found) < 0.4
    assert sum(common > 0 for _likeness, common in found) < 0.1 * len(found)


def test_the_next_letter_of_one_form_is_alike_too_so_nothing_may_be_refused(texts):
    other = texts["01"].replace("2", "3").replace("tháng", "quý")
    assert alike(texts["01"], other)[0] > 0.9


def test_an_annex_behind_it_changes_nothing(texts):
    long = texts["01"] + "\n" + texts["08"]
    assert alike(texts["01"], long)[0] > 0.95
    assert alike(texts["01"], long)[1]


def test_accents_and_signs_do_not_count(texts):
    text = texts["03"]
    assert alike(text, text.upper().replace(",", " ;"))[0] == 1.0


@pytest.mark.parametrize(
    "text", ["", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc", "một hai " * 10]
)
def test_too_few_words_are_alike_to_nothing(text):
    assert similar.opening(text) == ()
    assert similar.bands(similar.opening(text)) == ()
    assert similar.likeness((), ()) == 0.0


def test_the_motto_does_not_count(texts):
    opened = " ".join(similar.opening("Cộng hòa xã hội chủ nghĩa Việt Nam\n" + texts["01"]))
    assert "cong hoa xa hoi" not in opened


def test_keys_are_the_same_for_ever(texts):
    """They are stored: another way to make them needs a rebuild in an upgrade step."""
    keys = similar.bands(tuple(f"chu{n}" for n in range(60)))
    assert len(keys) == similar.PERMUTATIONS // similar.ROWS == 32
    assert keys[:2] == KEYS
    assert all(0 <= key < 1 << 63 for key in keys)


KEYS = (3307010998592060983, 2378075899130085657)


def test_what_differs_is_marked():
    one, other = similar.difference(
        "Về việc kiểm tra, đôn đốc quý II năm 2024", "Về việc kiểm tra đôn đốc quý III năm 2025"
    )
    assert [text for mark, text in one if mark] == ["II", "2024"]
    assert [text for mark, text in other if mark] == ["III", "2025"]
    assert " ".join(text for _mark, text in one) == "Về việc kiểm tra, đôn đốc quý II năm 2024"
    assert similar.difference("", "a b") == ((), ((True, "a b"),))
