"""Child process: draw words and lines on the pages of a PDF.

Run as ``python -m vanphong.outgoing.forms.drawing SOURCE PLAN TARGET``. The PDF may come from a
stranger, so, like page images, it is opened by a process of its own with little memory and
little time (``attachments.child``). PLAN is JSON: ``mode`` and ``items``, which are placed in
points from an origin:

* first: on page 1, from its top right corner
* every: on every page, from its bottom left corner; a new file of the flattened pages
* end: below the end of the last page, or on a page of its own, from the top left corner of
  the block, which is ``height`` high
* alone: the block on the only page of a new file

An item is ``{"text", "x", "y", "size", "style", "align", "grey"}`` or ``{"rule", "x", "y"}``,
``rule`` being its length.
"""

from ctypes import byref
from ctypes import c_float
from math import cos
from math import radians
from math import sin
from pathlib import Path
from typing import Any
import json
import pypdfium2
import pypdfium2.raw as pdfium
import sys


FONTS = Path(__file__).parent / "fonts"

#: A4 in points, and the margins that a block keeps.
A4 = (595.28, 841.89)
MARGIN_LEFT, MARGIN_BOTTOM, GAP, TOP = 85.0, 43.0, 22.0, 57.0

#: Pages are looked at in this scale when the end of their text is searched.
GLANCE = 0.5

WHITE = 245


class Pen:
    """Draws on the pages of one document."""

    def __init__(self, pdf: Any):
        self.pdf = pdf
        self._fonts: dict[str, Any] = {}
        self._data: list[Any] = []

    def draw(self, page: Any, items: list[dict[str, Any]], origin: tuple[float, float]) -> None:
        """Draw items at places counted from the origin, as the page is seen."""
        for item in items:
            place = (origin[0] + item["x"], origin[1] + item["y"])
            if "text" in item:
                self._text(page, item, place)
            else:
                self._rule(page, item["rule"], place)
        pdfium.FPDFPage_GenerateContent(page)

    def _font(self, style: str) -> Any:
        if style not in self._fonts:
            data = (FONTS / f"VanPhongSerif-{style}.ttf").read_bytes()
            buffer = (pdfium.c_uint8 * len(data)).from_buffer_copy(data)
            self._data.append(buffer)
            self._fonts[style] = pdfium.FPDFText_LoadFont(
                self.pdf, buffer, len(data), pdfium.FPDF_FONT_TRUETYPE, True
            )
        return self._fonts[style]

    def _text(self, page: Any, item: dict[str, Any], place: tuple[float, float]) -> None:
        size = item.get("size", 10)
        made = pdfium.FPDFPageObj_CreateTextObj(
            self.pdf, self._font(item.get("style", "Regular")), size
        )
        words = (item["text"] + "\0").encode("utf-16-le")
        letters = (pdfium.c_ushort * (len(words) // 2)).from_buffer_copy(words)
        pdfium.FPDFText_SetText(made, letters)
        grey = item.get("grey", 0)
        pdfium.FPDFPageObj_SetFillColor(made, grey, grey, grey, 255)
        shift = {"left": 0.0, "center": 0.5, "right": 1.0}[item.get("align", "left")]
        self._place(page, made, (place[0] - _width(made) * shift, place[1]))

    def _rule(self, page: Any, length: float, place: tuple[float, float]) -> None:
        made = pdfium.FPDFPageObj_CreateNewPath(0, 0)
        pdfium.FPDFPath_LineTo(made, length, 0)
        pdfium.FPDFPageObj_SetStrokeColor(made, 0, 0, 0, 255)
        pdfium.FPDFPageObj_SetStrokeWidth(made, 0.75)
        pdfium.FPDFPath_SetDrawMode(made, 0, True)
        self._place(page, made, place)

    def _place(self, page: Any, made: Any, place: tuple[float, float]) -> None:
        x, y, angle = _on_paper(page, place)
        turn = radians(angle)
        pdfium.FPDFPageObj_Transform(made, cos(turn), sin(turn), -sin(turn), cos(turn), x, y)
        pdfium.FPDFPage_InsertObject(page, made)


def _width(made: Any) -> float:
    left, bottom, right, top = (c_float() for _side in range(4))
    pdfium.FPDFPageObj_GetBounds(made, byref(left), byref(bottom), byref(right), byref(top))
    return right.value


def _on_paper(page: Any, place: tuple[float, float]) -> tuple[float, float, int]:
    """A place on the page as it is seen, in the coordinates of its content, and the turn.

    Scanners turn a page by a mark in the file, and leave its content as it lies.
    """
    u, v = place
    left, bottom, right, top = page.get_cropbox()
    turn = page.get_rotation()
    if turn == 90:
        return right - v, bottom + u, 90
    if turn == 180:
        return right - u, top - v, 180
    if turn == 270:
        return left + v, top - u, 270
    return left + u, bottom + v, 0


def on_first(pdf: Any, plan: dict[str, Any]) -> Any:
    """Draw in the top right corner of page 1."""
    page = pdf[0]
    Pen(pdf).draw(page, plan["items"], page.get_size())
    return pdf


def on_every(pdf: Any, plan: dict[str, Any]) -> Any:
    """Draw at the foot of every page of a new file, in which nothing can be filled in."""
    for number in range(len(pdf)):
        pdfium.FPDFPage_Flatten(pdf[number], pdfium.FLAT_PRINT)
    new = pypdfium2.PdfDocument.new()
    new.import_pages(pdf)
    pen = Pen(new)
    for number in range(len(new)):
        pen.draw(new[number], plan["items"], (0, 0))
    return new


def at_end(pdf: Any, plan: dict[str, Any]) -> Any:
    """Draw a block below the end of the text, or on a new page when there is no room."""
    page = pdf[len(pdf) - 1]
    end = _end_of_text(page) - GAP
    if page.get_width() < A4[0] - 10 or end - plan["height"] < MARGIN_BOTTOM:
        page = pdf.new_page(*A4)
        end = A4[1] - TOP
    Pen(pdf).draw(page, plan["items"], (MARGIN_LEFT, end))
    return pdf


def _end_of_text(page: Any) -> float:
    """How far above the foot of the page its last ink is, in points."""
    picture = page.render(scale=GLANCE, grayscale=True).to_pil().convert("L")
    box = picture.point(lambda light: 255 if light < WHITE else 0).getbbox()
    return page.get_height() - (box[3] / GLANCE if box else TOP)


def alone(pdf: Any, plan: dict[str, Any]) -> Any:
    """Draw the block on a page of an empty file."""
    Pen(pdf).draw(pdf.new_page(*A4), plan["items"], (MARGIN_LEFT, A4[1] - TOP))
    return pdf


MODES = {"first": on_first, "every": on_every, "end": at_end, "alone": alone}


def main(arguments: list[str]) -> int:
    """Draw; the caller has limited this process."""
    source, plan_file, target = arguments
    plan = json.loads(Path(plan_file).read_text("utf-8"))
    is_new = plan["mode"] == "alone"
    pdf = pypdfium2.PdfDocument.new() if is_new else pypdfium2.PdfDocument(source)
    MODES[plan["mode"]](pdf, plan).save(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
