"""Copies and marks: what is drawn, and that nothing is drawn on a signed file."""

from datetime import date
from datetime import datetime
from io import BytesIO
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.outgoing.forms import copies
from vanphong.outgoing.forms.rules import Signer
import pypdfium2
import pytest


NOW = datetime(2024, 8, 14, 9, 41, tzinfo=clock.TZ)

BLOCK = copies.Block(
    kind="ban-sao-y",
    body_name="Ủy ban nhân dân huyện Phú Khê",
    notation="SY-UBND",
    place="Phú Khê",
    number=5,
    day=date(2024, 8, 15),
    signer=Signer(("TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "Phạm Quốc Khánh"),
    recipients=("Phòng Nội vụ",),
)


def pdf(pages=2, turn=0):
    made = pypdfium2.PdfDocument.new()
    for _page in range(pages):
        made.new_page(595, 842).set_rotation(turn)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def texts(data):
    with pypdfium2.PdfDocument(data) as read:
        return [page.get_textpage().get_text_range() for page in read]


SIGNED = pdf() + b"\n/ByteRange [0 100 200 300]\n"


def test_the_mark_of_an_electronic_copy_stands_on_page_1():
    first, second = texts(copies.mark_electronic_copy(pdf(), "ban-sao-y", BLOCK.body_name, NOW))
    assert first.split("\r\n") == [
        "SAO Y",
        "Ủy ban nhân dân huyện Phú Khê",
        "2024-08-14T09:41:00+07:00",
    ]
    assert second == ""


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_mark_is_top_right_however_the_scan_lies(turn):
    data = copies.mark_electronic_copy(pdf(1, turn), "ban-sao-luc", BLOCK.body_name, NOW)
    with pypdfium2.PdfDocument(data) as read:
        picture = read[0].render(scale=1, grayscale=True).to_pil().convert("L")
    left, top, right, bottom = picture.point(lambda light: 255 * (light < 128)).getbbox()
    assert left > picture.width / 2
    assert right < picture.width - 40
    assert bottom < 70
    assert top > 5


def test_a_paper_copy_has_its_block_below_the_text_or_on_a_page_of_its_own():
    pages = texts(copies.paper_copy(pdf(), BLOCK))
    assert len(pages) == 2
    for words in (
        "SAO Y",
        "Số: 05/SY-UBND",
        "Phú Khê, ngày 15 tháng 8 năm 2024",
        "CHÁNH VĂN PHÒNG",
        "Phạm Quốc Khánh",
        "- Lưu: VT.",
    ):
        assert words in pages[-1]
    full = copies.paper_copy(copies.paper_copy(copies.paper_copy(pdf(1), BLOCK), BLOCK), BLOCK)
    full = copies.paper_copy(full, BLOCK)
    assert len(texts(full)) == 2


def test_the_block_alone_goes_with_the_print_of_a_signed_file():
    (page,) = texts(copies.copy_sheet(BLOCK))
    assert "05/SY-UBND" in page


def test_a_print_says_who_prints_it_on_every_page():
    pages = texts(copies.print_mark(pdf(), "Nguyễn Thị Hồng Vân", NOW))
    said = "In từ hệ thống lúc 09:41 ngày 14/08/2024; người in: Nguyễn Thị Hồng Vân"
    assert pages == [said, said]


def test_a_signed_file_is_never_written_anew():
    assert copies.is_signed(SIGNED)
    assert not copies.is_signed(pdf())
    with pytest.raises(RuleBroken, match="digital signature") as refusal:
        copies.paper_copy(SIGNED, BLOCK)
    assert "Điều 25" in refusal.value.rule
    with pytest.raises(RuleBroken, match="digital signature"):
        copies.mark_electronic_copy(SIGNED, "ban-sao-y", BLOCK.body_name, NOW)


def test_what_cannot_be_marked_is_said():
    with pytest.raises(Conflict, match="damaged"):
        copies.print_mark(b"%PDF-1.7 broken", "A", NOW)
    with pytest.raises(InvalidInput, match="not a form of copy"):
        copies.mark_electronic_copy(pdf(), "photo", BLOCK.body_name, NOW)
