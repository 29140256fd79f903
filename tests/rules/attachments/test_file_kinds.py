from io import BytesIO
from vanphong.attachments.rules import ALLOWED
from vanphong.attachments.rules import EXECUTABLE
from vanphong.attachments.rules import HEAD_SIZE
from vanphong.attachments.rules import MAX_SIZE
from vanphong.attachments.rules import UNKNOWN
from vanphong.attachments.rules import check_file
from vanphong.attachments.rules import extension_of
from vanphong.attachments.rules import sniff
from vanphong.errors import InvalidInput
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
import pytest


def container(*names, mimetype=""):
    """The head of a zip file with these entries."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype, ZIP_STORED)
        for name in names:
            archive.writestr(name, "<x/>" * 50)
    return file.getvalue()[:HEAD_SIZE]


ODT = "application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)

WORD = container("[Content_Types].xml", "_rels/.rels", "word/document.xml")
LIBREOFFICE = container(
    "_rels/.rels", "docProps/core.xml", "word/document.xml", "[Content_Types].xml"
)
EXCEL = container("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml")
SLIDES = container("[Content_Types].xml", "ppt/presentation.xml")

GOOD = [
    ("a.pdf", b"%PDF-1.7\n...", "pdf"),
    ("Quyết định.PDF", b"\xef\xbb\xbf\n%PDF-1.4", "pdf"),
    ("a.png", b"\x89PNG\r\n\x1a\n" + bytes(20), "png"),
    ("a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "jpg"),
    ("a.JPEG", b"\xff\xd8\xff\xe1", "jpg"),
    ("a.tif", b"II*\x00\x08\x00", "tif"),
    ("a.tiff", b"MM\x00*\x00\x08", "tif"),
    ("a.docx", WORD, "docx"),
    ("a.docx", LIBREOFFICE, "docx"),
    ("a.docx", container("[Content_Types].xml"), "docx"),
    ("a.xlsx", EXCEL, "xlsx"),
    ("a.pptx", SLIDES, "pptx"),
    ("a.odt", container("content.xml", mimetype=ODT), "odt"),
    ("a.ods", container(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
    ("a.doc", OLE, "doc"),
    ("a.xls", OLE, "xls"),
    ("a.txt", "Kính gửi: Ủy ban".encode(), "txt"),
    ("a.txt", "Ủ".encode()[:2], "txt"),  # the head ends inside a letter
    ("a.xml", b'<?xml version="1.0"?><a/>', "xml"),
    ("a.xml", b"\xef\xbb\xbf<a/>", "xml"),
    ("492.edxml", b'<?xml version="1.0"?><edXML/>', "edxml"),
]


@pytest.mark.parametrize(("name", "head", "extension"), GOOD)
def test_good_files_are_known_by_their_content(name, head, extension):
    kind = check_file(name, 1000, head)
    assert kind.extension == extension
    assert kind.mime
    assert kind.label
    assert sniff(head, name) == kind


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.exe", b"MZ\x90\x00\x03" + bytes(60)),
        ("quyet-dinh.pdf", b"MZ\x90\x00\x03" + bytes(60)),
        ("a.pdf", b"\x7fELF\x02\x01"),
        ("a.txt", b"#!/bin/sh\nrm -r x"),
    ],
)
def test_programs_are_refused_whatever_they_are_called(name, head):
    assert sniff(head, name) == EXECUTABLE
    with pytest.raises(InvalidInput, match="is a program"):
        check_file(name, 1000, head)


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("a.bin", bytes(100)),
        ("a.pdf", b"\x00\x01\x02\x03"),
        ("a.txt", b"\xff\xfeK\x00"),  # UTF-16
        ("a.txt", "tiếng Việt".encode("cp1258", "ignore") + b"\xe2x"),
        ("a.rar", b"Rar!\x1a\x07\x00"),
        ("a.zip", container("a.pdf")),
        ("a.docx", container("a.exe")),
        ("a.docx", b"PK\x03\x04"),
        ("a.odt", container(mimetype="application/epub+zip")),
        ("a.msi", OLE),
        ("a.pdf", OLE),
    ],
)
def test_other_kinds_are_refused_with_those_that_are_not(name, head):
    with pytest.raises(InvalidInput, match=r"not of an accepted kind; accepted are .*pdf.*xml"):
        check_file(name, 1000, head)


def test_what_nobody_knows_is_unknown():
    assert sniff(bytes(10), "a.bin") == UNKNOWN
    assert sniff(b"", "a.txt") == UNKNOWN


@pytest.mark.parametrize(
    ("name", "head", "says", "label"),
    [
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "pdf", "PNG"),
        ("a.docx", b"%PDF-1.4", "docx", "PDF"),
        ("a.docx", EXCEL, "docx", "Excel (XLSX)"),
        ("a.zip", WORD, "zip", "Word (DOCX)"),
        ("a.js", b"alert(1)", "js", "TXT"),
        ("a.html", b"<html><script>", "html", "TXT"),
        ("a.pdf", "Kính gửi".encode(), "pdf", "TXT"),
        ("a.txt", b'<?xml version="1.0"?>', "txt", "XML"),
        ("pdf", b"%PDF-1.4", "", "PDF"),
    ],
)
def test_a_name_that_says_otherwise_is_refused_with_both(name, head, says, label):
    with pytest.raises(InvalidInput) as problem:
        check_file(name, 1000, head)
    assert f"says “{says}”, its content is {label}" in str(problem.value)
    assert problem.value.field == "file"


def test_empty_and_large_files_are_refused():
    with pytest.raises(InvalidInput, match="is empty"):
        check_file("a.pdf", 0, b"")
    check_file("a.pdf", MAX_SIZE, b"%PDF-1.4")
    with pytest.raises(InvalidInput, match=r"has 100 MB; at most 100 MB") as problem:
        check_file("a.pdf", MAX_SIZE + 1, b"%PDF-1.4")
    assert "200 dpi" in str(problem.value)
    with pytest.raises(InvalidInput, match=r"has 2 KB; at most 1 KB"):
        check_file("a.pdf", 2048, b"%PDF-1.4", max_size=1024)


def test_an_administrator_may_allow_less():
    check_file("a.pdf", 10, b"%PDF-1.4", allowed={"pdf"})
    with pytest.raises(InvalidInput, match="accepted are pdf"):
        check_file("a.txt", 10, b"x", allowed={"pdf"})
    assert "zip" not in ALLOWED


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.pdf", "pdf"), ("a.b.TIFF", "tif"), ("a", ""), ("a.", ""), ("Ảnh.Jpeg ", "jpg")],
)
def test_extensions(name, extension):
    assert extension_of(name) == extension
