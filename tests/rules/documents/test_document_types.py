from datetime import date
from vanphong.documents.rules import ALL_TYPES
from vanphong.documents.rules import COPY_TYPES
from vanphong.documents.rules import DOCUMENT_TYPES
from vanphong.documents.rules import FIELDS
from vanphong.documents.rules import DocumentType
from vanphong.documents.rules import FieldCode
from vanphong.documents.rules import fields_on
from vanphong.documents.rules import format_document_types
from vanphong.documents.rules import format_fields
from vanphong.documents.rules import parse_document_types
from vanphong.documents.rules import parse_fields
from vanphong.documents.rules import types_on
from vanphong.errors import InvalidInput
import pytest
import unicodedata


ABBREVIATIONS = (
    "NQ QĐ CT QC QyĐ TC TB HD CTr KH PA ĐA DA BC BB TTr HĐ CĐ BGN BTT GUQ GM GGT GNP PG PC PB"
)


def test_the_29_types_of_article_7_and_the_letter_of_a_citizen():
    assert len(DOCUMENT_TYPES) == 30
    found = [kind.abbreviation for kind in DOCUMENT_TYPES if kind.abbreviation]
    assert " ".join(found) == ABBREVIATIONS
    assert [kind.code for kind in DOCUMENT_TYPES if not kind.abbreviation] == [
        "cong-van",
        "thu-cong",
        "don",
    ]


def test_copies_have_their_own_abbreviations():
    assert [kind.abbreviation for kind in COPY_TYPES] == ["SY", "TrS", "SL"]


def test_codes_and_names_are_unique():
    for values in ([kind.code for kind in ALL_TYPES], [kind.name for kind in ALL_TYPES]):
        assert len(set(values)) == len(values)
    assert all(kind.code.isascii() for kind in ALL_TYPES)


@pytest.mark.parametrize(
    ("code", "name", "sip_code", "edxml_no"),
    [
        ("quyet-dinh", "Quyết định", "02", 2),
        ("quy-che", "Quy chế", "32", 4),
        ("cong-van", "Công văn", "22", 18),
        ("ban-thoa-thuan", "Bản thỏa thuận", "25", 22),
        ("phieu-bao", "Phiếu báo", "19", None),
        ("don", "Đơn, thư", "32", None),
    ],
)
def test_codes_of_other_standards(code, name, sip_code, edxml_no):
    (kind,) = (kind for kind in DOCUMENT_TYPES if kind.code == code)
    assert (kind.name, kind.sip_code, kind.edxml_no) == (name, sip_code, edxml_no)


def test_types_are_read_and_written():
    lines = [
        "quyet-dinh | Quyết định | QĐ | 02 | 2 | 2020-03-05 | 2030-12-31",
        "",
        "giay-khen|Giấy khen",
        "cong-van | Công văn | | 22 | 18",
    ]
    types = parse_document_types(lines)
    assert types[0] == DocumentType(
        "quyet-dinh", "Quyết định", "QĐ", "02", 2, date(2020, 3, 5), date(2030, 12, 31)
    )
    assert types[1] == DocumentType("giay-khen", "Giấy khen")
    assert format_document_types(types) == (
        lines[0],
        "giay-khen | Giấy khen |  | 32",
        "cong-van | Công văn |  | 22 | 18",
    )


def test_reading_what_was_written_gives_the_same():
    assert parse_document_types(format_document_types(ALL_TYPES)) == ALL_TYPES
    assert parse_fields(format_fields(FIELDS)) == FIELDS


def test_names_are_composed():
    (kind,) = parse_document_types([unicodedata.normalize("NFD", "quyet-dinh | Quyết định | QĐ")])
    assert kind.name == "Quyết định"
    assert kind.abbreviation == "QĐ"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Quyết định | QĐ", "“Quyết định” is not a code. Write it as quyet-dinh."),
        ("quyet_dinh | Quyết định", "is not a code"),
        ("quyet-dinh", "column 2 is empty. Write code | Tên loại"),
        ("| Quyết định", "column 1 is empty"),
        ("quyet-dinh | Quyết định | Q Đ", "“Q Đ” contains a space"),
        ("quyet-dinh | Quyết định | QĐ | 02 | hai", "“hai” is not a number"),
        ("quyet-dinh | Quyết định | QĐ | 02 | 2 | 05/03/2020", "Write it as 2026-07-01"),
        ("a | A | A | 1 | 1 | 2020-01-01 | 2020-02-01 | x", "too many columns"),
        ("thong-bao | Thông báo", "“thong-bao” stands there twice"),
    ],
)
def test_bad_lines_are_named(line, message):
    with pytest.raises(InvalidInput) as problem:
        parse_document_types(["thong-bao | Thông báo | TB", "", line])
    assert problem.value.field == "document_types"
    assert str(problem.value).startswith("Line 3")
    assert message in str(problem.value)


TYPES = parse_document_types(
    ["old | Cũ | C | | | | 2025-06-30", "new | Mới | M | | | 2025-07-01", "ever | Luôn"]
)


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        ("2025-06-30", ["old", "ever"]),
        ("2025-07-01", ["new", "ever"]),
    ],
)
def test_types_come_and_go_on_a_day(day, codes):
    assert [kind.code for kind in types_on(TYPES, date.fromisoformat(day))] == codes


def test_fields_are_read_and_come_and_go():
    fields = parse_fields(["VX | Văn xã | | 2025-06-30", "VHXH | Văn hóa - Xã hội | 2025-07-01"])
    assert fields[0] == FieldCode("VX", "Văn xã", None, date(2025, 6, 30))
    assert [field.code for field in fields_on(fields, date(2026, 1, 1))] == ["VHXH"]
    assert {"VX", "KT", "NC", "TH", "VP", "TCKH"} <= {field.code for field in FIELDS}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("V X | Văn xã", "“V X” contains a space"),
        ("V-X | Văn xã", "contains a space or a sign"),
        ("VX", "column 2 is empty"),
        ("VX | Văn xã | bao giờ", "is not a day"),
    ],
)
def test_bad_fields_are_named(line, message):
    with pytest.raises(InvalidInput) as problem:
        parse_fields([line])
    assert message in str(problem.value)
    assert problem.value.field == "fields"
