"""Draw the sample letters as a scanner would have sent them: PDF files of page images, no text.

Run by hand after a text in ``letters/`` or ``signed/`` was changed, with Pillow installed:
``python make_scans.py [key ...]``. Reads ``letters/<key>.txt``, writes ``scans/<key>.pdf``;
the key ``signed/<name>`` is a paper of the body itself, whose scan lies beside its text.

A letter file is ``name: value`` lines, an empty line, then paragraphs divided by empty lines;
``**`` switches bold, ``^`` begins a bold line in the middle. Layout after Decree 30/2020/NĐ-CP,
Annex I; lengths are millimetres, type sizes points. The seal is a drawing that says it is a
sample, never that of a real body.
Everything drawn at random comes from the key, so the same text gives the same file.
"""

from collections import defaultdict
from hashlib import shake_256
from math import cos
from math import pi
from math import sin
from pathlib import Path
from PIL import Image
from PIL import ImageChops
from PIL import ImageDraw
from PIL import ImageFont
from scan_file import as_pdf
from scan_file import as_stream
from scan_file import grain
from scan_file import scanned
from scan_page import BOTTOM
from scan_page import FONTS
from scan_page import LEFT
from scan_page import MIDDLE
from scan_page import TOP
from scan_page import Scanner
from scan_page import Sheet
import sys


HERE = Path(__file__).parent
ISSUER_AT, STATE_AT, SIGNER_AT = 58, 143, 150
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
PARTY = ("ĐẢNG CỘNG SẢN VIỆT NAM",)
SEAL_TEXT = "BẢN MẪU ★ DỮ LIỆU THỬ NGHIỆM ★ "
SIGNED = "signed/"
GOOD = Scanner(dpi=150, body=14, quality=34)
SMALL = Scanner(dpi=100, body=13, levels=6)


class Letter:
    """A letter file: repeated heading lines and paragraphs."""

    def __init__(self, key: str):
        self.key = key
        folder = HERE if "/" in key else HERE / "letters"
        head, _, body = (folder / f"{key}.txt").read_text("utf-8").partition("\n\n")
        self.lines = defaultdict(list)
        for line in head.splitlines():
            name, _, value = line.partition(":")
            self.lines[name].append(value.strip())
        self.paragraphs = [part.strip() for part in body.split("\n\n")]

    def all(self, name: str) -> list[str]:
        """Every value of a heading line."""
        return self.lines.get(name, [])

    def one(self, name: str) -> str:
        """The first value of a heading line, or nothing."""
        return next(iter(self.all(name)), "")

    def chance(self, what: str, count: int) -> list[int]:
        """Numbers from 0 to 255 that are always the same for this letter and purpose."""
        return list(shake_256(f"{self.key} {what}".encode()).digest(count))


def draw_head(sheet: Sheet, letter: Letter):
    """Issuing body, number and subject at the left; country, place and date at the right."""
    kind = letter.one("head")
    if kind == "none":
        sheet.wrapped(letter.one("subject"), MIDDLE, 150, "Bold", 16)
        sheet.centred(letter.one("place"), MIDDLE, "Italic", 12)
        sheet.y += 4
        return
    right = MIDDLE if kind == "citizen" else STATE_AT
    for number, line in enumerate(PARTY if kind == "party" else STATE):
        sheet.centred(line, right, "Bold", 13 if number else 12.5)
    sheet.rule(right, sheet.width(STATE[1], "Bold", 13) if kind != "party" else 56)
    sheet.y += 3.5
    if kind != "citizen":
        sheet.centred(letter.one("place"), right, "Italic", 13)
    after, sheet.y = sheet.y, float(TOP)
    for line in letter.all("superior"):
        sheet.centred(line, ISSUER_AT, "Regular", 12)
    widest = max((sheet.width(line, "Bold", 1) for line in letter.all("issuer")), default=1)
    size = min(12.5, 70 / widest)
    for line in letter.all("issuer"):
        sheet.centred(line, ISSUER_AT, "Bold", size)
    if kind == "party":
        sheet.centred("*", ISSUER_AT, "Regular", 12)
    elif kind != "citizen":
        sheet.rule(ISSUER_AT, 24)
        sheet.y += 3.5
    if "number" in letter.lines:
        colon = "" if kind == "party" else ":"
        text = f"Số{colon} {letter.one('number')}" + " " * (0 if letter.one("number") else 16)
        sheet.centred(text, ISSUER_AT, "Regular", 13)
    if letter.one("about"):
        sheet.y += 1
        sheet.wrapped(letter.one("about"), ISSUER_AT, 62, "Regular", 12)
    draw_stamp(sheet, letter.one("stamp"))
    sheet.y = max(after, sheet.y) + 5


