"""Pages of a letter while they are typeset; lengths are millimetres, type sizes points."""

from dataclasses import dataclass
from functools import cache
from PIL import Image
from PIL import ImageChops
from PIL import ImageDraw
from PIL import ImageFont


FONTS = "/usr/share/fonts/truetype/liberation2/LiberationSerif-"
WIDTH, HEIGHT, TOP, BOTTOM, LEFT, RIGHT = 210, 297, 20, 277, 30, 193
INDENT = 12.7
MIDDLE = (LEFT + RIGHT) / 2
INK = 30


@dataclass(frozen=True)
class Scanner:
    """How a scanner was set: dots per inch, body size in points, grey levels or JPEG quality."""

    dpi: int
    body: float
    quality: int = 0
    levels: int = 0


class Sheet:
    """Pages of one letter and the place where the next line goes (``y``, millimetres)."""

    def __init__(self, scanner: Scanner):
        self.scanner = scanner
        self.pages = []
        self.new_page()

    def px(self, length: float) -> float:
        """Millimetres as dots."""
        return length * self.scanner.dpi / 25.4

    @cache  # noqa: B019 - a sheet lives as long as its letter is drawn
    def font(self, style: str, size: float):
        """Regular, Bold, Italic or BoldItalic in points."""
        return ImageFont.truetype(f"{FONTS}{style}.ttf", size * self.scanner.dpi / 72)

    def width(self, text: str, style: str, size: float) -> float:
        """Length of a printed text in millimetres."""
        return self.font(style, size).getlength(text) * 25.4 / self.scanner.dpi

    def new_page(self):
        """Start a page; from the second on it has its number in the top margin."""
        self.pages.append(Image.new("L", (round(self.px(WIDTH)), round(self.px(HEIGHT))), 255))
        self.draw = ImageDraw.Draw(self.pages[-1])
        self.y = float(TOP)
        if len(self.pages) > 1:
            self.y = TOP - 8
            self.centred(str(len(self.pages)), MIDDLE, "Regular", 13)
            self.y = float(TOP)

    def text(self, x: float, text: str, style: str, size: float):
        """Print a text; ``x`` is its left edge, ``y`` the top of the line."""
        spot = (self.px(x), self.px(self.y + size * 0.33))
        self.draw.text(spot, text, fill=INK, font=self.font(style, size), anchor="ls")

    def down(self, size: float, spacing: float = 1.15):
        """Go to the next line; a point is 0.353 mm."""
        self.y += size * 0.353 * spacing

    def centred(self, text: str, x: float, style: str, size: float):
        """Print one line centred on ``x``."""
        self.text(x - self.width(text, style, size) / 2, text, style, size)
        self.down(size)

    def rule(self, x: float, width: float):
        """A thin line centred on ``x`` just under the last line."""
        y = self.px(self.y + 0.8)
        self.draw.line((self.px(x - width / 2), y, self.px(x + width / 2), y), fill=INK, width=1)

    def broken(self, words: list, size: float, room: float, first: float) -> list[list]:
        """Words divided into lines; the first line starts ``first`` millimetres in."""
        lines, used = [[]], first
        for word, style in words:
            length = self.width(word, style, size) + self.width(" ", style, size)
            if lines[-1] and used + length > room:
                lines.append([])
                used = 0.0
            lines[-1].append((word, style))
            used += length
        return lines

    def paragraph(self, text: str, size: float):
        """A justified paragraph with indented first line; goes on over the page."""
        words = styled(text)
        lines = self.broken(words, size, RIGHT - LEFT, INDENT)
        for number, line in enumerate(lines):
            if self.y + size * 0.5 > BOTTOM:
                self.new_page()
            x = LEFT + (0 if number else INDENT)
            length = sum(self.width(word, style, size) for word, style in line)
            gap = self.width(" ", "Regular", size)
            if number < len(lines) - 1 and len(line) > 1:
                gap = (RIGHT - x - length) / (len(line) - 1)
            for word, style in line:
                self.text(x, word, style, size)
                x += self.width(word, style, size) + gap
            self.down(size, 1.2)
        self.y += 2.1

    def wrapped(self, text: str, x: float, room: float, style: str, size: float):
        """Centred lines no wider than ``room``."""
        words = [(word, style) for word in text.split()]
        for line in self.broken(words, size, room, 0):
            self.centred(" ".join(word for word, _ in line), x, style, size)

    def darken(self, picture: Image.Image, x: float, y: float):
        """Lay a picture over the page as ink, its left upper corner at x, y."""
        spot = (round(self.px(x)), round(self.px(y)))
        page = self.pages[-1]
        under = page.crop((*spot, spot[0] + picture.width, spot[1] + picture.height))
        page.paste(ImageChops.darker(under, picture), spot)


def styled(text: str) -> list[tuple[str, str]]:
    """Words with their type style; ``**`` switches bold."""
    return [
        (word, "Bold" if number % 2 else "Regular")
        for number, part in enumerate(text.split("**"))
        for word in part.split()
    ]
