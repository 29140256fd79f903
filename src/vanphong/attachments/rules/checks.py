"""What may be attached to a document, and why something else may not."""

from collections.abc import Collection
from collections.abc import Mapping
from typing import Any
from vanphong.attachments.rules.kinds import EXECUTABLE
from vanphong.attachments.rules.kinds import KINDS
from vanphong.attachments.rules.kinds import OLE
from vanphong.attachments.rules.kinds import UNKNOWN
from vanphong.attachments.rules.kinds import FileKind
from vanphong.attachments.rules.kinds import extension_of
from vanphong.attachments.rules.kinds import sniff
from vanphong.attachments.rules.names import human_size
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


#: Some 300 colour pages at the 200 dpi that Annex I asks for; more is a badly set scanner, and
#: holds up the reading of text for everybody.
MAX_SIZE = 100 * 1024 * 1024

#: Extensions accepted unless an administrator says otherwise.
ALLOWED = frozenset(KINDS)

#: An office file with a password is no ZIP container but an old one that holds this stream.
_LOCKED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OFFICE = frozenset({"docx", "xlsx", "pptx"})

#: Signs of a page for a browser, where a file of another kind has its own first bytes.
_WEB_SIGNS = (b"<html", b"<script", b"<!doctype html", b"<?php", b"<svg", b"<iframe")
_WEB_HEAD = 1024


def check_file(
    name: str,
    size: int,
    head: bytes,
    allowed: Mapping[str, FileKind] | Collection[str] = ALLOWED,
    max_size: int = MAX_SIZE,
) -> FileKind:
    """Judge a file before it is stored and tell its kind.

    :param size: of the whole file, in bytes.
    :param head: its first bytes, see ``kinds.HEAD_SIZE``.
    :param allowed: kinds by their extensions, or the extensions of known kinds.
    :raises InvalidInput: it is empty, too large, a program, of a kind not allowed, two kinds at
        once, or its name says something else than its content.
    """
    if size <= 0:
        raise refusal(_("The file “${name}” is empty; scan or choose it again."), name)
    if size > max_size:
        raise refusal(
            _("The file “${name}” has ${size}; at most ${limit} are allowed. Scan it at 200 dpi."),
            name,
            size=human_size(size),
            limit=human_size(max_size),
        )
    added = allowed.values() if isinstance(allowed, Mapping) else ()
    kind = sniff(head, name, added)
    if kind == EXECUTABLE:
        raise refusal(_("The file “${name}” is a program; programs are not accepted."), name)
    if kind == OLE and extension_of(name) in _OFFICE:
        raise refusal(_locked(head), name)
    if kind == UNKNOWN or kind.extension not in allowed:
        raise refusal(
            _("The file “${name}” is not of an accepted kind; accepted are ${allowed}."),
            name,
            allowed=", ".join(sorted(allowed)),
        )
    _check_name(name, kind)
    if _is_web_page_too(head, kind):
        raise refusal(TWO_KINDS, name)
    return kind


TWO_KINDS = _("The file “${name}” is two kinds of file at once; such files are not accepted.")

PASSWORD = _(
    "The file “${name}” has a password, so that it cannot be checked. Save it without one."
)


def refusal(text: str, name: str, **mapping: Any) -> InvalidInput:
    """Make the refusal of a file."""
    return InvalidInput(text, field="file", name=name, **mapping)


def _locked(head: bytes) -> str:
    if _LOCKED_OFFICE in head:
        return PASSWORD
    return _("The file “${name}” is in an old format under a new name, or has a password.")


def _check_name(name: str, kind: FileKind) -> None:
    if extension_of(name) != kind.extension:
        raise refusal(
            _("The name of “${name}” says “${extension}”, its content is ${label}. Rename it."),
            name,
            extension=extension_of(name),
            label=kind.label,
        )


def _is_web_page_too(head: bytes, kind: FileKind) -> bool:
    if kind.mime.startswith(("text/", "message/")) or kind.extension in ("xml", "edxml"):
        return False
    start = head[:_WEB_HEAD].lower()
    return any(sign in start for sign in _WEB_SIGNS)
