"""Whether a PDF may say something itself: every way to hide a font is a maybe."""

from io import BytesIO
from tests.rules.attachments import making
from vanphong.attachments import places
import pikepdf
import pytest


SCANS = ("01", "186-tb-ubnd", "me-linh-2023")


def saved(change, **options):
    target = BytesIO()
    with pikepdf.open(BytesIO(making.pdf("MAT"))) as file:
        change(file)
        file.save(target, **options)
    return target.getvalue()


def bare(file):
    """Take the font away, as in a scan."""
    for page in file.pages:
        page.obj.Resources = pikepdf.Dictionary()
        page.obj.Contents = file.make_stream(b"q 0 g Q\n")


def nothing(_file):
    pass


packed = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
plain = {"object_stream_mode": pikepdf.ObjectStreamMode.disable}

FILES = {
    "plain": (making.pdf("MAT"), True),
    "packed": (saved(nothing, **packed), True),
    "locked": (saved(nothing, encryption=pikepdf.Encryption(user="x", owner="y")), True),
    "escaped": (making.pdf("MAT").replace(b"/Font", b"/F#6fnt"), True),
    "all escaped": (making.pdf("MAT").replace(b"/Font", b"/#46#6f#6e#74"), True),
    "no font": (saved(bare, **plain), False),
    "no PDF": (b"%PDF-1.4", False),
}


@pytest.mark.parametrize("name", FILES)
def test_who_may_have_words(name, tmp_path):
    content, wanted = FILES[name]
    file = tmp_path / "a.pdf"
    file.write_bytes(content)
    assert places.may_have_words(str(file)) is wanted


@pytest.mark.parametrize("name", SCANS)
def test_a_scan_has_none(name, root):
    file = str(root / f"profiles/sample/scans/{name}.pdf")
    assert not places.may_have_words(file)
    assert places.own(file).seen == {}
