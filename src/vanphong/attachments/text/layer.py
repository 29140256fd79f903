"""Child process: the words of a PDF's text layer with their places on the page.

Run as ``python -m vanphong.attachments.text.layer SOURCE TARGET PAGE…``, pages from 1, where 0
is the last one; writes a JSON list for each page that has words, and prints the number of
pages. It opens a file that a stranger may have made, so whoever starts it limits its memory
and time.
"""

from collections.abc import Iterator
from pathlib import Path
from vanphong.attachments.child import EXITS
from vanphong.attachments.rules import legacy
from vanphong.attachments.rules.places import Place
from vanphong.attachments.text.pdf import is_meaningless
from vanphong.attachments.text.pdf import opened
from vanphong.attachments.text.readers import Locked
import ctypes
import json
import pypdfium2
import pypdfium2.raw as pdfium
import sys


#: The grid on which PDFium tells places: it knows of turned pages and of margins cut off.
GRID = 10_000

#: Characters of one page that are looked at.
LONGEST = 30_000

_HYPHEN = "\x02"

Corners = tuple[float, float, float, float]


def words(pdf: pypdfium2.PdfDocument, number: int) -> list[Place]:
    """The words of a page, counted from 0; none when its letters have no meaning."""
    page = pdf[number]
    found = list(_words(page, number))
    text = " ".join(place.text for place in found)
    if is_meaningless(text):
        return []
    said = legacy.to_unicode(text).split(" ")
    if len(said) != len(found):
        return found
    return [place._replace(text=word) for place, word in zip(found, said, strict=True)]


def _words(page: pypdfium2.PdfPage, number: int) -> Iterator[Place]:
    letters: list[tuple[str, Corners]] = []
    for letter, corners in _letters(page):
        if letter.isspace():
            yield from _word(letters, number)
            letters = []
        else:
            letters.append((letter, corners))
    yield from _word(letters, number)


def _word(letters: list[tuple[str, Corners]], number: int) -> Iterator[Place]:
    if letters:
        text = "".join(letter for letter, _corners in letters)
        left, top, right, bottom = zip(*(corners for _letter, corners in letters), strict=True)
        box = (min(left), min(top), max(right), max(bottom))
        yield Place(number, *(round(part, 4) for part in box), 1.0, text)


def _letters(page: pypdfium2.PdfPage) -> Iterator[tuple[str, Corners]]:
    layer = page.get_textpage()
    for at in range(min(layer.count_chars(), LONGEST)):
        letter = chr(pdfium.FPDFText_GetUnicode(layer, at))
        if letter == _HYPHEN:
            letter = "-"
        if not letter.isspace() and not letter.isprintable():
            continue
        left, bottom, right, top = layer.get_charbox(at, loose=True)
        corners = [_on_grid(page, x, y) for x, y in ((left, bottom), (right, top))]
        (left, right), (top, bottom) = (sorted(side) for side in zip(*corners, strict=True))
        yield letter, (left, top, right, bottom)


def _on_grid(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    found = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, GRID, GRID, 0, x, y, *(ctypes.byref(n) for n in found))
    return found[0].value / GRID, found[1].value / GRID


def main(arguments: list[str]) -> int:
    """Read the pages; the exit code says why it could not be done."""
    source, target, *numbers = arguments
    try:
        with opened(source) as pdf:
            pages = sorted({(int(number) or len(pdf)) - 1 for number in numbers})
            found = [words(pdf, page) for page in pages if page < len(pdf)]
            count = len(pdf)
    except Locked:
        return EXITS["password"]
    except (OSError, ValueError, pypdfium2.PdfiumError) as problem:
        sys.stderr.write(f"{type(problem).__name__}: {problem}")
        return EXITS["damaged"]
    Path(target).write_text(json.dumps([page for page in found if page]), encoding="utf-8")
    sys.stdout.write(f"{count}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
