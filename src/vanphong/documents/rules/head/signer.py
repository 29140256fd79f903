"""The end of a letter: who signed it (Decree 30/2020, Annex I, Part I.II.7)."""

from collections.abc import Iterator
from collections.abc import Sequence
from difflib import SequenceMatcher
from vanphong.documents.rules.head.layout import Line
from vanphong.documents.rules.head.names import proper_case
from vanphong.documents.rules.head.recipients import heading
from vanphong.documents.rules.keys import fold
import re


_POSITION = re.compile(
    r"\b(?:chu tich|giam doc|truong|chanh|bi thu|cuc truong|bo truong|thu truong|thu tuong"
    r"|vien truong|hieu truong|pho|uy vien|doi truong|tong bien tap"
    r"|nguoi (?:viet|lam) don)\b"
)
_AUTHORITY = re.compile(r"^\W*(TM|KT|TL|TUQ|Q)\b[.,]?\s*")

#: How sure the reader must be of a name below a seal; less are strokes of a signature.
READABLE = 0.5

#: How sure a line is that was read below a seal, as a part of what its reader says.
BELOW_SEAL = 0.8

#: Positions, for what was read badly below a seal.
_KNOWN = (
    "Chủ tịch",
    "Phó Chủ tịch",
    "Giám đốc",
    "Phó Giám đốc",
    "Cục trưởng",
    "Chi cục trưởng",
    "Chánh Văn phòng",
    "Phó Chánh Văn phòng",
    "Trưởng phòng",
    "Phó Trưởng phòng",
    "Trưởng ban",
    "Bí thư",
    "Phó Bí thư Thường trực",
)

#: From here on a line that was read below a seal is one of them.
_LIKE = 0.72

Found = tuple[str, str, list[Line]]


def signer(lines: Sequence[Line]) -> Iterator[Found]:
    """Yield (field, value, lines) of the signer's position and name."""
    start = heading(lines)
    page = max((line.box.page for line in lines), default=0)
    right = [
        line
        for line in lines
        if line.middle > 0.5
        and line.box.page == page
        and (line.box.top > 0.4 if start is None else line.box.top > start.box.top - 0.02)
    ]
    positions = [
        line for line in _whole(right) if line.is_capital and _POSITION.search(line.folded)
    ]
    if not positions:
        return
    last, title = positions[-1], _title(positions)
    if not title:
        return
    yield "signer_position", title, [last]
    below = [line for line in right if line.box.top > last.box.bottom and _is_name(line.text)]
    if below:
        yield "signer_name", below[-1].text.strip(" .,"), [below[-1]]


def _whole(lines: Sequence[Line]) -> list[Line]:
    """The lines, with “PHÓ” put before the rest of its line, which a seal has cut off."""
    found: list[Line] = []
    for line in lines:
        last = found[-1] if found else None
        beside = last is not None and abs(last.box.top - line.box.top) < 0.008
        if last is not None and beside and last.folded.strip(" .:") == "pho":
            found[-1] = Line((*last.words, *line.words))
        else:
            found.append(line)
    return found


def below_seal(lines: Sequence[Line]) -> Iterator[Found]:
    """Yield position and name among lines that were read once more without the seal.

    Letters are missing there, so the position is compared with those there are.
    """
    yield from _position_below(lines)
    names = [(line, name) for line in lines if (name := _name_in(line))]
    if names:
        line, name = names[-1]
        yield "signer_name", name, [line]


def _position_below(lines: Sequence[Line]) -> Iterator[Found]:
    authority = [line for line in lines if _prefix(line)]
    for line in reversed(lines):
        text = re.sub(r"[^A-ZĐ ]+", "", bare_capitals(line.text)).strip()
        if _prefix(line) or len(text) < 4:
            continue
        title = max(_KNOWN, key=lambda one: _alike(bare_capitals(one.upper()), text))
        if _alike(bare_capitals(title.upper()), text) < _LIKE:
            continue
        is_deputy = bool(authority) and _prefix(authority[-1]) == "kt"
        if is_deputy and not title.startswith("Phó "):
            title = f"Phó {title}"
        yield "signer_position", title, [line]
        return


def bare_capitals(text: str) -> str:
    """Capitals without accents; small letters are left as they are."""
    return "".join(fold(one).upper() if one.isupper() and one.strip() else one for one in text)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.replace(" ", ""), other.replace(" ", "")).ratio()


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


def _name_in(line: Line) -> str:
    """The name in a line, without the specks at its edges; "" for what is none."""
    if line.confidence < READABLE:
        return ""
    name = re.sub(r"^[\W_\d]+|[\W_\d]+$", "", line.text)
    return name if _is_name(name) and min(map(len, name.split())) > 1 else ""


def _is_name(text: str) -> bool:
    """Two to five words, each with a capital initial only."""
    words = text.strip(" .,").split()
    return 2 <= len(words) <= 5 and all(word.isalpha() and word.istitle() for word in words)
