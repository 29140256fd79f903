"""Child process: a part of a page with nothing but its darkest ink.

Run as ``python -m vanphong.attachments.text.part SOURCE TARGET LEFT TOP RIGHT BOTTOM``, both PNG,
sides as parts of the page. A seal lies over the position of who signed and is lighter than
print: without it the reader of scans no longer takes both for a picture.
"""

from pathlib import Path
from PIL import Image
from vanphong.attachments.child import EXITS
import sys


#: Darker than this is print; seals and their shadows are lighter.
PRINT = 90


def darkest(page: Image.Image, sides: tuple[float, ...]) -> Image.Image:
    """The part, in black and white."""
    wide, high = page.size
    left, top, right, bottom = sides
    box = (int(left * wide), int(top * high), int(right * wide), int(bottom * high))
    return page.convert("L").crop(box).point(lambda value: 0 if value < PRINT else 255)


def main(arguments: list[str]) -> int:
    """Write the part as a picture of its own."""
    source, target, *sides = arguments
    try:
        with Image.open(source, formats=("PNG",)) as page:
            darkest(page, tuple(map(float, sides))).save(Path(target), "PNG", compress_level=1)
    except (OSError, ValueError, SyntaxError) as problem:
        sys.stderr.write(f"{type(problem).__name__}: {problem}")
        return EXITS["damaged"]
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
