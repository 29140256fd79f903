"""The end of a letter: who signed, and who gets it (Decree 30/2020, Annex I.II.7 and II.9)."""

from collections.abc import Iterator
from collections.abc import Sequence
from vanphong.documents.rules.head.layout import Line
from vanphong.documents.rules.head.names import proper_case
import re


_POSITION = re.compile(
    r"\b(?:chu tich|giam doc|truong|chanh|bi thu|cuc truong|bo truong|thu truong|thu tuong"
    r"|vien truong|hieu truong|pho|uy vien|doi truong|tong bien tap)\b"
)
_AUTHORITY = re.compile(r"^\W*(TM|KT|TL|TUQ|Q)\b[.,]?\s*")

Found = tuple[str, str, list[Line]]


def signer(lines: Sequence[Line]) -> Iterator[Found]:
    """Yield (field, value, lines) of the signer's position and name."""
    start = _recipients_at(lines)
    page = max((line.box.page for line in lines), default=0)
    right = [
        line
        for line in lines
        if line.middle > 0.5
        and line.box.page == page
        and (line.box.top > 0.4 if start is None else line.box.top > start.box.top - 0.02)
    ]
    positions = [line for line in right if line.is_capital and _POSITION.search(line.folded)]
    if not positions:
        return
    last, title = positions[-1], _title(positions)
    if not title:
        return
    yield "signer_position", title, [last]
    below = [line for line in right if line.box.top > last.box.bottom and _is_name(line.text)]
    if below:
        yield "signer_name", below[-1].text.strip(" .,"), [below[-1]]


def _title(positions: Sequence[Line]) -> str:
    """The position of who signed: the last line, or what the line above it tells of it.

    The seal often hides the last one. “KT.” is the deputy's (Article 13.1); below “TL.” and
    “TUQ.” stands another position, which cannot be guessed.
    """
    *above, last = positions
    title = _plain(last)
    deputy = next((line for line in (last, *reversed(above)) if _prefix(line) == "kt"), None)
    if deputy is not None and (deputy is last or len(title.split()) < 2):
        return f"Phó {_plain(deputy)}"
    return "" if _prefix(last) in ("tl", "tuq") else title


def _prefix(line: Line) -> str:
    found = _AUTHORITY.match(line.text)
    return "" if found is None else found[1].lower()


def _plain(line: Line) -> str:
    title = proper_case(re.sub(r"[^\w\s]+", "", _AUTHORITY.sub("", line.text)).strip())
    title = re.sub(r"^h?ó (?=\w)", "Phó ", title.replace("văn phòng", "Văn phòng"), flags=re.I)
    return re.sub(r"^Phó (\w)", lambda found: f"Phó {found[1].upper()}", title)


def recipients(lines: Sequence[Line]) -> Iterator[Found]:
    """Yield the recipients as one text, the archive's line with them."""
    start = _recipients_at(lines)
    if start is None:
        return
    found = []
    for line in lines:
        below = line.box.page == start.box.page and line.box.top > start.box.top + 0.005
        if below and line.box.left < 0.3 and line.middle < 0.5:
            found.append(line)
            if line.folded.lstrip("- ").startswith("luu"):
                break
    if found:
        text = " ".join(line.text for line in found)
        yield "recipients", "; ".join(_entries(text)), found


def _entries(text: str) -> list[str]:
    parts = re.split(r"(?:^|\s)[-–~_•]\s*", text)
    return [entry for part in parts if (entry := part.strip(" ;.,"))]


def _recipients_at(lines: Sequence[Line]) -> Line | None:
    found = [line for line in lines if re.match(r"^\W*noi nh[ae]n\b", line.folded)]
    return found[-1] if found else None


def _is_name(text: str) -> bool:
    """Two to five words, each with a capital initial only."""
    words = text.strip(" .,").split()
    return 2 <= len(words) <= 5 and all(word.isalpha() and word.istitle() for word in words)
