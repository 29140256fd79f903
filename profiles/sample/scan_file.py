"""What a scanner makes of a page, and the PDF file it sends: one image per page, no text."""

from collections.abc import Callable
from io import BytesIO
from PIL import Image
from PIL import ImageChops
from PIL import ImageDraw
from PIL import ImageFilter
from scan_page import HEIGHT
from scan_page import WIDTH
from scan_page import Scanner
import zlib


#: Numbers from 0 to 255 for a purpose and a count, always the same for one letter.
Chance = Callable[[str, int], list[int]]


def scanned(page: Image.Image, chance: Chance, number: int, scanner: Scanner) -> Image.Image:
    """The page as it comes out of the scanner: askew, soft, tinted, specked, dark at an edge."""
    lean, tint, *spots = chance(f"page {number}", 122)
    page = page.filter(ImageFilter.GaussianBlur(0.3 * scanner.dpi / 150))
    angle = 0.3 * (1 if lean % 2 else -1) * (0.6 + lean / 400)
    page = page.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)
    draw, wide, high = ImageDraw.Draw(page), *page.size
    for at in range(0, len(spots), 4):
        x, y, more, size = spots[at : at + 4]
        x, y = (x + more / 256) / 256 * wide, (y + more / 256) / 256 * high
        draw.ellipse((x, y, x + size % 3, y + size % 2), fill=90 + size // 2)
    draw.line((wide - 1, 0, wide - 1, high), fill=150, width=2)
    if scanner.levels:
        return page
    paper = Image.linear_gradient("L").rotate(90 * (tint % 4)).resize(page.size)
    paper = paper.point(lambda grey: 243 + tint % 4 + grey // 42)
    return ImageChops.multiply(page, paper)


def grain(page: Image.Image, chance: Chance) -> Image.Image:
    """Faint cloudy noise, coarse enough that JPEG keeps it cheaply."""
    small = (page.width // 12, page.height // 12)
    noise = Image.frombytes("L", small, bytes(chance("grain", small[0] * small[1])))
    noise = noise.resize(page.size, Image.Resampling.BICUBIC).point(lambda grey: 250 + grey // 51)
    return ImageChops.multiply(page, noise)


def as_stream(page: Image.Image, scanner: Scanner) -> bytes:
    """One PDF image object: JPEG, or few grey levels in four bits each, deflated."""
    head = f"/Type/XObject/Subtype/Image/Width {page.width}/Height {page.height}"
    head += "/ColorSpace/DeviceGray"
    if not scanner.levels:
        store = BytesIO()
        page.save(store, "JPEG", quality=scanner.quality, optimize=True)
        data, more = store.getvalue(), "/BitsPerComponent 8/Filter/DCTDecode"
    else:
        top = scanner.levels - 1
        steps = [round(round(grey / 255 * top) / top * 14) for grey in range(256)]
        rows = page.point(steps).tobytes()
        width = page.width - page.width % 2
        head = head.replace(f"/Width {page.width}", f"/Width {width}")
        packed = bytearray()
        for at in range(0, len(rows), page.width):
            row = rows[at : at + width]
            packed += bytes(a << 4 | b for a, b in zip(row[::2], row[1::2], strict=True))
        data, more = zlib.compress(bytes(packed), 9), "/BitsPerComponent 4/Filter/FlateDecode"
    return f"<<{head}{more}/Length {len(data)}>>stream\n".encode() + data + b"\nendstream"


def as_pdf(images: list[bytes]) -> bytes:
    """A PDF file with one A4 page per image and nothing else."""
    size = f"{WIDTH / 25.4 * 72:.2f} {HEIGHT / 25.4 * 72:.2f}"
    place = f"q {size.split()[0]} 0 0 {size.split()[1]} 0 0 cm /Im Do Q".encode()
    kids = " ".join(f"{3 + 3 * at} 0 R" for at in range(len(images)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(images)}/Kids[{kids}]>>".encode(),
    ]
    for at, image in enumerate(images):
        own = 3 + 3 * at
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size}]/Contents {own + 1} 0 R"
            f"/Resources<</XObject<</Im {own + 2} 0 R>>>>>>".encode()
        )
        objects.append(f"<</Length {len(place)}>>stream\n".encode() + place + b"\nendstream")
        objects.append(image)
    out, places = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    end = f"trailer\n<</Size {count}/Root 1 0 R>>\nstartxref\n{len(out)}\n%%EOF\n"
    return bytes(out) + f"xref\n0 {count}\n0000000000 65535 f \n{table}{end}".encode()
