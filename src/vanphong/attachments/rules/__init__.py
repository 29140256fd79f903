"""What may be attached, and how far a file has come: kind, size, content, name, progress."""

from vanphong.attachments.rules.allowed import format_kinds
from vanphong.attachments.rules.allowed import parse_kinds
from vanphong.attachments.rules.checks import ALLOWED
from vanphong.attachments.rules.checks import MAX_SIZE
from vanphong.attachments.rules.checks import PASSWORD
from vanphong.attachments.rules.checks import check_file
from vanphong.attachments.rules.checks import refusal
from vanphong.attachments.rules.containers import CONTAINERS
from vanphong.attachments.rules.containers import Limits
from vanphong.attachments.rules.containers import check_container
from vanphong.attachments.rules.documents import check_content
from vanphong.attachments.rules.kinds import EXECUTABLE
from vanphong.attachments.rules.kinds import HEAD_SIZE
from vanphong.attachments.rules.kinds import KINDS
from vanphong.attachments.rules.kinds import UNKNOWN
from vanphong.attachments.rules.kinds import FileKind
from vanphong.attachments.rules.kinds import extension_of
from vanphong.attachments.rules.kinds import sniff
from vanphong.attachments.rules.names import human_size
from vanphong.attachments.rules.names import safe_filename
from vanphong.attachments.rules.policy import Antivirus
from vanphong.attachments.rules.policy import Policy
from vanphong.attachments.rules.progress import CHECK
from vanphong.attachments.rules.progress import PREVIEW
from vanphong.attachments.rules.progress import READ
from vanphong.attachments.rules.progress import STAGES
from vanphong.attachments.rules.progress import WARNINGS
from vanphong.attachments.rules.progress import WHY
from vanphong.attachments.rules.progress import Progress
from vanphong.attachments.rules.progress import Stage
from vanphong.attachments.rules.progress import State
from vanphong.attachments.rules.progress import held
from vanphong.attachments.rules.progress import released


__all__ = [
    "ALLOWED",
    "CHECK",
    "CONTAINERS",
    "EXECUTABLE",
    "HEAD_SIZE",
    "KINDS",
    "MAX_SIZE",
    "PASSWORD",
    "PREVIEW",
    "READ",
    "STAGES",
    "UNKNOWN",
    "WARNINGS",
    "WHY",
    "Antivirus",
    "FileKind",
    "Limits",
    "Policy",
    "Progress",
    "Stage",
    "State",
    "check_container",
    "check_content",
    "check_file",
    "extension_of",
    "format_kinds",
    "held",
    "human_size",
    "parse_kinds",
    "refusal",
    "released",
    "safe_filename",
    "sniff",
]
