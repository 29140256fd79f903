from io import BytesIO
from tests.rules.attachments import making
from vanphong.attachments.rules import KINDS
from vanphong.attachments.rules import check_content
from vanphong.attachments.rules import check_file
from vanphong.errors import InvalidInput
import pytest


def check(content, kind="pdf"):
    return check_content(f"a.{kind}", BytesIO(content), len(content), KINDS[kind])


SCRIPT = b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"


@pytest.mark.parametrize(
    ("content", "kind", "seen"),
    [
        (making.pdf("Kinh gui"), "pdf", ()),
        (making.pdf("a") + b"\n" * 500 + b"\0" * 5000, "pdf", ()),
        (making.pdf("a", extra=SCRIPT), "pdf", ("script",)),
        (making.pdf("a", extra=b"/OpenAction<</S/Launch>>"), "pdf", ("launch",)),
        (making.pdf("a", extra=b"/Names<</EmbeddedFiles 9 0 R>>"), "pdf", ("embedded",)),
        (making.pdf("a", trailer=b"/Encrypt 9 0 R"), "pdf", ("encrypted",)),
        (b"%PDF-" + bytes((1 << 20) - 9) + b"/JavaScript \n%%EOF", "pdf", ("script",)),
        (b"\xd0\xcf" + "_VBA_PROJECT".encode("utf-16-le"), "doc", ("macros",)),
        (b"\xff\xd8\xff" + bytes(99), "jpg", ()),
        (b"PK\x05\x06 is talked of", "txt", ()),
    ],
)
def test_what_is_seen_in_a_file(content, kind, seen):
    assert check(content, kind) == seen


@pytest.mark.parametrize("cut", [1, 9, 300])
def test_a_pdf_without_its_end_is_refused(cut):
    content = making.pdf(*["word " * 200] * 3)
    with pytest.raises(InvalidInput, match="its end is missing"):
        check(content[: -cut - 5])


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (making.pdf("a") + making.archive({"x.html": b"<html>"}), "pdf"),
        (b"\xff\xd8\xff\xe0" + bytes(99) + making.archive({"x": b"y"}), "jpg"),
        (b"\x89PNG\r\n\x1a\n" + making.docx(), "png"),
    ],
)
def test_a_file_that_is_an_archive_too_is_refused(content, kind):
    with pytest.raises(InvalidInput, match="two kinds of file at once"):
        check(content, kind)


@pytest.mark.parametrize(
    ("name", "head", "said"),
    [
        ("a.pdf", b"%PDF-1.4\n<html><script>alert(1)</script>", "two kinds"),
        ("a.jpg", b"\xff\xd8\xff\xe0<?php system($_GET[0]); ?>", "two kinds"),
        ("a.png", b"\x89PNG\r\n\x1a\n<SVG onload=x>", "two kinds"),
        ("a.pdf", b"<html>\n" * 9 + b"%PDF-1.4", "its content is TXT"),
        ("a.pdf", bytes(1000) + b"%PDF-1.4", "not of an accepted kind"),
        ("a.pdf.exe", b"%PDF-1.4", "says “exe”, its content is PDF"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "has a password",
        ),
        ("a.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "old format under a new name"),
        ("a.eml", b"Hello\nworld", "says “eml”, its content is TXT"),
    ],
)
def test_more_than_one_kind_at_once(name, head, said):
    with pytest.raises(InvalidInput, match=said):
        check_file(name, 1000, head)


@pytest.mark.parametrize(
    "head",
    [
        b"Received: from mail.angiang.gov.vn\r\n",
        b"From: a@b.vn\nTo: c@d.vn\n",
        b"MIME-Version: 1.0\n",
        b"X-Mailer: x\n",
    ],
)
def test_an_email_begins_with_a_header(head):
    assert check_file("thu.eml", 100, head).extension == "eml"
