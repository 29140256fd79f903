"""Words of plain text and of XML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
import re


_TAG = re.compile(r"<!\[CDATA\[|\]\]>|<!--.*?-->|<[^>]{0,10000}>", re.DOTALL)

#: Values longer than this are files within the message, not words.
LONGEST_WORD = 200


def text(source: str, found: dict[str, Any]) -> Iterator[str]:
    """The text as it is."""
    yield Path(source).read_text(encoding="utf-8-sig", errors="replace")


def markup(source: str, found: dict[str, Any]) -> Iterator[str]:
    """What stands between the tags; nothing is parsed, so no entity means anything."""
    raw = Path(source).read_text(encoding="utf-8-sig", errors="replace")
    words = (word for word in _TAG.sub(" ", raw).split() if len(word) <= LONGEST_WORD)
    yield " ".join(words)
