"""Which kinds of file an administrator lets in: one line a kind.

``extension | MIME type | name | signature in hex``. What ``kinds`` knows by itself needs its
extension only; a kind of one's own is told by the first bytes of its files.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from unicodedata import normalize
from vanphong.attachments.rules.kinds import KINDS
from vanphong.attachments.rules.kinds import FileKind
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
import re


FORM = "dwg | image/vnd.dwg | AutoCAD (DWG) | 41433130"

#: What a computer runs, or a browser shows as a page, when it is opened: never let in.
_WORDS_OF_FORBIDDEN = """
ade adp apk app application asp aspx bat bin chm cmd com cpl crt css dll dmg docm dotm
exe gadget hlp hta htm html img inf ins iso jar js jse jsp lnk mht mhtml msc msi msp mst
php pif pl ppam pptm ps1 py reg rb scf scr sct sh shb svg svgz swf sys url vb vbe vbs
vhd vxd wsc wsf wsh xhtml xlam xlsm xltm zip rar 7z gz tar
"""
FORBIDDEN = frozenset(_WORDS_OF_FORBIDDEN.split())

_FORBIDDEN_TYPES = re.compile(
    r"text/(html|css|javascript|xml)|application/(xhtml|javascript|x-msdownload)|image/svg"
)
_EXTENSION = re.compile(r"[a-z0-9]{1,10}")
_MIME = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]{0,80}")
_SIGNATURE = re.compile(r"([0-9a-f]{2}){3,64}")


def parse_kinds(lines: Iterable[str]) -> dict[str, FileKind]:
    """Read the list; kinds by their extensions, in the order of the lines.

    :raises InvalidInput: naming the line that cannot be read, or that lets in what runs.
    """
    found: dict[str, FileKind] = {}
    for number, text in enumerate(lines, 1):
        line = normalize("NFC", text).strip()
        if not line:
            continue
        kind = _read(line, number)
        if kind.extension in found:
            raise _error(_("Line ${line}: “${value}” stands there twice."), number, kind.extension)
        found[kind.extension] = kind
    if not found:
        raise InvalidInput(_("At least one kind of file must be accepted."), field="kinds")
    return found


def format_kinds(kinds: Mapping[str, FileKind]) -> tuple[str, ...]:
    """Write kinds as lines that ``parse_kinds`` reads."""
    return tuple(
        " | ".join(
            part for part in (kind.extension, kind.mime, kind.label, kind.signature.hex()) if part
        )
        for kind in kinds.values()
    )


def _read(line: str, number: int) -> FileKind:
    columns = [column.strip() for column in line.split("|")]
    if len(columns) > 4:
        raise _error(_("Line ${line} has too many columns. Write ${form}."), number, line)
    extension, mime, label, signature = (*columns, "", "", "")[:4]
    extension = extension.lower().removeprefix(".")
    if not _EXTENSION.fullmatch(extension):
        raise _error(_("Line ${line}: “${value}” is no file extension."), number, columns[0])
    if extension in FORBIDDEN:
        text = _("Line ${line}: files of kind “${value}” can do harm and are never accepted.")
        raise _error(text, number, extension)
    known = KINDS.get(extension)
    if known is not None:
        if signature or (mime and mime != known.mime):
            text = _("Line ${line}: “${value}” is known; write its extension alone.")
            raise _error(text, number, extension)
        return known
    return _own(extension, mime.lower(), label, "".join(signature.lower().split()), number)


def _own(extension: str, mime: str, label: str, signature: str, number: int) -> FileKind:
    if not _MIME.fullmatch(mime) or _FORBIDDEN_TYPES.match(mime):
        raise _error(_("Line ${line}: “${value}” is no MIME type for files."), number, mime)
    if not label:
        raise _error(_("Line ${line}: the name is missing. Write ${form}."), number, extension)
    if not _SIGNATURE.fullmatch(signature):
        text = _("Line ${line}: give the first 3 to 64 bytes of such files in hex. Write ${form}.")
        raise _error(text, number, signature)
    return FileKind(mime, extension, label, bytes.fromhex(signature))


def _error(text: str, line: int, value: str) -> InvalidInput:
    return InvalidInput(text, field="kinds", line=line, value=value, form=FORM)
