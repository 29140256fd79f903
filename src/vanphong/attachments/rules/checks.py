"""What may be attached to a document, and why something else may not."""

from collections.abc import Collection
from vanphong.attachments.rules.kinds import EXECUTABLE
from vanphong.attachments.rules.kinds import KINDS
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


def check_file(
    name: str,
    size: int,
    head: bytes,
    allowed: Collection[str] = ALLOWED,
    max_size: int = MAX_SIZE,
) -> FileKind:
    """Judge a file before it is stored and tell its kind.

    :param size: of the whole file, in bytes.
    :param head: its first bytes, see ``kinds.HEAD_SIZE``.
    :param allowed: extensions, in their usual spelling.
    :raises InvalidInput: it is empty, too large, a program, of a kind not allowed, or its name
        says something else than its content.
    """
    if size <= 0:
        raise _refusal(_("The file “${name}” is empty; scan or choose it again."), name)
    if size > max_size:
        raise _refusal(
            _("The file “${name}” has ${size}; at most ${limit} are allowed. Scan it at 200 dpi."),
            name,
            size=human_size(size),
            limit=human_size(max_size),
        )
    kind = sniff(head, name)
    if kind == EXECUTABLE:
        raise _refusal(_("The file “${name}” is a program; programs are not accepted."), name)
    if kind == UNKNOWN or kind.extension not in allowed:
        raise _refusal(
            _("The file “${name}” is not of an accepted kind; accepted are ${allowed}."),
            name,
            allowed=", ".join(sorted(allowed)),
        )
    if extension_of(name) != kind.extension:
        raise _refusal(
            _("The name of “${name}” says “${extension}”, its content is ${label}. Rename it."),
            name,
            extension=extension_of(name),
            label=kind.label,
        )
    return kind


def _refusal(text: str, name: str, **mapping: str) -> InvalidInput:
    return InvalidInput(text, field="file", name=name, **mapping)
