"""Letters for tests, born digital: a text layer laid out as Decree 30/2020 wants it."""

from io import BytesIO
from vanphong.outgoing.forms.drawing import A4
from vanphong.outgoing.forms.drawing import Pen
import pypdfium2


ISSUER, STATE, BODY = 165, 410, 85

SUBJECT = ("V/v triển khai kết nối, liên thông", "gửi nhận văn bản điện tử và ký số")


def letter_pdf(number="512/STTTT-CNTT", subject=SUBJECT, stamp="", text=()):
    """A letter of a department to the district, with a stamp below its number."""
    lines = [
        (ISSUER, 60, "Regular", "UBND TỈNH AN BÌNH"),
        (ISSUER, 76, "Bold", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
        (ISSUER, 104, "Regular", f"Số: {number}"),
        *((ISSUER, 124 + 14 * at, "Regular", line) for at, line in enumerate(subject)),
        (ISSUER, 180, "Bold", stamp),
        (STATE, 60, "Bold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (STATE, 76, "Bold", "Độc lập - Tự do - Hạnh phúc"),
        (STATE, 104, "Italic", "An Bình, ngày 09 tháng 8 năm 2024"),
        (300, 230, "Regular", "Kính gửi: Ủy ban nhân dân các huyện, thành phố."),
        *((300, 260 + 18 * at, "Regular", line) for at, line in enumerate(text)),
        (130, 600, "Bold", "Nơi nhận:"),
        (130, 616, "Regular", "- Như trên;"),
        (130, 630, "Regular", "- Lưu: VT, CNTT."),
        (420, 600, "Bold", "KT. GIÁM ĐỐC"),
        (420, 616, "Bold", "PHÓ GIÁM ĐỐC"),
        (420, 700, "Bold", "Trần Văn Minh"),
    ]
    pdf = pypdfium2.PdfDocument.new()
    page = pdf.new_page(*A4)
    items = [
        {"x": x, "y": A4[1] - y, "size": 11, "style": style, "text": words, "align": "center"}
        for x, y, style, words in lines
        if words
    ]
    Pen(pdf).draw(page, items, (0, 0))
    file = BytesIO()
    pdf.save(file)
    return file.getvalue()
