from hashlib import sha256
from io import BytesIO
from vanphong.attachments.actions import accept
from vanphong.errors import InvalidInput
from vanphong.incoming import actions as incoming
import pytest


PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def test_every_document_of_the_sample_has_its_scan_unaltered(office):
    found = office.documents()
    assert len(found) == 29
    for one in found:
        (scan,) = one.attachments
        content = scan.blob.data
        assert content.startswith(b"%PDF-")
        assert len(content) == scan.size
        assert sha256(content).hexdigest() == scan.sha256
        assert scan.content_type == "application/pdf"


def test_a_file_brought_with_a_document_can_be_read_from_it(office, as_user, body):
    with as_user("vanthu"):
        scan = accept("Cong van 12.pdf", BytesIO(PDF), role="main")
        letter = incoming.register(body, office.values(), [scan])
    assert letter.attachments[0].blob.data == PDF
    assert letter.attachments[0].filename == "Cong van 12.pdf"
    assert letter.attachments[0].added_by == "Văn thư cơ quan"


def test_what_is_not_what_its_name_says_makes_no_attachment(portal, as_user):
    with as_user("vanthu"), pytest.raises(InvalidInput):
        accept("cong-van.pdf", BytesIO(b"MZ\x90\x00 a program"))
