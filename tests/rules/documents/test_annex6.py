from datetime import date
from vanphong.documents.rules import ANNEX_VI
from vanphong.documents.rules import check_lengths
from vanphong.documents.rules import to_annex_vi
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
import pytest


# English name -> (type, length, automatic), in the annex's own words
COMMON = {
    "FileCode": ("String", None, False),
    "OrganId": ("String", 35, True),
    "DocOrdinal": ("Number", 3, True),
    "TypeName": ("String", 100, False),
    "CodeNotation": ("String", 30, False),
    "OrganName": ("String", 200, False),
    "Subject": ("String", 500, False),
    "Language": ("String", 30, False),
    "PageAmount": ("Number", 3, True),
    "Description": ("String", 500, False),
    "SignerInfo.Position": ("String", 100, False),
    "SignerInfo.FullName": ("String", 50, False),
    "Priority": ("Number", 1, False),
    "DueDate": ("Date", 10, False),
}
FIELDS = {
    "in": {
        **COMMON,
        "CodeNumber": ("String", 11, False),
        "IssuedDate": ("Date", 10, False),
        "ArrivalDate": ("Date", 10, True),
        "ArrivalNumber": ("Number", 10, True),
        "ToPlaces": ("String", 1000, False),
    },
    "out": {
        **COMMON,
        "CodeNumber": ("String", 11, True),
        "IssuedDate": ("Date", 10, True),
        "To.OrganName": ("String", 200, False),
        "IssuedAmount": ("Number", 3, False),
    },
}


@pytest.mark.parametrize("direction", ["in", "out"])
def test_the_fields_are_those_of_the_annex(direction):
    found = {field.english: (field.kind, field.length, field.auto) for field in ANNEX_VI[direction]}
    assert found == FIELDS[direction]


@pytest.mark.parametrize("direction", ["in", "out"])
def test_each_field_is_mapped_once(direction):
    names = [field.name for field in ANNEX_VI[direction]]
    assert len(set(names)) == len(names)


VALUES = {
    "document_type": "cong-van",
    "code_number": "492",
    "code_notation": "UBND-VP",
    "issued_date": date(2024, 8, 12),
    "organ_name": "UBND tỉnh An Bình",
    "subject": "V/v tiếp tục sử dụng hiệu quả Văn phòng điện tử",
    "language": "Tiếng Việt",
    "page_amount": 2,
    "note": "",
    "signer_name": None,
    "signer_position": "KT. Chủ tịch, PCT",
    "urgency": "express",
    "secrecy": "normal",
    "arrival_number": 1198,
    "arrival_date": date(2024, 8, 13),
    "to_places": ("Phòng Văn hóa và Thông tin",),
    "channel": "paper",
}


def test_an_incoming_document_in_the_words_of_the_annex():
    assert to_annex_vi(VALUES, "in") == {
        "TypeName": "Công văn",
        "CodeNumber": "492",
        "CodeNotation": "UBND-VP",
        "IssuedDate": "12/08/2024",
        "OrganName": "UBND tỉnh An Bình",
        "Subject": "V/v tiếp tục sử dụng hiệu quả Văn phòng điện tử",
        "Language": "Tiếng Việt",
        "PageAmount": 2,
        "SignerInfo.Position": "KT. Chủ tịch, PCT",
        "Priority": 3,
        "ArrivalDate": "13/08/2024",
        "ArrivalNumber": 1198,
        "ToPlaces": ("Phòng Văn hóa và Thông tin",),
    }


def test_an_outgoing_document_has_no_arrival():
    record = to_annex_vi({**VALUES, "issued_amount": 12}, "out")
    assert "ArrivalNumber" not in record
    assert record["IssuedAmount"] == 12
    assert record["To.OrganName"] == ("Phòng Văn hóa và Thông tin",)


def test_a_type_of_the_office_itself_keeps_its_name():
    assert to_annex_vi({"document_type": "Giấy khen"}, "out") == {"TypeName": "Giấy khen"}


def test_secret_documents_and_unknown_urgencies_are_not_mapped():
    with pytest.raises(RuleBroken):
        to_annex_vi({**VALUES, "secrecy": "secret"}, "in")
    with pytest.raises(InvalidInput):
        to_annex_vi({**VALUES, "urgency": "khẩn"}, "in")


def test_values_within_the_limits_pass():
    check_lengths(VALUES, "in")
    check_lengths({"subject": "ă" * 500, "page_amount": 999, "to_places": "x" * 1000}, "in")
    check_lengths({"to_places": ["x" * 200] * 30}, "out")
    check_lengths({}, "out")


@pytest.mark.parametrize(
    ("name", "value", "direction", "message"),
    [
        ("subject", "x" * 501, "in", "Trích yếu nội dung has 501 characters; at most 500"),
        ("page_amount", 1000, "in", "Số trang has 4 digits; at most 3"),
        ("code_number", "123456789012", "out", "Số của văn bản has 12 characters; at most 11"),
        ("signer_name", "x" * 51, "in", "at most 50"),
        ("organ_id", "x" * 36, "in", "at most 35"),
        ("to_places", "x" * 1001, "in", "at most 1000"),
        ("to_places", ["UBND xã", "x" * 201], "out", "Nơi nhận has 201 characters; at most 200"),
        ("issued_amount", 1000, "out", "at most 3"),
    ],
)
def test_longer_values_are_refused_by_name_and_limit(name, value, direction, message):
    with pytest.raises(InvalidInput) as problem:
        check_lengths({name: value}, direction)
    assert problem.value.field == name
    assert "Phụ lục VI" in problem.value.rule
    assert message in str(problem.value)
