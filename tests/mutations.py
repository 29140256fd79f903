"""Files made wrong in many ways, always the same for one number."""

from pathlib import Path
from random import Random
from tests.rules.attachments import making
from tests.rules.attachments.making import EICAR


SCANS = Path(__file__).parents[1] / "profiles" / "sample" / "scans"

#: What parsers trip over.
SPICE = (
    b"\0" * 64,
    b"\xff" * 64,
    b"A" * 5000,
    b"%PDF-1.7\n",
    b"PK\x03\x04",
    b"<<" * 500,
    b"[" * 2000,
    b"9" * 40,
    b"-1 0 R",
    b"/Kids[2 0 R]",
    b"/Length 99999999999",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>",
    b"<w:p>" * 800,
    b"../../etc/passwd",
    "\u202eỦ\u0301".encode(),
)


def seeds():
    """Pairs of name and content: scans of the sample, and generated files of other kinds."""
    found = [(path.name, path.read_bytes()) for path in sorted(SCANS.glob("*.pdf"))]
    found += [
        ("van-ban.pdf", making.pdf("Kinh gui " * 20, "", "trang ba " * 9)),
        ("thu.docx", making.docx("Kính gửi Ủy ban nhân dân " * 9)),
        ("bao-cao.odt", making.odt("Báo cáo " * 40)),
        ("bang.xlsx", _sheet()),
        ("thu.eml", b"From: a@b.vn\nSubject: x\n\nK\xc3\xadnh g\xe1\xbb\xadi"),
        ("anh.png", _picture("PNG")),
        ("anh.jpg", _picture("JPEG")),
        ("ghi-chu.txt", "Kính gửi".encode() * 30),
        ("tin.edxml", b'<?xml version="1.0"?><edXML><a>b</a></edXML>'),
    ]
    return found


def mutated(number, known):
    """Name and content of one of the endless files; every tenth carries the test virus."""
    chance = Random(number)  # noqa: S311
    name, content = known[number % len(known)]
    data = bytearray(content)
    for _round in range(chance.randint(1, 6)):
        chance.choice((_flip, _cut, _insert, _repeat, _swap))(data, chance)
    if number % 10 == 0:
        at = chance.randint(min(20, len(data)), len(data))
        data[at:at] = EICAR
    if number % 3 == 0 and name.endswith(".pdf"):
        data += b"\n%%EOF\n"
    return name, bytes(data)


def _flip(data, chance):
    for _time in range(chance.randint(1, 40)):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data, chance):
    if len(data) > 10:
        at = chance.randrange(5, len(data))
        del data[at : at + chance.randint(1, max(1, len(data) // 4))]


def _insert(data, chance):
    at = chance.randrange(len(data) + 1)
    data[at:at] = chance.choice(SPICE)


def _repeat(data, chance):
    if data:
        at = chance.randrange(len(data))
        part = bytes(data[at : at + 200])
        data[at:at] = part * chance.randint(1, 50)


def _swap(data, chance):
    if len(data) > 400:
        a, b = chance.randrange(len(data) - 200), chance.randrange(len(data) - 200)
        one, two = bytes(data[a : a + 100]), bytes(data[b : b + 100])
        data[a : a + 100], data[b : b + 100] = two, one


def _sheet():
    from io import BytesIO
    import xlsxwriter

    file = BytesIO()
    book = xlsxwriter.Workbook(file)
    book.add_worksheet("Thu").write_row(0, 0, ["Kinh phí", 1, 2.5])
    book.close()
    return file.getvalue()


def _picture(kind):
    from io import BytesIO
    from PIL import Image

    file = BytesIO()
    Image.linear_gradient("L").resize((300, 400)).save(file, kind)
    return file.getvalue()
