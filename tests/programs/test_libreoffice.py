"""Pages of office files, made by LibreOffice."""

from PIL import Image
from tests.rules.attachments import making
from vanphong.attachments import previews
from vanphong.attachments.words import text_of
from vanphong.ledger import jobs
import pytest
import shutil
import time


pytestmark = pytest.mark.libreoffice

RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
    b'officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    b'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/'
    b'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
LETTER = making.docx(
    "Kính gửi Ủy ban nhân dân", **{"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS}
)


def test_a_word_file_gets_pages_and_the_first_is_there_at_once(bring):
    _document, attachment = bring("a.docx", LETTER)
    jobs.run_pending()
    assert text_of(attachment) == "Kính gửi Ủy ban nhân dân"
    assert str(attachment.progress.of("preview").state) == "done"
    assert attachment.pages == 1
    begun = time.perf_counter()
    image = previews.page_image(attachment, 1)
    assert time.perf_counter() - begun < 0.15
    assert Image.open(image).width in (900, 901)
    assert previews.page_image(attachment, 1, 1400).exists()


def test_images_that_were_thrown_away_are_made_again(bring):
    _document, attachment = bring("a.docx", LETTER)
    jobs.run_pending()
    shutil.rmtree(previews.page_image(attachment, 1).parent)
    assert previews.is_drawable(attachment)
    assert previews.page_count(attachment) == 1
    assert previews.page_image(attachment, 1).exists()


def test_a_file_that_is_none_fails_its_preview_alone(bring):
    _document, attachment = bring("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    jobs.run_pending()
    assert str(attachment.progress.of("preview").state) == "failed"
    assert jobs.status(attachment.job_uid)["state"] == "done"
