"""Child process: draw one page of a PDF as an image.

Run as ``python -m vanphong.attachments.render PDF PAGE WIDTH TARGET``. It opens a file that
a stranger may have made, so it has its own process, little memory and little time, and
touches no database. Prints the number of pages.
"""

from pathlib import Path
import resource
import sys


#: Seconds of CPU and bytes of address space that one page may take.
SECONDS = 20
MEMORY = 2 << 30


def draw(source: str, page: int, width: int, target: str) -> int:
    """Draw a page (from 1) as JPEG of this width in pixels; returns the number of pages."""
    import pypdfium2

    with pypdfium2.PdfDocument(source) as pdf:
        pages = len(pdf)
        sheet = pdf[page - 1]
        picture = sheet.render(scale=width / sheet.get_width()).to_pil().convert("RGB")
    part = Path(target).with_suffix(".part")
    picture.save(part, "JPEG", quality=82, progressive=True)
    part.replace(target)
    return pages


def main(arguments: list[str]) -> int:
    """Limit this process, then draw."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    source, page, width, target = arguments
    sys.stdout.write(f"{draw(source, int(page), int(width), target)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
