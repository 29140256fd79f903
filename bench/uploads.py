"""Files: how long an upload with its checks takes, reading a scan, the first look at a page.

``python bench/uploads.py`` prints a table; needs Debian's clamd and tesseract.
"""

from base64 import b64encode
from io import BytesIO
from office import ROOT
from office import Office
from office import measure
from office import taking_turns
from random import Random
import os
import pikepdf
import resource
import sys
import tempfile
import time


sys.path[:0] = [str(ROOT)]

SITE = "/vanphong"
BODY = f"{SITE}/to-chuc/ubnd"
SCANS = ROOT / "profiles" / "sample" / "scans"


def scan(size: int) -> bytes:
    """A PDF of this size: a page that is a picture of noise, which no packing makes smaller."""
    picture = {"Width": 1024, "Height": size >> 10, "BitsPerComponent": 8}
    named = {"Type": "XObject", "Subtype": "Image", "ColorSpace": "DeviceGray"}
    with pikepdf.new() as made:
        page = made.add_blank_page(page_size=(595, 842)).obj
        noise = made.make_stream(Random(7).randbytes(size))
        for name, value in (picture | named).items():
            noise[f"/{name}"] = pikepdf.Name(f"/{value}") if name in named else value
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=noise))
        page.Contents = made.make_stream(b"q 595 0 0 842 0 0 cm /Scan Do Q\n")
        return _octets(made)


def with_words(size: int) -> bytes:
    """The same as a scanner with recognition makes it: a font, and words of its own."""
    from tests.rules.attachments import making

    with pikepdf.open(BytesIO(making.pdf("trang"))) as made:
        made.Root.Noise = made.make_stream(Random(7).randbytes(size))
        return _octets(made)


def _octets(made) -> bytes:
    target = BytesIO()
    made.save(target, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return target.getvalue()


def uploads(office, content: bytes) -> dict:
    """Register with a file, virus scan included, against a stock File with the same."""
    data = b64encode(content).decode()
    run = str(time.time_ns())[-9:]

    def ours(turn):
        body = {
            "subject": f"V/v đo tốc độ {turn}",
            "organ_name": "Sở Thử nghiệm",
            "symbol": f"{turn + 1}/U{run}-VP",
            "issued_date": "2024-08-01",
            "files": [{"filename": "a.pdf", "data": data}],
        }
        office.rest("POST", f"{BODY}/@incoming", user="vanthu", body=body)

    def stock(turn):
        file = {
            "data": data,
            "encoding": "base64",
            "filename": "a.pdf",
            "content-type": "application/pdf",
        }
        body = {"@type": "File", "title": f"U{run} {turn}", "file": file}
        office.rest("POST", SITE, user="admin", body=body)

    return taking_turns({"ours": ours, "stock": stock}, 40)


def recognition() -> float:
    """Pages of scans read in a second of CPU time, which other work does not stretch."""
    from vanphong.attachments import reading

    names = ("01", "05", "186-tb-ubnd", "492-ubnd-vp")
    begun = _spent_by_children()
    for name in names:
        reading.recognise(str(SCANS / f"{name}.pdf"), "pdf", 1)
    return len(names) / (_spent_by_children() - begun)


def _spent_by_children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def first_look() -> dict:
    """The first page of a scan, drawn anew and once made."""
    from vanphong.attachments import child
    from vanphong.attachments import previews

    class Blob:
        """A file on disk in the place of a blob."""

        def open(self, _mode):
            return (SCANS / "01.pdf").open("rb")

    class File:
        """What previews ask of an attachment."""

        blob, extension, filename, sha256, is_held = Blob(), "pdf", "01.pdf", "ab" * 32, False

    begun = time.perf_counter()
    try:
        image = previews.page_image(File(), 1)
    except child.Broken as problem:
        raise SystemExit(str(problem)) from problem
    drawn = time.perf_counter() - begun
    again = measure(lambda turn: previews.page_image(File(), 1).read_bytes(), 50)
    image.unlink()
    return {"drawn": drawn * 1000, "made": again["wall"]}


def main() -> int:
    """Measure; 1 when a goal is missed."""
    from tests import clamd

    with clamd.daemon() as address:
        os.environ["VANPHONG_CLAMD"] = address
        office = Office()
        try:
            found = uploads(office, scan(2 << 20))
            worded = uploads(office, with_words(2 << 20))
        finally:
            office.close()
    ratio, more = (one["ours"]["wall"] / one["stock"]["wall"] for one in (found, worded))
    with tempfile.TemporaryDirectory(prefix="vanphong-bench-") as folder:
        os.environ["VANPHONG_VAR"] = folder
        pages, look = recognition(), first_look()
    rows = [
        (
            "Register with a 2 MB scan, scanned / stock File",
            f"{ratio:.2f} ({found['ours']['wall']:.0f} / {found['stock']['wall']:.0f} ms)",
            "≤ 1.5",
            ratio <= 1.5,
        ),
        (
            "the same with words, read for a stamp of secrecy",
            f"{more:.2f} ({worded['ours']['wall']:.0f} / {worded['stock']['wall']:.0f} ms)",
            "–",
            True,
        ),
        ("Pages read from scans a second, one core", f"{pages:.2f}", "≥ 0.3", pages >= 0.3),
        ("First page, once made", f"{look['made']:.2f} ms", "≤ 150 ms", look["made"] <= 150),
        ("First page, drawn anew", f"{look['drawn']:.0f} ms", "–", True),
    ]
    for what, measured, goal, met in rows:
        print(f"{what:52} {measured:24} {goal:10} {'ok' if met else 'MISSED'}")
    return 0 if all(row[3] for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
