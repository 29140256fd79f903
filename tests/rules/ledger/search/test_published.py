"""Citizens find words inside published files, and in no other file."""

from datetime import date
from vanphong.ledger import publications
from vanphong.ledger.publications import ALL_FILES
from vanphong.ledger.publications import Wanted
from vanphong.ledger.words import FILE
import pytest
import transaction


TODAY = date(2024, 8, 14)
BODY = (
    f"{FILE}ky.pdf\nỦy ban nhân dân huyện yêu cầu diệt lăng quăng\fmỗi tuần một lần.\n"
    f"{FILE}phu-luc.xlsx\nDanh sách hộ nghèo xã Thạch Sơn\n"
    f"{FILE}y-kien.docx\nÝ kiến nội bộ của phòng tài chính"
)


@pytest.fixture
def found(enter):
    enter("doc", body=BODY, subject="Ghi chú mật của người soạn")

    def ask(text, files=ALL_FILES, **more):
        values = {
            "uid": "pub",
            "document_uid": "doc",
            "state": "published",
            "published_on": date(2024, 8, 1),
            "head": ("12/UBND-VX", "V/v phòng bệnh"),
            "files": files,
        }
        publications.put([values | more])
        transaction.commit()
        answer = publications.find(Wanted(text=text), TODAY)
        assert answer.total == len(answer.page.rows)
        return bool(answer.page.rows)

    return ask


@pytest.mark.parametrize(
    "text", ["lăng quăng", "lang quang", "LĂNG QUĂNG tuần", "Uỷ ban nhân dân", "hộ nghèo"]
)
def test_words_of_published_files_are_found_with_and_without_diacritics(found, text):
    assert found(text)


@pytest.mark.parametrize("text", ["lặng quặng lặng", "hạn hán", "' OR 1 --", '"', "* { body }"])
def test_other_words_are_not(found, text):
    assert found(text) == (text == "lặng quặng lặng")


def test_what_the_office_keeps_beside_is_not_searched(found):
    assert not found("người soạn")


@pytest.mark.parametrize(
    ("text", "files", "is_found"),
    [
        ("lang quang", "ky.pdf", True),
        ("hộ nghèo", "ky.pdf", False),
        ("hộ nghèo", "ky.pdf\nphu-luc.xlsx", True),
        ("ý kiến nội bộ", "ky.pdf\nphu-luc.xlsx", False),
        ("hộ nghèo", "", False),
    ],
)
def test_hidden_files_are_not_searched(found, text, files, is_found):
    assert found(text, files) is is_found


@pytest.mark.parametrize(
    "more",
    [
        {"state": "withdrawn"},
        {"state": "waiting"},
        {"published_on": date(2024, 8, 15)},
        {"expires_on": date(2024, 8, 13)},
    ],
)
@pytest.mark.parametrize("files", [ALL_FILES, "ky.pdf"])
def test_only_what_is_public_is_found(found, more, files):
    assert not found("lăng quăng", files, **more)
