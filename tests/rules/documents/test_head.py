"""Reading the head of a letter, from words as tesseract gave them for the sample scans."""

from vanphong.documents.rules.head import Box
from vanphong.documents.rules.head import Line
from vanphong.documents.rules.head import Word
from vanphong.documents.rules.head import lines_of
from vanphong.documents.rules.head import proper_case
from vanphong.documents.rules.head import read_head
from vanphong.documents.rules.head import secret_stamp
from vanphong.documents.rules.head.recipients import entries
from vanphong.documents.rules.head.romans import counted
import json
import pytest


KNOWN = ("UBND tỉnh An Bình", "Bảo hiểm xã hội huyện Phú Khê")


@pytest.fixture
def letter(root):
    """Words of a letter by the name of its file: ``letter("186-tb-ubnd")``."""

    def words(name):
        rows = json.loads((root / f"tests/data/heads/{name}.json").read_text("utf-8"))
        return [Word(text, Box(page, *place), sure) for page, *place, sure, text in rows]

    return words


READ = {
    "1210-ubnd-vx": {
        "symbol": "1210/UBND-VX",
        "issued_date": "2016-11-25",
        "organ_name": "Ủy ban nhân dân huyện Mộ Đức",
        "document_type": "cong-van",
        "subject": "V/v đẩy mạnh triển khai phần mềm văn phòng điện tử - eOffice",
    },
    "186-tb-ubnd": {
        "symbol": "186/TB-UBND",
        "issued_date": "2015-11-30",
        "organ_name": "Ủy ban nhân dân huyện Tuy Phước",
        "document_type": "thong-bao",
        "subject": "Ý kiến kết luận của đồng chí Phó Chủ tịch thường trực UBND huyện tại cuộc họp "
        "triển khai Hệ thống Văn phòng điện tử tại huyện",
        "signer_position": "Phó Chánh Văn phòng",
    },
    "03": {
        "symbol": "2210/STC-QLNS",
        "organ_name": "Sở Tài chính",
        "document_type": "cong-van",
        "subject": "V/v hướng dẫn xây dựng dự toán ngân sách nhà nước năm sau",
        "signer_position": "Giám đốc",
        "named_recipients": "Như trên; UBND tỉnh (b/c); KBNN tỉnh; Lưu: VT, QLNS",
    },
    "15": {
        "symbol": "58/TTr-BQL",
        "organ_name": "Ban QLDA đầu tư xây dựng",
        "document_type": "to-trinh",
        "subject": "Đề nghị phê duyệt kế hoạch lựa chọn nhà thầu công trình Trường Tiểu học An Lạc",
    },
    "20": {"symbol": "340/BHXH-TĐ", "subject": "V/v rà soát đối tượng tham gia BHYT hộ nghèo"},
}


@pytest.mark.parametrize("name", READ)
def test_a_letter(letter, name):
    found = read_head(letter(name))
    wanted = READ[name]
    assert {field: found[field].value for field in wanted if field in found} == wanted


def test_what_does_not_stand_there_is_not_read(letter):
    found = read_head(letter("03"))
    assert "issued_date" not in found  # the day was left blank
    assert "urgency" not in found
    assert read_head([]) == {}


def test_every_reading_has_a_place_and_how_sure_it_is(letter):
    for name, reading in read_head(letter("186-tb-ubnd")).items():
        assert 0 < reading.confidence <= 1, name
        assert reading.box.left < reading.box.right, name


def test_a_body_known_before_keeps_its_letters(letter):
    found = read_head(letter("20"), known_bodies=KNOWN)
    assert found["organ_name"].value in {
        "Bảo hiểm xã hội huyện Phú Khê",
        "Bảo hiếm xã hội huyện Phú Khê",
    }


@pytest.mark.parametrize(("sure", "name"), [(0.6, "Sở Thông tin và Truyền thông"), (0.95, None)])
def test_a_name_read_badly_is_one_that_was_registered_before(sure, name):
    words = _words(("SỞ THÒNG TỈN VA TRUYỀN THỐNG X", 0.15, 0.075), HEADING)
    words = [Word(word.text, word.box, sure) for word in words]
    found = read_head(words, known_bodies=("Sở Tài chính", "Sở Thông tin và Truyền thông"))
    assert (found["organ_name"].value == name) == bool(name)
    assert found["organ_name"].is_doubtful == bool(name)


def _line(text, left=0.1, top=0.2, right=0.4, sure=0.9):
    return Line((Word(text, Box(0, left, top, right, top + 0.012), sure),))


def _words(*lines):
    """Lines of words; each line is (text, left, top)."""
    found = []
    for text, left, top in lines:
        for word in text.split():
            right = left + 0.009 * len(word)
            found.append(Word(word, Box(0, left, top, right, top + 0.012), 0.9))
            left = right + 0.008
    return found


