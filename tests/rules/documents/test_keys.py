from datetime import date
from vanphong.documents.rules import date_words
from vanphong.documents.rules import document_identifier
from vanphong.documents.rules import duplicate_key
from vanphong.documents.rules import fold
from vanphong.documents.rules import organ_key
from vanphong.documents.rules import organ_keys
from vanphong.documents.rules import symbol_key
from vanphong.errors import InvalidInput
import pytest
import unicodedata


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Đôn đốc", "don doc"),
        ("HỎA TỐC", "hoa toc"),
        ("HOẢ TỐC", "hoa toc"),
        ("  Phòng   Văn hóa\nvà Thông tin ", "phong van hoa va thong tin"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "uy ban nhan dan"),
        ("Ưu tiên, ươm", "uu tien, uom"),
        ("512/STTTT-CNTT", "512/stttt-cntt"),
        ("đĐ ðÐ", "dd ðð"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05/UBND-VX", "5/ubnd-vx"),
        ("Số: 492/UBND-VP", "492 / UBND-VP"),
        ("06-CTr/TU", "06–CTR/TU"),
        ("4167/QĐ-UBND", unicodedata.normalize("NFD", "4167/qđ-ubnd")),
        ("không  số", "KHÔNG SỐ"),
    ],
)
def test_symbols_that_are_the_same(one, other):
    assert symbol_key(one) == symbol_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("05/ĐA-UBND", "05/DA-UBND"),
        ("05/HĐ-UBND", "05/HD-UBND"),
        ("05/QĐ-UBND", "05/QyĐ-UBND"),
        ("50/UBND-VX", "5/UBND-VX"),
        ("45a/UBND-VX", "45/UBND-VX"),
    ],
)
def test_symbols_that_differ(one, other):
    assert symbol_key(one) != symbol_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("UBND tỉnh An Bình", "Ủy ban nhân dân tỉnh An Bình"),
        ("UBND TỈNH AN BÌNH", "Uỷ ban nhân dân  Tỉnh An Bình."),
        ("Sở Thông tin & Truyền thông", "Sở Thông tin và Truyền thông"),
        ("HĐND xã Phú Khê", "Hội đồng nhân dân xã Phú Khê"),
        ("Văn phòng UBND tỉnh", "VP UBND tỉnh"),
        ("UBMTTQ huyện", "Ủy ban Mặt trận Tổ quốc huyện"),
        ("Sở VH-TT&DL", "Sở VH, TT và DL"),
    ],
)
def test_bodies_that_are_the_same(one, other):
    assert organ_key(one) == organ_key(other)


def test_bodies_that_differ():
    assert organ_key("Sở Tài chính") != organ_key("Sở Tư pháp")


def test_a_duplicate_is_the_same_symbol_body_and_year():
    key = duplicate_key("512/STTTT-CNTT", "Sở Thông tin và Truyền thông", date(2024, 8, 9))
    assert key == "512/stttt-cntt|so thong tin va truyen thong|2024"
    assert key == duplicate_key("512/sTTTT-CNTT", "SỞ THÔNG TIN & TRUYỀN THÔNG", date(2024, 1, 1))
    assert key != duplicate_key("512/STTTT-CNTT", "Sở Tư pháp", date(2024, 8, 9))
    assert key != duplicate_key("512/STTTT-CNTT", "Sở Thông tin và Truyền thông", date(2025, 8, 9))


def test_without_a_symbol_nothing_can_be_compared():
    assert duplicate_key(" ", "Công dân", date(2024, 8, 9)) == ""


def test_without_a_date_the_year_stays_open():
    assert duplicate_key("5/UBND-VP", "UBND", None) == "5/ubnd-vp|ubnd|"


@pytest.mark.parametrize(
    ("organ_id", "issued", "symbol", "identifier"),
    [
        ("H99.20", "2024-08-12", "492/UBND-VP", "H99.20,2024/08/12,492/UBND-VP"),
        (
            "000.00.00.G22",
            "2015-09-30",
            "7816/VPCP-TTĐT",
            "000.00.00.G22,2015/09/30,7816/VPCP-TTĐT",
        ),
        ("H99", "2024-01-05", "Số: 05/UBND - VP", "H99,2024/01/05,05/UBND-VP"),
    ],
)
def test_document_identifiers(organ_id, issued, symbol, identifier):
    assert document_identifier(organ_id, date.fromisoformat(issued), symbol) == identifier


@pytest.mark.parametrize("organ_id", ["", "H99,20", "H99 20"])
def test_identifiers_need_the_code_of_a_body(organ_id):
    with pytest.raises(InvalidInput, match=r"H99\.20 or 000"):
        document_identifier(organ_id, date(2024, 8, 12), "492/UBND-VP")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2020-01-05", "ngày 05 tháng 01 năm 2020"),
        ("2019-06-29", "ngày 29 tháng 6 năm 2019"),
        ("2016-11-25", "ngày 25 tháng 11 năm 2016"),
        ("2024-02-10", "ngày 10 tháng 02 năm 2024"),
        ("2024-03-09", "ngày 09 tháng 3 năm 2024"),
    ],
)
def test_dates_in_words(day, words):
    assert date_words(date.fromisoformat(day)) == words
    assert date_words(date.fromisoformat(day), "An Bình") == f"An Bình, {words}"


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ubnd", "Ủy ban nhân dân tỉnh An Bình"),
        ("uy ban nhan dan", "Ủy ban nhân dân tỉnh An Bình"),
        ("Uỷ ban", "Ủy ban nhân dân tỉnh An Bình"),
        ("uy", "UBND tỉnh An Bình"),
        ("uy ban nhan d", "UBND tỉnh An Bình"),
        ("uy ban nhan dan tinh an", "Ủy ban nhân dân tỉnh An Bình"),
        ("hoi dong nh", "HĐND huyện"),
        ("van ph", "Văn phòng Chính phủ"),
        ("mat tran", "Mặt trận Tổ quốc huyện"),
        ("cong an thanh", "Công an thành phố"),
        ("so noi", "Sở Nội vụ"),
        ("t", "Sở Tài chính"),
    ],
)
def test_a_body_is_completed_from_any_of_its_spellings(typed, name):
    assert any(one in organ_key(name) for one in organ_keys(typed))


@pytest.mark.parametrize("typed", ["", "  ", "&", "so noi vu", "t", "th"])
def test_nothing_else_is_offered(typed):
    assert len(organ_keys(typed)) <= 1