def draw_stamp(sheet: Sheet, text: str):
    """The urgency stamp: capitals in a frame, under the number (Annex I.III.2)."""
    if not text:
        return
    sheet.y += 2.5
    half = 15 if len(text) > 5 else 10
    corners = (ISSUER_AT - half, sheet.y, ISSUER_AT + half, sheet.y + 8)
    sheet.draw.rectangle([sheet.px(side) for side in corners], outline=70, width=2)
    sheet.y += 1.4
    sheet.centred(text, ISSUER_AT, "Bold", 13)
    sheet.y += 2


def draw_title(sheet: Sheet, letter: Letter):
    """Name of the type and what it is about; then the addressees."""
    if letter.one("title"):
        sheet.centred(letter.one("title"), MIDDLE, "Bold", 14)
        sheet.wrapped(letter.one("subject"), MIDDLE, 140, "Bold", 13)
        if letter.one("head") != "citizen":
            sheet.rule(MIDDLE, 45)
        sheet.y += 5
    to, size = letter.all("to"), sheet.scanner.body
    if len(to) == 1:
        sheet.centred(f"Kính gửi: {to[0]}", MIDDLE, "Regular", size)
    elif to:
        lead = sheet.width("Kính gửi: ", "Regular", size)
        longest = max(sheet.width(f"- {line}", "Regular", size) for line in to)
        x = MIDDLE - (lead + longest) / 2
        sheet.text(x, "Kính gửi:", "Regular", size)
        for line in to:
            sheet.text(x + lead, f"- {line}", "Regular", size)
            sheet.down(size)
    if to:
        sheet.y += 4


def draw_foot(sheet: Sheet, letter: Letter):
    """Recipients at the left, signing authority, signature and seal at the right."""
    signer = letter.all("signer")
    if not signer:
        return
    need = max(5 * len(signer) + 34, 5 * len(letter.all("recipient")) + 6)
    if sheet.y + need > BOTTOM + 6:
        sheet.new_page()
    start = sheet.y = sheet.y + 3
    if letter.all("recipient"):
        sheet.text(LEFT, "Nơi nhận:", "BoldItalic", 12)
        sheet.down(12)
    for line in letter.all("recipient"):
        sheet.text(LEFT, f"- {line}", "Regular", 11)
        sheet.down(11)
    end, sheet.y = sheet.y, start
    if letter.one("head") == "citizen":
        sheet.centred(letter.one("place"), SIGNER_AT, "Italic", 13)
    for line in signer:
        sheet.centred(line, SIGNER_AT, "Bold", 13)
    below = sheet.y
    if letter.one("signed"):
        sheet.y += 13
        sheet.centred(letter.one("signed"), SIGNER_AT, "Italic", 13)
    else:
        draw_signature(sheet, letter, below + 14)
    if letter.one("name"):
        sheet.y = below + 27
        sheet.centred(letter.one("name"), SIGNER_AT, "Bold", 13)
    if letter.one("head") != "citizen":
        sheet.darken(seal(sheet, letter), SIGNER_AT - 43, below - 1)
    sheet.y = max(end, below + 34)