HEADING = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.5, 0.07)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Như trên; - UBND tỉnh (b/c); - Lưu: VT.", "Như trên|UBND tỉnh (b/c)|Lưu: VT"),
        ("- Như tên; - UBND tỉnh (b/€); - Lưu: VT", "Như trên|UBND tỉnh (b/c)|Lưu: VT"),
        ("- TT. HĐND (bíc); — Lưu: VT", "TT. HĐND (b/c)|Lưu: VT"),
        ("- UBND tỉnh (để - b/c); • Lưu", "UBND tỉnh (để b/c)|Lưu"),
        ("- - Mặt trận (p/hợp); + Lưu: VT", "Mặt trận (p/hợp)|Lưu: VT"),
        ("- Sở TT-TT (bãi bỏ); - Lưu", "Sở TT-TT (bãi bỏ)|Lưu"),
        ("", ""),
    ],
)
def test_recipients_one_by_one(text, found):
    assert "|".join(entries(text)) == found


@pytest.mark.parametrize(
    ("before", "read", "shape", "sure", "text"),
    [
        ("quý", "II", 1.5, 0.9, "III"),
        ("quý", "II", 1.05, 0.9, "II"),
        ("đợt", "II,", 1.17, 0.9, "II,"),  # with the width of the comma
        ("đợt", "II,", 1.6, 0.9, "III,"),
        ("quý", "HI", 1.2, 0.9, "III"),
        ("quý", "IH", 1.2, 0.9, "III"),
        ("đoạn", "HH", 1.5, 0.4, "III"),
        ("quý", "H", 1.0, 0.9, "II"),
        ("bảng", "HI", 1.5, 0.9, "HI"),
        ("quý", "IV", 1.5, 0.9, "IV"),
        ("quý", "I", 0.5, 0.9, "I"),
        ("quý", "II", 1.5, 1.0, "II"),  # a file's own words are as they are
    ],
)
def test_the_strokes_of_roman_numbers_are_counted(before, read, shape, sure, text):
    high = 0.01
    wide = shape * high * 297 / 210
    words = (
        Word(before, Box(0, 0.1, 0.2, 0.2, 0.2 + high)),
        Word(read, Box(0, 0.21, 0.2, 0.21 + wide, 0.2 + high), sure),
    )
    assert counted(Line(words)).text == f"{before} {text}"


@pytest.mark.parametrize(
    ("line", "symbol", "doubtful"),
    [
        ("Số: 15/QĐ-UBND", "15/QĐ-UBND", False),
        ("Số 123-TB/HU", "123-TB/HU", False),
        ("Số: 1210 / UBND - VX", "1210/UBND-VX", False),
        ("Số: 88/ÐLPK-KT", "88/ĐLPK-KT", False),
        ("Số: 15|QĐ-UBND", "15/QĐ-UBND", True),
        ("Số: 14/CĐĐ-PCTT", "14/CĐ-PCTT", True),
        ("Số: 14/CV-ĐĐBQH", "14/CV-ĐĐBQH", False),
        ("Số: 15/", None, True),
        ("Số:", None, True),
        ("Sở Xây dựng 12/2024", None, True),
    ],
)
def test_the_symbol(line, symbol, doubtful):
    found = read_head(_words(HEADING, (line, 0.15, 0.115))).get("symbol")
    assert (found.value if found else None) == symbol
    assert found is None or found.is_doubtful == doubtful


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Phú Khê, ngày 05 tháng 01 năm 2024", "2024-01-05"),
        ("Phú Khê, ngày 31 tháng 2 năm 2024", None),
        ("Phú Khê, ngày tháng năm 2024", None),
    ],
)
def test_the_date(line, day):
    found = read_head(_words(HEADING, (line, 0.5, 0.12))).get("issued_date")
    assert (found.value if found else None) == day


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông"),
        ("UBND HUYỆN PHÚ KHÊ", "UBND huyện Phú Khê"),
        ("ỦY BAN NHÂN DÂN TỈNH AN BÌNH", "Ủy ban nhân dân tỉnh An Bình"),
        ("ỦY BAN NHÂN DÂN XÃ ĐẠI THẠNH", "Ủy ban nhân dân xã Đại Thạnh"),
        ("CHI CỤC THUẾ HUYỆN PHÚ KHÊ", "Chi cục Thuế huyện Phú Khê"),
        ("PHÒNG TÀI CHÍNH - KẾ HOẠCH", "Phòng Tài chính - Kế hoạch"),
        ("BAN QLDA", "Ban QLDA"),
    ],
)
def test_names_in_capitals(capitals, name):
    assert proper_case(capitals) == name


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("MẬT", "confidential"),
        ("[MẬT]", "confidential"),
        ("TỐI MẬT", "secret"),
        ("TUYỆT MẬT", "top-secret"),
        ("| TUYỆT MẬT |", "top-secret"),
        ("Mật", None),
        ("BẢO MẬT", None),
        ("PHÒNG BẢO VỆ BÍ MẬT", None),
        ("mật ong", None),
    ],
)
def test_the_stamp_of_a_secret(text, degree):
    found = secret_stamp([_line("UBND TỈNH"), _line(text, top=0.25)])
    assert (found[0].code if found else None) == degree


