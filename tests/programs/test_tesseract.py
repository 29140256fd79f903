"""Scans of the sample, read by Debian's tesseract with its Vietnamese model."""

from pathlib import Path
from PIL import Image
from PIL import ImageDraw
from PIL import ImageFont
from tests.rules.attachments import making
from vanphong.attachments import previews
from vanphong.attachments import reading
from vanphong.attachments.words import text_of
from vanphong.ledger import jobs
import io
import pytest
import time


pytestmark = pytest.mark.tesseract

SCANS = Path(__file__).parents[2] / "profiles" / "sample" / "scans"


def test_a_scanned_letter_is_read_in_vietnamese(bring):
    _document, attachment = bring("186.pdf", (SCANS / "186-tb-ubnd.pdf").read_bytes())
    jobs.run_pending()
    text = text_of(attachment)
    assert "Số: 186/TB-UBND" in text
    assert "Hệ thống Văn phòng điện tử" in " ".join(text.split())
    assert attachment.words.source == "ocr"
    assert attachment.pages == 3
    assert [page for page, words in attachment.words.pages() if len(words) > 200][:2] == [1, 2]


def test_a_picture_is_read_and_shown_like_a_page(bring):
    picture = Image.new("L", (1200, 400), 255)
    font = ImageFont.load_default(60)
    ImageDraw.Draw(picture).text((60, 150), "UBND 492 VP 2024", fill=0, font=font)
    for name, kind in (("a.jpg", "JPEG"), ("a.png", "PNG"), ("a.tif", "TIFF")):
        file = io.BytesIO()
        picture.save(file, kind)
        _document, attachment = bring(name, file.getvalue())
        jobs.run_pending()
        assert "492" in text_of(attachment), name
        image = previews.page_image(attachment, 1)
        assert Image.open(image).width == 900


def test_a_page_takes_a_few_seconds(portal):
    begun = time.perf_counter()
    assert len(reading.recognise(str(SCANS / "492-ubnd-vp.pdf"), "pdf", 1).text) > 500
    assert time.perf_counter() - begun < 30


def test_a_page_without_words_is_no_failure(bring):
    _document, attachment = bring("a.pdf", making.pdf(""))
    jobs.run_pending()
    assert [str(one.state) for one in attachment.progress.stages][1:] == ["skipped", "done"]
    assert not attachment.progress.is_unread
