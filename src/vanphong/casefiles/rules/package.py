"""Archive packages: what stands where in them, and what is written of each file.

The tree and the names are those of a submission package (SIP) as a **secondary source** gives
them of Circular 05/2025/TT-BNV; the text of the circular and its schemas were not at hand.
Beside them stands a whole record of our own, from which a package is read back.
"""

from dataclasses import dataclass
from datetime import datetime
from vanphong.casefiles.rules.record import DataFile
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.casefiles.rules.retention import PERMANENT
from vanphong.documents.rules.types import SIP_OTHER
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import re


METS = "METS.xml"
EAD = "metadata/descriptive/EAD.xml"
PREMIS = "metadata/preservation/PREMIS.xml"
REP = "representations/rep1"
REP_METS = f"{REP}/METS.xml"
DATA = f"{REP}/data"
EAD_DOC = f"{REP}/metadata/descriptive"
RECORD = "documentation/ho-so.xml"
XML = "text/xml"

#: Code lists of the packages.
MAINTENANCE = {PERMANENT: "01", 70: "02", 50: "03", 30: "04", 20: "05", 10: "06"}
MAINTENANCE_OTHER = "07"
LANGUAGES = {
    "Tiếng Việt": "01",
    "Tiếng Anh": "02",
    "Tiếng Pháp": "03",
    "Tiếng Nga": "04",
    "Tiếng Trung": "05",
}
LANGUAGE_OTHER = "11"

#: Access: 01 public, 02 under conditions; 03, secret, never stands in this system.
MODES = {"Công khai": "01"}
MODE_OTHER = "02"

_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class Member:
    """A file of the package: path from its root, size in bytes, SHA-256, kind."""

    path: str
    size: int
    sha256: str
    media_type: str


@dataclass(frozen=True)
class Made:
    """By whom and when a package was made, and its UUID in capital letters."""

    uuid: str
    at: datetime
    by: str
    program: str = "vanphong"

    @property
    def root(self) -> str:
        """Name of its folder; with ``.zip`` that of the package."""
        return f"uuid-{self.uuid}"


def data_path(file: FileRecord, entry: EntryRecord, place: int) -> str:
    """Path of a file of a document: code of the case file, number, and which of several."""
    data = entry.files[place]
    stem = f"{safe(file.code)}.{entry.number:03d}"
    extension = safe(data.name.rpartition(".")[2].lower()) if "." in data.name else "bin"
    return f"{DATA}/{stem}{f'-{place + 1}' if place else ''}.{extension}"


def ead_doc_path(file: FileRecord, entry: EntryRecord) -> str:
    """Path of the description of a document."""
    return f"{EAD_DOC}/EAD_doc_{safe(file.code)}.{entry.number:03d}.xml"


def safe(name: str) -> str:
    """A name for a path: letters, digits, points, lines."""
    return _UNSAFE.sub("-", name).strip(".-") or "x"


def member_of(path: str, data: DataFile) -> Member:
    """The line of a file of a document."""
    return Member(path, data.size, data.sha256, data.media_type)


def simple_file(file: FileRecord) -> tuple[tuple[str, str], ...]:
    """EAD.xml: the file in the names and codes of the packages."""
    return (
        ("fileCode", file.code),
        ("title", file.title),
        ("maintenance", MAINTENANCE.get(file.years, MAINTENANCE_OTHER)),
        ("mode", MODES.get(file.rights, MODE_OTHER)),
        ("language", LANGUAGES.get(file.language, LANGUAGE_OTHER)),
        ("startDate", "" if file.start is None else f"{file.start:%d/%m/%Y}"),
        ("endDate", "" if file.end is None else f"{file.end:%d/%m/%Y}"),
        ("totalDoc", str(file.document_total)),
        ("numberOfPage", str(file.page_total)),
        ("description", file.note),
    )


def simple_document(
    file: FileRecord, entry: EntryRecord, codes: dict[str, str]
) -> tuple[tuple[str, str], ...]:
    """EAD_doc: a document in the names and codes of the packages.

    :param codes: code of a type in the packages by our own (``sip_code`` of the catalogue).
    """
    return (
        ("fileCode", file.code),
        ("docOrdinal", str(entry.number)),
        ("typeDoc", codes.get(entry.document_type) or SIP_OTHER),
        ("typeName", entry.type_name),
        ("codeNumber", entry.code_number),
        ("codeNotation", entry.code_notation),
        ("issuedDate", "" if entry.issued_date is None else f"{entry.issued_date:%d/%m/%Y}"),
        ("organName", entry.organ_name),
        ("subject", entry.subject),
        ("language", LANGUAGES.get(entry.language, LANGUAGE_OTHER)),
        ("numberOfPage", str(entry.pages)),
        ("signerPosition", entry.signer_position),
        ("signerName", entry.signer_name),
        ("description", entry.note),
    )


def refusal(text: str, **mapping: object) -> InvalidInput:
    """A package that is not taken in; nothing of it was written."""
    return InvalidInput(text, field="package", rule="", **mapping)


def safe_path(name: str) -> str:
    """A path of the package, as it stands in the ZIP.

    :raises InvalidInput: it leads outside, is absolute, or is written in a way that another
        program may read otherwise.
    """
    parts = name.split("/")
    if (
        not name
        or "\\" in name
        or ":" in name
        or "\0" in name
        or name.startswith("/")
        or any(part in ("", ".", "..") for part in parts)
    ):
        raise refusal(_("The package has the path “${path}”, which leads outside."), path=name)
    return name