def test_a_word_in_the_lower_part_is_no_stamp():
    assert secret_stamp([_line("MẬT", top=0.7)]) is None


def test_the_higher_of_two_stamps_counts():
    assert secret_stamp([_line("MẬT"), _line("TỐI MẬT", top=0.3)])[0].code == "secret"


@pytest.mark.parametrize(
    ("text", "urgency"),
    [("KHẨN", "urgent"), ("HỎA TỐC", "express"), ("HOẢ TỐC", "express"), ("khẩn", None)],
)
def test_the_stamp_of_urgency(text, urgency):
    found = read_head(_words(HEADING, (text, 0.2, 0.2))).get("urgency")
    assert (found.value if found else None) == urgency


def test_columns_are_lines_of_their_own():
    lines = lines_of(_words(("UBND TỈNH", 0.15, 0.07), HEADING))
    assert [line.text for line in lines] == ["UBND TỈNH", HEADING[0]]


@pytest.mark.parametrize(
    ("lines", "position"),
    [
        (["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Phó Chủ tịch"),
        (["KT. CHỦ TỊCH"], "Phó Chủ tịch"),
        (["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG"], "Phó Chánh Văn phòng"),
        (["TRƯỞNG PHÒNG"], "Trưởng phòng"),
        (["TL. GIÁM ĐỐC"], None),
        (["TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"], "Trưởng phòng"),
    ],
)
def test_who_signed(lines, position):
    words = _words(
        ("Nơi nhận:", 0.14, 0.7),
        *((line, 0.62, 0.7 + 0.02 * at) for at, line in enumerate(lines)),
    )
    found = read_head(words).get("signer_position")
    assert (found.value.lower() if found else None) == (position and position.lower())


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("CỤC TRƯỞNG",), "Cục trưởng"),
        (("CHICỤC TRƯỜNG", "F4 Ö-Õ"), "Chi cục trưởng"),
        (("KT. GIÁM ĐỐC", "___ PHỚGIÁM ĐỐC", "+ Bảy _-"), "Phó Giám đốc"),
        (("KT. CHỦ TỊCH", "_HỦ TỊCH"), "Phó Chủ tịch"),
        (("__-_ GIẤMĐỐC", "Z7 N"), "Giám đốc"),
        (("văn bản trước ngày 25 của tháng cuối quý",), None),
        (("`Y —AÁ @", "2à ⁄/"), None),
    ],
)
def test_a_position_below_the_seal(lines, title):
    words = _words(*((text, 0.6, 0.5 + 0.03 * at) for at, text in enumerate(lines)))
    found = read_head([], beside=words).get("signer_position")
    assert (found and found.value) == title
    assert found is None or found.is_doubtful


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("KT. GIÁM ĐỐC", "# Ty", "Lê Đức Anh"), "Lê Đức Anh"),
        (("⁄1 ⁄", ":_ Nguyễn Văn Thành"), "Nguyễn Văn Thành"),
        (("Trần Thị Bích Hằng", "Lê Đức Anh"), "Lê Đức Anh"),
        (("_HỦ TỊCH", "Ỷ N", "SN"), None),
        (("Nơi nhận như trên",), None),
    ],
)
def test_a_name_below_the_seal(lines, name):
    words = _words(*((text, 0.6, 0.5 + 0.03 * at) for at, text in enumerate(lines)))
    found = read_head([], beside=words).get("signer_name")
    assert (found and found.value) == name
    assert found is None or found.is_doubtful
    unsure = [Word(word.text, word.box, 0.4) for word in words]
    assert "signer_name" not in read_head([], beside=unsure)


def test_a_deputy_cut_off_by_the_seal():
    words = _words(
        ("Nơi nhận:", 0.1, 0.5), ("KT. GIÁM ĐỐC", 0.65, 0.5), ("PHÓ", 0.62, 0.53)
    ) + _words(("GIÁM ĐỐC", 0.72, 0.53))
    assert read_head(words)["signer_position"].value == "Phó Giám đốc"


@pytest.mark.parametrize(("sure", "doubtful"), [(0.9, True), (1.0, False)])
def test_a_roman_number_of_a_scan_is_doubtful(sure, doubtful):
    lines = _words(HEADING, ("Số: 1/UBND", 0.1, 0.12), ("V/v báo cáo quý II", 0.1, 0.15))
    found = read_head([Word(word.text, word.box, sure) for word in lines])
    assert found["subject"].value == "V/v báo cáo quý II"
    assert found["subject"].is_doubtful is doubtful
