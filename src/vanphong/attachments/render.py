"""Child process: draw one page of a file as an image.

Run as ``python -m vanphong.attachments.render SOURCE KIND PAGE SIZE TARGET``; ``SIZE`` is a
width in pixels, or dots per inch as in ``200dpi``. It opens a file that a stranger may have
made, so whoever starts it limits its memory and time. Prints the number of pages.
"""

from pathlib import Path
from PIL import Image
from vanphong.attachments.child import EXITS
import sys


#: Pixels of one picture: A3 in colour at 600 dpi. What has more is made to fill the memory.
Image.MAX_IMAGE_PIXELS = 80_000_000

#: The longest page is drawn so many times as high as it is wide.
LONGEST = 8


def draw(source: str, kind: str, page: int, size: str, target: str) -> int:
    """Draw a page (from 1); returns the number of pages.

    :raises LookupError: there is no such page.
    """
    picture, pages = (_pdf if kind == "pdf" else _picture)(source, page, size)
    part = Path(target).with_suffix(".part")
    if target.endswith(".png"):
        picture.convert("L").save(part, "PNG", compress_level=1)
    else:
        picture.convert("RGB").save(part, "JPEG", quality=82, progressive=True)
    part.replace(target)
    return pages


def _pdf(source: str, page: int, size: str) -> tuple[Image.Image, int]:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(source) as pdf:
            if not 1 <= page <= len(pdf):
                raise LookupError(page)
            sheet = pdf[page - 1]
            wide, high = sheet.get_size()
            scale = _dpi(size) / 72 if size.endswith("dpi") else int(size) / wide
            scale = min(scale, (Image.MAX_IMAGE_PIXELS / 4 / (wide * high)) ** 0.5)
            return sheet.render(scale=scale).to_pil(), len(pdf)
    except pypdfium2.PdfiumError as problem:
        raise ValueError(str(problem)) from problem


def _picture(source: str, page: int, size: str) -> tuple[Image.Image, int]:
    with Image.open(source, formats=("PNG", "JPEG", "TIFF")) as file:
        pages = getattr(file, "n_frames", 1)
        if not 1 <= page <= pages:
            raise LookupError(page)
        file.seek(page - 1)
        wide, high = file.size
        if high > LONGEST * wide:
            raise ValueError("too long for a page")
        if not size.endswith("dpi"):
            width = min(int(size), wide)
            file.draft("RGB", (width, high))
            return _upright(file).resize((width, max(1, width * high // wide))), pages
        return _upright(file).copy(), pages


def _upright(file: Image.Image) -> Image.Image:
    return file.convert("L" if file.mode in ("1", "L", "I;16") else "RGB")


def _dpi(size: str) -> int:
    return int(size.removesuffix("dpi"))


def main(arguments: list[str]) -> int:
    """Draw, and say by the exit code why it could not be done."""
    source, kind, page, size, target = arguments
    try:
        pages = draw(source, kind, int(page), size, target)
    except (LookupError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as problem:
        sys.stderr.write(f"{type(problem).__name__}: {problem}")
        return EXITS["damaged"]
    sys.stdout.write(f"{pages}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
