"""The kind of a file, told by its first bytes.

The name is asked only where the content cannot tell: which of two office formats an old
container holds, or what a plain text is meant as.
"""

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import dataclass
import codecs
import re
import struct


#: How many bytes a caller should give; enough to see the first entries of an office container.
HEAD_SIZE = 16 * 1024


@dataclass(frozen=True)
class FileKind:
    """A kind of file; ``label`` is a name of the format, the same in every language.

    ``signature`` are the first bytes of a kind that an administrator has added; those that
    this module knows by itself have none.
    """

    mime: str
    extension: str
    label: str
    signature: bytes = b""


UNKNOWN = FileKind("application/octet-stream", "", "?")
EXECUTABLE = FileKind("application/x-executable", "exe", "EXE")
OLE = FileKind("application/x-ole-storage", "ole", "OLE")
ZIP = FileKind("application/zip", "zip", "ZIP")

_OOXML = "application/vnd.openxmlformats-officedocument"
_ODF = "application/vnd.oasis.opendocument"

KINDS = {
    kind.extension: kind
    for kind in (
        FileKind("application/pdf", "pdf", "PDF"),
        FileKind("image/png", "png", "PNG"),
        FileKind("image/jpeg", "jpg", "JPEG"),
        FileKind("image/tiff", "tif", "TIFF"),
        FileKind(f"{_OOXML}.wordprocessingml.document", "docx", "Word (DOCX)"),
        FileKind(f"{_OOXML}.spreadsheetml.sheet", "xlsx", "Excel (XLSX)"),
        FileKind(f"{_OOXML}.presentationml.presentation", "pptx", "PowerPoint (PPTX)"),
        FileKind(f"{_ODF}.text", "odt", "OpenDocument (ODT)"),
        FileKind(f"{_ODF}.spreadsheet", "ods", "OpenDocument (ODS)"),
        FileKind(f"{_ODF}.presentation", "odp", "OpenDocument (ODP)"),
        FileKind("application/msword", "doc", "Word (DOC)"),
        FileKind("application/vnd.ms-excel", "xls", "Excel (XLS)"),
        FileKind("text/plain", "txt", "TXT"),
        FileKind("application/xml", "xml", "XML"),
        FileKind("application/xml", "edxml", "edXML"),
        FileKind("message/rfc822", "eml", "E-mail (EML)"),
    )
}

_SPELLINGS = {"jpeg": "jpg", "tiff": "tif"}

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"II*\x00", "tif"),
    (b"MM\x00*", "tif"),
)

_OOXML_FOLDERS = (("word/", "docx"), ("xl/", "xlsx"), ("ppt/", "pptx"))
_OOXML_SIGNS = frozenset({"[Content_Types].xml", "_rels/.rels"})

#: A local file header: packed size, length of the name, length of the extra field.
_ZIP_HEADER = struct.Struct("<18xI4xHH")
LONGEST_MIME = 100

#: The first line of an e-mail as it travels: the name of a header.
_MAIL = re.compile(
    rb"(?:From|To|Subject|Date|Received|Return-Path|Delivered-To|Message-ID|MIME-Version|"
    rb"DKIM-Signature|ARC-Seal|Content-Type|X-[A-Za-z-]+): ?\S",
    re.IGNORECASE,
)

_PROGRAMS = (b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe", b"#!")


def extension_of(name: str) -> str:
    """Give the extension of a name in its usual spelling: ``jpg`` for “Ảnh.JPEG”."""
    extension = name.rpartition(".")[2].strip().lower() if "." in name else ""
    return _SPELLINGS.get(extension, extension)


def sniff(head: bytes, name: str, added: Collection[FileKind] = ()) -> FileKind:
    """Tell what a file is.

    :param head: its first bytes, up to :data:`HEAD_SIZE`.
    :param added: kinds told by their signature, beside those that are always known.
    :returns: the kind, which may be :data:`EXECUTABLE` or :data:`UNKNOWN`; never an error.
    """
    extension = extension_of(name)
    if head.startswith(_PROGRAMS) or (head.startswith(b"MZ") and b"\0" in head):
        return EXECUTABLE
    if head.lstrip(b"\xef\xbb\xbf\r\n\t ").startswith(b"%PDF-"):
        return KINDS["pdf"]
    for magic, known in _MAGIC:
        if head.startswith(magic):
            return KINDS[known]
    if head.startswith(b"PK\x03\x04"):
        return _container(head, extension)
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return KINDS[extension] if extension in ("doc", "xls") else OLE
    for kind in added:
        if kind.signature and head.startswith(kind.signature):
            return kind
    return _text(head, extension)


def _container(head: bytes, extension: str) -> FileKind:
    entries = list(_zip_entries(head))
    name, content = entries[0] if entries else ("", "")
    if name == "mimetype":
        for kind in KINDS.values():
            if kind.mime.startswith(_ODF) and content == kind.mime:
                return kind
        return ZIP
    names = {name for name, _content in entries}
    for folder, known in _OOXML_FOLDERS:
        if any(name.startswith(folder) for name in names):
            return KINDS[known]
    if names & _OOXML_SIGNS and extension in ("docx", "xlsx", "pptx"):
        return KINDS[extension]
    return ZIP


def _zip_entries(head: bytes) -> Iterator[tuple[str, str]]:
    """Read the local file headers seen so far: name and, where stored plainly, content."""
    for found in re.finditer(rb"PK\x03\x04", head):
        header = head[found.start() : found.start() + _ZIP_HEADER.size]
        if len(header) < _ZIP_HEADER.size:
            return
        size, name_length, extra_length = _ZIP_HEADER.unpack(header)
        name_start = found.start() + _ZIP_HEADER.size
        start = name_start + name_length + extra_length
        name = head[name_start : name_start + name_length]
        content = head[start : start + min(size, LONGEST_MIME)]
        yield name.decode("utf-8", "replace"), content.decode("ascii", "replace")


def _text(head: bytes, extension: str) -> FileKind:
    if extension == "eml" and _MAIL.match(head):
        return KINDS["eml"]
    if not head or b"\0" in head:
        return UNKNOWN
    try:
        # The head may end inside a letter: an incremental decoder forgives that.
        text = codecs.getincrementaldecoder("utf-8-sig")().decode(head)
    except UnicodeDecodeError:
        return UNKNOWN
    if text.lstrip().startswith("<?xml") or extension in ("xml", "edxml"):
        return KINDS["edxml" if extension == "edxml" else "xml"]
    return KINDS["txt"]
