"""What may be attached: the kind of a file by its content, its size and its name."""

from vanphong.attachments.rules.checks import ALLOWED
from vanphong.attachments.rules.checks import MAX_SIZE
from vanphong.attachments.rules.checks import check_file
from vanphong.attachments.rules.kinds import EXECUTABLE
from vanphong.attachments.rules.kinds import HEAD_SIZE
from vanphong.attachments.rules.kinds import UNKNOWN
from vanphong.attachments.rules.kinds import FileKind
from vanphong.attachments.rules.kinds import extension_of
from vanphong.attachments.rules.kinds import sniff
from vanphong.attachments.rules.names import human_size
from vanphong.attachments.rules.names import safe_filename


__all__ = [
    "ALLOWED",
    "EXECUTABLE",
    "HEAD_SIZE",
    "MAX_SIZE",
    "UNKNOWN",
    "FileKind",
    "check_file",
    "extension_of",
    "human_size",
    "safe_filename",
    "sniff",
]
