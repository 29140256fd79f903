"""How an office treats the files that come to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from enum import StrEnum
from vanphong.attachments.rules.checks import MAX_SIZE
from vanphong.attachments.rules.containers import Limits
from vanphong.attachments.rules.kinds import KINDS
from vanphong.attachments.rules.kinds import FileKind


class Antivirus(StrEnum):
    """What becomes of a file that no scanner has looked into."""

    REQUIRED = "required"
    IF_AVAILABLE = "if-available"
    OFF = "off"


@dataclass(frozen=True)
class Policy:
    """The settings of an administrator, as the pipeline needs them.

    ``max_size`` in bytes; ``ocr_pages`` is the number of pages of one file that are read
    from pictures, about two seconds each.
    """

    antivirus: Antivirus = Antivirus.IF_AVAILABLE
    kinds: Mapping[str, FileKind] = field(default_factory=lambda: dict(KINDS))
    max_size: int = MAX_SIZE
    limits: Limits = field(default_factory=Limits)
    ocr_pages: int = 300
