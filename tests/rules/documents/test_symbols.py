from vanphong.documents.rules import TYPE_ABBREVIATIONS
from vanphong.documents.rules import clean_symbol
from vanphong.documents.rules import format_number
from vanphong.documents.rules import format_symbol
from vanphong.documents.rules import notation_for
from vanphong.documents.rules import parse_symbol
from vanphong.errors import InvalidInput
import pytest
import unicodedata


# text, kind, number, suffix, year, type, organ, unit
SYMBOLS = [
    ("1210/UBND-VX", "admin", 1210, "", None, "", "UBND", "VX"),
    ("492/UBND-VP", "admin", 492, "", None, "", "UBND", "VP"),
    ("684/UBND-VP", "admin", 684, "", None, "", "UBND", "VP"),
    ("186/TB-UBND", "admin", 186, "", None, "TB", "UBND", ""),
    ("4167/QĐ-UBND", "admin", 4167, "", None, "QĐ", "UBND", ""),
    ("06-CTr/TU", "party", 6, "", None, "CTr", "TU", ""),
    ("01/2019/TT-BNV", "legal", 1, "", 2019, "TT", "BNV", ""),
    ("2068-QĐ/HU", "party", 2068, "", None, "QĐ", "HU", ""),
    ("33/2024/QH15", "law", 33, "", 2024, "", "QH15", ""),
    ("11/2015/QĐ-UBND", "legal", 11, "", 2015, "QĐ", "UBND", ""),
    ("7816/VPCP-TTĐT", "admin", 7816, "", None, "", "VPCP", "TTĐT"),
    ("12/SY-UBND", "admin", 12, "", None, "SY", "UBND", ""),
    ("45/TCKH-NS", "admin", 45, "", None, "", "TCKH", "NS"),
    ("09/KH-MTTQ-BTT", "admin", 9, "", None, "KH", "MTTQ", "BTT"),
    ("45a/UBND-KT", "admin", 45, "a", None, "", "UBND", "KT"),
    ("22/HLHPN", "admin", 22, "", None, "", "HLHPN", ""),
    # beyond the basic set
    ("05/QyĐ-UBND", "admin", 5, "", None, "QyĐ", "UBND", ""),
    ("3/TrS-UBND", "admin", 3, "", None, "TrS", "UBND", ""),
    ("14/CĐ-PCTT", "admin", 14, "", None, "CĐ", "PCTT", ""),
    ("845/SGDĐT-GDTH", "admin", 845, "", None, "", "SGDĐT", "GDTH"),
    ("88/ĐLPK-KT", "admin", 88, "", None, "", "ĐLPK", "KT"),
    ("20-CV/VPHU", "party", 20, "", None, "CV", "VPHU", ""),
    ("1256/2024/UBTVQH15", "law", 1256, "", 2024, "", "UBTVQH15", ""),
    ("30/2020/NĐ-CP", "legal", 30, "", 2020, "NĐ", "CP", ""),
    ("01/2012/TTLT-VKSNDTC-TANDTC", "legal", 1, "", 2012, "TTLT", "VKSNDTC-TANDTC", ""),
    ("7/2023/NQ-HĐND", "legal", 7, "", 2023, "NQ", "HĐND", ""),
    ("12/2024/HĐ-XD", "admin", 12, "", 2024, "HĐ", "XD", ""),
    ("12B/UBND-KT", "admin", 12, "B", None, "", "UBND", "KT"),
]


@pytest.mark.parametrize(
    ("text", "kind", "number", "suffix", "year", "type_abbreviation", "organ", "unit"), SYMBOLS
)
def test_symbols_are_taken_apart(text, kind, number, suffix, year, type_abbreviation, organ, unit):
    symbol = parse_symbol(text)
    assert (symbol.kind, symbol.number, symbol.suffix, symbol.year) == (kind, number, suffix, year)
    assert (symbol.type_abbreviation, symbol.organ, symbol.unit) == (type_abbreviation, organ, unit)
    assert symbol.text == text