def draw_signature(sheet: Sheet, letter: Letter, y: float):
    """A made-up flourish; nobody signs like this."""
    a, b, c, d, e, f = (1 + number / 128 for number in letter.chance("signature", 6))
    points = []
    for step in range(220):
        t = step / 219
        x = SIGNER_AT - 16 + 30 * t + 5 * a * sin(2 * pi * (2 + c) * t)
        rise = 5 * b * sin(2 * pi * (2.5 + d) * t + e) * (1 - 0.7 * t) + 2 * f * cos(7 * t)
        points.append((sheet.px(x), sheet.px(y - rise)))
    sheet.draw.line(points, fill=60, width=max(2, round(sheet.px(0.35))), joint="curve")


def seal(sheet: Sheet, letter: Letter) -> Image.Image:
    """A round grey seal of 36 mm with a star, a little turned, its ring naming it a sample."""
    size, grey = round(sheet.px(36)), 125
    picture, middle = Image.new("L", (size, size), 255), size / 2
    draw = ImageDraw.Draw(picture)
    for share, thick in ((0.99, 0.7), (0.93, 0.25), (0.62, 0.25)):
        edge = middle * (1 - share)
        box = (edge, edge, size - edge, size - edge)
        draw.ellipse(box, outline=grey, width=max(1, round(sheet.px(thick))))
    draw.polygon(star(middle, middle, middle * 0.36), fill=grey)
    font = ImageFont.truetype(f"{FONTS}Bold.ttf", sheet.px(3.6))
    for number, sign in enumerate(SEAL_TEXT):
        angle = 2 * pi * number / len(SEAL_TEXT)
        tile = Image.new("L", (round(sheet.px(6)),) * 2, 255)
        if sign == "★":
            spots = star(tile.width / 2, tile.width / 2, sheet.px(1.4))
            ImageDraw.Draw(tile).polygon(spots, fill=grey)
        else:
            spot = (tile.width / 2, tile.height / 2 + sheet.px(1.2))
            ImageDraw.Draw(tile).text(spot, sign, fill=grey, font=font, anchor="ms")
        tile = tile.rotate(-angle * 180 / pi, Image.Resampling.BICUBIC, fillcolor=255)
        x = round(middle + middle * 0.775 * sin(angle) - tile.width / 2)
        y = round(middle - middle * 0.775 * cos(angle) - tile.height / 2)
        under = picture.crop((x, y, x + tile.width, y + tile.height))
        picture.paste(ImageChops.darker(under, tile), (x, y))
    turn = (letter.chance("seal", 1)[0] - 128) / 10
    return picture.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)


def star(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    """The ten corners of a five-pointed star."""
    reach = [radius if corner % 2 == 0 else radius * 0.39 for corner in range(10)]
    return [
        (x + r * sin(pi * corner / 5), y - r * cos(pi * corner / 5))
        for corner, r in enumerate(reach)
    ]


def scan(key: str) -> int:
    """Draw one letter and write its PDF; returns the number of pages."""
    letter = Letter(key)
    own = key.startswith(SIGNED)
    scanner = SMALL if own or (key.isdigit() and len(key) == 2) else GOOD
    sheet = Sheet(scanner)
    draw_head(sheet, letter)
    draw_title(sheet, letter)
    for paragraph in letter.paragraphs:
        if paragraph.startswith("^"):
            sheet.centred(paragraph[1:], MIDDLE, "Bold", scanner.body)
            sheet.y += 2
        else:
            sheet.paragraph(paragraph, scanner.body)
    draw_foot(sheet, letter)
    images = []
    for number, page in enumerate(sheet.pages, 1):
        page = scanned(page, letter.chance, number, scanner)
        images.append(as_stream(page if scanner.levels else grain(page, letter.chance), scanner))
    folder = HERE if own else HERE / "scans"
    folder.mkdir(exist_ok=True)
    (folder / f"{key}.pdf").write_bytes(as_pdf(images))
    return len(images)


def keys() -> list[str]:
    """Every letter there is."""
    received = sorted(path.stem for path in (HERE / "letters").glob("*.txt"))
    return received + sorted(f"{SIGNED}{path.stem}" for path in (HERE / SIGNED).glob("*.txt"))


if __name__ == "__main__":
    for name in sys.argv[1:] or keys():
        print(name, scan(name), "pages")
