"""Files made for tests, good ones and bad ones."""

from io import BytesIO
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
import struct


#: The test file of all virus scanners, in two parts so that no scanner stops at this module.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

TYPES = b'<?xml version="1.0"?><Types/>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def archive(members, mimetype=""):
    """A ZIP file of these members, name to bytes."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as found:
        if mimetype:
            found.writestr("mimetype", mimetype, 0)
        for name, content in members.items():
            found.writestr(name, content)
    return file.getvalue()


def docx(text="Kính gửi Ủy ban nhân dân tỉnh", **more):
    """A Word file with one paragraph; ``more`` are members, ``word__x`` for ``word/x``."""
    body = f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>'
    members = {
        "[Content_Types].xml": TYPES,
        "word/document.xml": f'<?xml version="1.0"?>{body}</w:document>'.encode(),
    }
    return archive(members | {name.replace("__", "/"): value for name, value in more.items()})


def odt(text="Kính gửi", **more):
    """An OpenDocument text."""
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
        f"<text:p>{text}</text:p></office:text></office:body></office:document-content>"
    )
    members = {"content.xml": content.encode(), **more}
    return archive(members, "application/vnd.oasis.opendocument.text")


def pdf(*texts, extra=b"", trailer=b""):
    """A PDF with one page for each text (ASCII), well formed."""
    pages = texts or ("",)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R" + extra + b">>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    for n, text in enumerate(pages):
        lines = text.encode("latin-1").replace(b"\\", b"").replace(b"(", b"").replace(b")", b"")
        stream = b"BT /F1 12 Tf 72 720 Td (" + lines + b") Tj ET"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            + f"/Contents {5 + 2 * n} 0 R>>".encode()
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream))
    out, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj" % number + content + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        out
        + b"xref\n0 %d\n0000000000 65535 f \n" % size
        + table
        + b"trailer<</Size %d/Root 1 0 R" % size
        + trailer
        + b">>\nstartxref\n%d\n%%%%EOF\n" % len(out)
    )


def lying(content, name=b"word/document.xml"):
    """A ZIP whose central directory says that its members are small."""
    at = content.rindex(b"PK\x01\x02")
    changed = bytearray(content)
    struct.pack_into("<I", changed, at + 24, 10)
    return bytes(changed)
