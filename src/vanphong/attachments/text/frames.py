"""Child process: the part of a page where stamps stand, without the frames around them.

Run as ``python -m vanphong.attachments.text.frames SOURCE TARGET``, both PNG. The reader of
scans takes a framed stamp for a picture and passes it by; without its frame it is read.
"""

from pathlib import Path
from PIL import Image
from PIL import ImageChops
from PIL import ImageFilter
from vanphong.attachments.child import EXITS
from vanphong.attachments.rules.places import STAMPS
import sys


#: Darker than this is ink.
INK = 160

#: A run of ink this long is a rule, as part of the width of the page; no stroke is.
RULE = 0.0145

#: How much of a run must be ink, and how far ink counts as near one, of 255.
FULL, NEAR = 215, 4


def unframed(page: Image.Image) -> Image.Image:
    """The upper left part of a page, its rules and frames painted over."""
    wide, high = page.size
    box = (STAMPS.left * wide, STAMPS.top * high, STAMPS.right * wide, STAMPS.bottom * high)
    part = page.convert("L").crop(tuple(int(side) for side in box))
    ink = part.point(lambda value: 255 if value < INK else 0)
    length = max(2, int(RULE * wide))
    for run in ((length, 0), (0, length)):
        part = ImageChops.lighter(part, _rules(ink, run))
    return part


def _rules(ink: Image.Image, run: tuple[int, int]) -> Image.Image:
    """Where ink runs on and on in one direction."""
    middles = ink.filter(ImageFilter.BoxBlur(run)).point(lambda value: 255 if value > FULL else 0)
    whole = middles.filter(ImageFilter.BoxBlur(run)).point(lambda value: 255 if value > NEAR else 0)
    return whole.filter(ImageFilter.MaxFilter(5))


def main(arguments: list[str]) -> int:
    """Write the part as a picture of its own."""
    source, target = arguments
    try:
        with Image.open(source, formats=("PNG",)) as page:
            unframed(page).save(Path(target), "PNG", compress_level=1)
    except (OSError, ValueError, SyntaxError) as problem:
        sys.stderr.write(f"{type(problem).__name__}: {problem}")
        return EXITS["damaged"]
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
