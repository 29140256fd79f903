"""“Nơi nhận”: who gets a letter, as named at its end (Decree 30/2020, Annex I, Part I.II.9)."""

from collections.abc import Iterator
from collections.abc import Sequence
from vanphong.documents.rules.head.layout import Line
import re


#: What stands before each of them.
_DASH = re.compile(r"(?:^|\s)[-–—~_•+=»]\s*")

#: “(b/c)”, “(để b/c)”: the reader of scans has many letters for its slash and its last one.
_REPORT = re.compile(r"\(\s*(để)?[\s;–-]*b\s?[/íìïiIlÏ1|]{1,2}[c©€¢e]?\s?\)")

#: “Như trên” without the letter that is lost most easily.
_ABOVE = re.compile(r"^Như t[eê]n$")


def heading(lines: Sequence[Line]) -> Line | None:
    """The line “Nơi nhận:”; the last one, for a text may have such words."""
    found = [line for line in lines if re.match(r"^\W*noi nh[ae]n\b", line.folded)]
    return found[-1] if found else None


def recipients(lines: Sequence[Line]) -> Iterator[tuple[str, str, list[Line]]]:
    """Yield the recipients as one text, the archive's line with them."""
    start = heading(lines)
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
        yield "named_recipients", "; ".join(entries(text)), found


def entries(text: str) -> list[str]:
    """The recipients in a text, each without its dash and the sign behind it."""
    text = _REPORT.sub(lambda one: "(để b/c)" if one[1] else "(b/c)", text)
    parts = (part.strip(" ;.,:").lstrip("-–—~_•+=» ") for part in _DASH.split(text))
    return [_ABOVE.sub("Như trên", part) for part in parts if part]
