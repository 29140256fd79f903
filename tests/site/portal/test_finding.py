"""The list of what is published: words with and without diacritics, filters, pages."""

from datetime import date
from vanphong.ledger import publications as ledger
from vanphong.ledger import search_rows
from vanphong.ledger.publications import Wanted
from vanphong.ledger.words import FILE
import pytest


TODAY = date(2024, 8, 14)
SUBJECT = "V/v tăng cường chỉ đạo phòng, chống bệnh sốt xuất huyết"


@pytest.fixture
def found(publish, out):
    publication = publish(out.issued(subject=SUBJECT), summary="Diệt lăng quăng mỗi tuần")

    def ask(**wanted):
        rows = ledger.find(Wanted(**wanted), TODAY).page.rows
        return publication.UID() in {row["uid"] for row in rows}

    ask.publication = publication
    return ask


@pytest.mark.parametrize(
    "text",
    [
        "sốt xuất huyết",
        "sot xuat huyet",
        "SOT XUAT",
        "xuất hu",
        "lăng quăng",
        "lang quang tuan",
        "V/v phòng, chống",
    ],
)
def test_words_are_found(found, text):
    assert found(text=text)


@pytest.mark.parametrize("text", ["hạn hán", "uất huyết", "%", "_", "' OR 1=1 --", "x" * 5000])
def test_other_words_are_not(found, text):
    assert not found(text=text)


def test_diacritics_count_where_they_find_something(publish, out):
    with_marks = publish(out.issued(subject="V/v hạn hán"))
    publish(out.issued(subject="V/v hân hoan"))
    rows = ledger.find(Wanted(text="hạn"), TODAY).page.rows
    assert with_marks.UID() in {row["uid"] for row in rows}
    assert all("hạn" in row["exact"] for row in rows)
    assert ledger.find(Wanted(text="hãn"), TODAY).loosened


def test_filters(found):
    publication = found.publication
    number, unit = publication.number, publication.unit_uid
    assert found(number=number, year=2024, document_type="cong-van", field="VX", unit_uid=unit)
    assert not found(number=number + 1)
    assert not found(year=2023)
    assert not found(document_type="quyet-dinh")
    assert not found(field="KTTH")
    assert not found(category="thong-bao")
    assert found(category="chi-dao-dieu-hanh")


def test_choices_name_only_what_is_there(found):
    used = ledger.used(TODAY)
    assert "cong-van" in used["document_type"]
    assert used["category"] == {"chi-dao-dieu-hanh", "thong-bao"}  # one of the sample
    assert ledger.years(TODAY) == [2024]


def test_words_inside_the_signed_file_are_found(found):
    publication = found.publication
    assert ledger.of_document(publication.document_uid)["files"] == ledger.ALL_FILES
    search_rows.put_text(
        publication.document_uid, f"{FILE}ky.pdf\nNgành y tế phun hóa chất đồng loạt"
    )
    assert found(text="hóa chất")
    assert found(text="hoa chat dong loat")
    assert not found(text="phun thuốc")
