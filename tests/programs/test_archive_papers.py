"""Papers of the archive as LibreOffice prints them, and the PDF of a whole file."""

from io import BytesIO
from tests.archive_office import ARCHIVIST
from tests.archive_office import Archive
from tests.letters import letter_pdf
import pikepdf
import pypdfium2
import pytest


pytestmark = pytest.mark.libreoffice


@pytest.fixture
def archive(office):
    return Archive(office)


def words(octets):
    pages = pypdfium2.PdfDocument(octets)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


def test_the_inventory(archive):
    case_file = archive.closed(letter_pdf())
    said = words(archive.exported(case_file, "inventory").blob.data)
    assert "MỤC LỤC VĂN BẢN TRONG HỒ SƠ" in said
    assert case_file.code in said


@pytest.mark.parametrize(
    ("kind", "title"),
    [("transfer", "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU"), ("minutes", "ĐẠI DIỆN BÊN NHẬN")],
)
def test_the_papers_of_a_submission(archive, kind, title):
    submission = archive.taken(archive.closed(letter_pdf()))
    assert title in words(archive.exported(submission, kind, by=ARCHIVIST).blob.data)


def test_a_whole_file_has_cover_inventory_and_pages_of_all_documents(archive):
    case_file = archive.closed(letter_pdf(), b"Mot trang chu thuong.")
    made = archive.exported(case_file, "pdf")
    with pikepdf.open(BytesIO(made.blob.data)) as found, found.open_outline() as outline:
        titles = [one.title for one in outline.root]
        pages = len(found.pages)
    assert titles[0] == "Bìa và mục lục văn bản"
    assert len(titles) == 2
    assert pages >= 3
    said = words(made.blob.data)
    assert "HỒ SƠ" in said
    assert "cong-van.txt" in said
    assert len(made.left_out) == 1
