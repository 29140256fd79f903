"""What is wrong with a row, or worth knowing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any


ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True)
class Finding:
    """One remark on a row: ``text`` is a message id, ``mapping`` what stands in it."""

    level: str
    column: str
    text: str
    mapping: tuple[tuple[str, Any], ...] = ()


def error(column: str, text: str, **mapping: Any) -> Finding:
    """Make a remark that keeps the row out."""
    return Finding(ERROR, column, text, tuple(sorted(mapping.items())))


def warning(column: str, text: str, **mapping: Any) -> Finding:
    """Make a remark that does not."""
    return Finding(WARNING, column, text, tuple(sorted(mapping.items())))


def is_wrong(findings: Iterable[Finding]) -> bool:
    """Tell whether the row stays out."""
    return any(one.level == ERROR for one in findings)
