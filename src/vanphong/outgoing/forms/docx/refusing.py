"""What a DOCX may not contain: programs, and places elsewhere that it would fetch.

A template that names a picture on another server is fetched by every machine that opens the
letter; LibreOffice would fetch it on ours, or take in a file of the server.
"""

from collections.abc import Iterator
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.outgoing.forms.docx.container import CONTENT_TYPES
from vanphong.outgoing.forms.docx.container import Package
import re


#: Names of members, and of their types, that are programs.
_PROGRAMS = re.compile(
    r"vbaproject|vbadata|macroenabled|activex|/embeddings/|oleobject|attachedtoolbars|/customui",
    re.IGNORECASE,
)

#: Fields that take in a file, or start a program.
_FETCHING = re.compile(
    r"\b(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT|RD|MACROBUTTON|DATABASE)\b",
    re.IGNORECASE,
)

#: Where a link that is only followed by a click may lead.
_CLICKED = re.compile(r"(https?:|mailto:|#)", re.IGNORECASE)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def refuse_active(package: Package) -> None:
    """Refuse a file that would do something when it is opened.

    :raises InvalidInput: it holds a macro or another program, takes in something from
        elsewhere, or embeds a file; the message names it.
    """
    for name in package.names:
        if _PROGRAMS.search(name):
            raise _refusal(_("The file contains a program or an embedded file: ${what}."), name)
    kinds = package.read(CONTENT_TYPES).decode("utf-8", "replace")
    if found := _PROGRAMS.search(kinds):
        raise _refusal(_("The file contains a program or an embedded file: ${what}."), found[0])
    for relationship in _relationships(package):
        _refuse_elsewhere(relationship)
    for instruction in _instructions(package):
        if found := _FETCHING.search(instruction):
            raise _refusal(_("The file has a field that fetches something: ${what}."), found[0])


def _relationships(package: Package) -> Iterator[dict[str, str]]:
    for name in package.names:
        if name.endswith(".rels"):
            yield from (dict(one.attrib) for one in package.xml(name))


def _refuse_elsewhere(relationship: dict[str, str]) -> None:
    kind = relationship.get("Type", "").rpartition("/")[2]
    target = relationship.get("Target", "")
    if kind == "aFChunk":
        raise _refusal(_("The file takes in another document: ${what}."), target)
    if relationship.get("TargetMode", "").lower() != "external":
        return
    if kind != "hyperlink" or not _CLICKED.match(target):
        raise _refusal(_("The file fetches something from elsewhere: ${what}."), target)


def _instructions(package: Package) -> Iterator[str]:
    """The instructions of all fields; one may be spread over several runs."""
    for name in package.names:
        if not re.fullmatch(r"word/[^/]+\.xml", name):
            continue
        root = package.xml(name)
        yield from (one.get(f"{_W}instr", "") for one in root.iter(f"{_W}fldSimple"))
        for paragraph in root.iter(f"{_W}p"):
            yield "".join(one.text or "" for one in paragraph.iter(f"{_W}instrText"))


def _refusal(text: str, what: str) -> InvalidInput:
    return InvalidInput(text, field="file", what=what[:120])