@pytest.mark.parametrize("text", [case[0] for case in SYMBOLS])
def test_number_and_notation_make_the_symbol_again(text):
    symbol = parse_symbol(text)
    again = format_symbol(symbol.number, symbol.notation, symbol.suffix)
    assert parse_symbol(again).number == symbol.number
    assert again.lstrip("0") == text.lstrip("0")


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Số: 05/BNV-VP", "05/BNV-VP"),
        ("số 492/UBND-VP", "492/UBND-VP"),
        ("SỐ:492/UBND-VP", "492/UBND-VP"),
        ("So: 492/UBND-VP", "492/UBND-VP"),
        ("Số492/UBND-VP", "492/UBND-VP"),
        ("  1210 / UBND - VX ", "1210/UBND-VX"),
        ("06–CTr/TU", "06-CTr/TU"),
        ("186/TB‑UBND", "186/TB-UBND"),
        ("186/TB\u00a0-UBND", "186/TB-UBND"),
        (unicodedata.normalize("NFD", "Số: 4167/QĐ-HĐND"), "4167/QĐ-HĐND"),
    ],
)
def test_symbols_are_cleaned(text, cleaned):
    assert clean_symbol(text) == cleaned
    assert parse_symbol(text).text == cleaned


def test_case_is_kept_and_types_are_known_by_their_exact_case():
    assert parse_symbol("5/QyĐ-UBND").type_abbreviation == "QyĐ"
    lower = parse_symbol("5/qyđ-ubnd")
    assert (lower.type_abbreviation, lower.organ, lower.unit) == ("", "qyđ", "ubnd")
    assert lower.text == "5/qyđ-ubnd"


def test_an_office_may_know_other_types():
    assert parse_symbol("5/GCN-UBND").organ == "GCN"
    symbol = parse_symbol("5/GCN-UBND", TYPE_ABBREVIATIONS | {"GCN"})
    assert (symbol.type_abbreviation, symbol.organ) == ("GCN", "UBND")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Số:",
        "492",
        "492/",
        "/UBND-VP",
        "UBND-VP",
        "UBND-VP/492",
        "0/UBND-VP",
        "00/UBND-VP",
        "1234567/UBND-VP",
        "492/UBND VP",
        "492/UBND--VP",
        "186/TB-",
        "492/2024",
        "492/UBND/VP",
        "33/1024/QH15",
        "01/2019/BNV",
        "26/2023/CV-VP",
        "06-CTr",
        "06-/TU",
        "45ab/UBND-KT",
        "-5/UBND",
        "năm/UBND-VP",
        "492\\UBND-VP",
        "492/UBND-VP ngày 12/8/2024",
    ],
)
def test_what_is_no_symbol_is_refused_with_the_forms_that_are(text):
    with pytest.raises(InvalidInput) as problem:
        parse_symbol(text)
    assert problem.value.field == "symbol"
    for form in ("1210/UBND-VX", "186/TB-UBND", "11/2015/QĐ-UBND", "33/2024/QH15", "06-CTr/TU"):
        assert form in str(problem.value)


@pytest.mark.parametrize(
    ("number", "suffix", "text"), [(5, "", "05"), (10, "", "10"), (45, "a", "45a"), (7, "b", "07b")]
)
def test_numbers_below_ten_have_a_leading_zero(number, suffix, text):
    assert format_number(number, suffix) == text


@pytest.mark.parametrize(
    ("number", "notation", "text"),
    [
        (5, "BNV-VP", "05/BNV-VP"),
        (186, "TB-UBND", "186/TB-UBND"),
        (11, "2015/QĐ-UBND", "11/2015/QĐ-UBND"),
        (6, "CTr/TU", "06-CTr/TU"),
    ],
)
def test_symbols_are_written(number, notation, text):
    assert format_symbol(number, notation) == text
    assert parse_symbol(text).notation == notation


def test_code_number_and_notation_are_those_of_annex_vi():
    symbol = parse_symbol("5a/UBND-VP")
    assert (symbol.code_number, symbol.notation) == ("05a", "UBND-VP")


@pytest.mark.parametrize(
    ("type_abbreviation", "organ", "unit", "notation"),
    [
        ("QĐ", "UBND", "", "QĐ-UBND"),
        ("QĐ", "UBND", "VX", "QĐ-UBND"),
        ("", "UBND", "VX", "UBND-VX"),
        ("", "HLHPN", "", "HLHPN"),
        ("QyĐ", "HĐND", "", "QyĐ-HĐND"),
    ],
)
def test_notations_are_built(type_abbreviation, organ, unit, notation):
    assert notation_for(type_abbreviation, organ, unit) == notation


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("QĐ", ""), "no abbreviation"),
        (("", "", "VX"), "no abbreviation"),
        (("QĐ", "UB ND"), "“UB ND” cannot stand"),
        (("", "UBND", "V/X"), "“V/X” cannot stand"),
    ],
)
def test_notations_that_cannot_be_built(parts, message):
    with pytest.raises(InvalidInput, match=message):
        notation_for(*parts)
