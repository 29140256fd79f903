from unicodedata import normalize
from vanphong.documents.rules import parse_query
from vanphong.documents.rules import query
from vanphong.ledger.words import BREAK
from vanphong.ledger.words import FILE
from vanphong.ledger.words import Words
from vanphong.ledger.words import bare
from vanphong.ledger.words import indexed
from vanphong.ledger.words import words
import pytest


def read(text):
    """Terms as they would be typed; a minus before those that must not occur."""
    found = parse_query(text).words
    return [" ".join(term) for term in found.terms] + [
        "-" + " ".join(term) for term in found.without
    ]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", []),
        ("   ", []),
        ("uy ban", ["uy", "ban"]),
        ("UY  BAN", ["uy", "ban"]),
        ('"uy ban" tinh', ["uy ban", "tinh"]),
        ("“giải ngân” vốn", ["giải ngân", "vốn"]),
        ("«giải ngân»", ["giải ngân"]),
        ('"chưa đóng', ["chưa đóng"]),
        ('dan"g', ["dan", "g"]),
        ("12/2026/QĐ-UBND", ["12 2026 qđ ubnd"]),
        ("1210/ubnd-vx", ["1210 ubnd vx"]),
        ("1210", ["1210"]),
        ("06-CTr/TU", ["06 ctr tu"]),
        ("H99.20,2024/08/12,492/UBND-VP", ["h99 20 2024 08 12 492 ubnd vp"]),
        ("lũ -lụt", ["lũ", "-lụt"]),
        ('lũ -"cá tra"', ["lũ", "-cá tra"]),
        ("-lụt", ["-lụt"]),
        ("- lụt", ["lụt"]),
        ("a-b", ["a b"]),
        ("cá cá -cá", ["cá", "-cá"]),
        ("Uỷ ban Ủy ban", ["uỷ", "ban"]),
        (normalize("NFD", "Ủy quyết"), ["uỷ", "quyết"]),
        ("quý quí", ["quý", "quí"]),
        ("hòa khỏe thúy", ["hoà", "khoẻ", "thuý"]),
    ],
)
def test_what_is_typed_is_read(text, terms):
    assert read(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "%", "*", "_", "'", '"', '""', "''''", "-", "--", "( ) [ ] { }", "& | ! <->", "^ : + ~",
        "\\", "\x00\x01", "\ue000", "...", "-\"\"", "; -- /*", "\u200b",
    ],
)  # fmt: skip
def test_signs_alone_mean_nothing(text):
    assert read(text) == []
    assert not parse_query(text).words


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("a AND b OR NOT c", ["a", "and", "b", "or", "not", "c"]),
        ("NEAR(a b, 5)", ["near a", "b", "5"]),
        ("subject:lũ", ["subject lũ"]),
        ("x' OR '1'='1", ["x", "or", "1 1"]),
        ("lũ*", ["lũ"]),
        ("50%", ["50"]),
        ("Robert'); DROP TABLE audit;--", ["robert", "drop", "table", "audit"]),
        ("a <-> b & !c", ["a", "b", "c"]),
    ],
)
def test_operators_of_engines_are_words_or_nothing(text, terms):
    assert read(text) == terms


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("uy ban", False),
        ("UBND", False),
        ("Ủy ban", True),
        ("QĐ", True),
        ("12/2026/QĐ-UBND", True),
        ("12/2026/qd-ubnd", False),
        ("lu -lụt", True),
    ],
)
def test_one_diacritic_makes_the_whole_text_exact(text, exact):
    assert parse_query(text).words.exact is exact


@pytest.mark.parametrize(
    "text",
    [
        "a " * 5120,
        "x" * 10240,
        '"' * 10240,
        "-" * 10240,
        '"a' * 3500,
        " ".join(map(str, range(3000))),
    ],
)
def test_long_texts_are_bounded(text):
    found = parse_query(text)
    assert found.cut
    assert len(found.words.terms) + len(found.words.without) <= query.MOST_TERMS
    assert len(found.words.phrase) <= query.MOST_WORDS
    assert all(len(word) <= 64 for word in found.words.phrase)


def test_a_short_text_is_not_cut():
    assert not parse_query("giải ngân vốn đầu tư công").cut
    assert parse_query(" ".join(map(str, range(17)))).cut
    assert not parse_query(" ".join(map(str, range(16)))).cut


def test_words_without_diacritics():
    asked = Words((("uỷ", "ban"),), (("đường",),), exact=True)
    assert asked.folded() == Words((("uy", "ban"),), (("duong",),))


@pytest.mark.parametrize(
    "letter", "ạảãáàăặẵẳắằâậẫẩấầđẹẻẽéèêệễểếềịỉĩíìọỏõóòôộỗổốồơợỡởớờụủũúùưựữửứừỵỷỹýỳ"
)
def test_every_vietnamese_letter_is_folded_whatever_its_case(letter):
    assert bare(letter) in "aeiouyd"
    assert bare(letter.upper()) == bare(letter) == bare(normalize("NFD", letter))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ủy ban", "Uỷ ban"), ("hòa bình", "hoà bình"), ("khỏe", "khoẻ"), ("THÚY", "Thuý")],
)
def test_both_places_of_a_tone_are_one_word(one, other):
    assert words(one) == words(other)


@pytest.mark.parametrize("word", ["hoàn", "quý", "toán", "tuỳ", "của", "mùa", "chùa", "thuế"])
def test_tones_elsewhere_stay_where_they_are(word):
    assert words(word) == [word]


def test_an_index_text_keeps_both_spellings_at_the_same_places():
    exact, folded = indexed(
        ["Ủy ban", "Đường số 5", "", f"x{FILE}Tờ trình.pdf\nNội\u00addung\fhai"]
    )
    assert exact.split() == [
        *("uỷ", "ban", BREAK, "đường", "số", "5", BREAK, BREAK, "x", BREAK),
        *("tờ", "trình", "pdf", "nộidung", "hai"),
    ]
    assert folded.split() == [bare(word) for word in exact.split()]


def test_an_endless_text_is_cut():
    exact, folded = indexed(["ủy " * 200_000])
    assert len(exact) == len(folded) <= 300_000
