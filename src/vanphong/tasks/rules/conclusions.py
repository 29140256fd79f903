"""Which lines of a notice of conclusions (thông báo kết luận) ask for something, and of whom.

All of it is proposed only: a person ticks the lines and names who does them.
"""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from vanphong.tasks.rules.deadlines import deadline_in
from vanphong.tasks.rules.lines import PLAIN
from vanphong.tasks.rules.lines import Line
from vanphong.tasks.rules.units import Found
from vanphong.tasks.rules.units import Known
from vanphong.tasks.rules.units import found_in
from vanphong.tasks.rules.units import plain


#: Behind these words the conclusions begin.
BEGINS = (
    "ket luan nhu sau",
    "ket luan chi dao nhu sau",
    "chi dao nhu sau",
    "mot so noi dung sau",
    "cac noi dung sau",
    "giao nhiem vu nhu sau",
)

#: Here they end.
ENDS = ("noi nhan",)

#: So many units named in one line are not one lead with helpers: each gets the task.
EACH = 3

#: Lines of fewer words ask for nothing by themselves.
FEWEST_WORDS = 5

#: Who is named behind these words helps.
_HELPS = ("phoi hop voi", "phoi hop cung", "phoi hop", "cung voi", "cung cac co quan")

#: Words of a sentence that gives work, in its middle or at its beginning.
ASKS = (
    "giao",
    "yeu cau",
    "chu tri",
    "khan truong",
    "tham muu",
    "to chuc",
    "trien khai",
    "ra soat",
    "bao cao",
    "kiem tra",
    "huong dan",
    "phoi hop",
    "thuc hien",
    "theo doi",
    "phan cong",
    "cung cap",
    "xay dung",
    "hoan thanh",
    "chi dao",
    "tap trung",
    "de nghi",
    "dam bao",
    "ap dung",
)


@dataclass(frozen=True)
class Proposal:
    """What is proposed for a line.

    ``asks`` ticks it; of several ``leads`` each gets a task of its own. ``heading`` is the line
    above that names who does it, "" without one.
    """

    line: Line
    asks: bool = False
    leads: tuple[str, ...] = ()
    coordinators: tuple[str, ...] = ()
    due: date | None = None
    heading: str = ""


def proposals(lines: Sequence[Line], known: Iterable[Known], today: date) -> tuple[Proposal, ...]:
    """A proposal for each line of a text, in its order."""
    known = tuple(known)
    first, last = _range(lines)
    above: list[tuple[int, tuple[str, ...], str]] = []
    found = []
    for place, line in enumerate(lines):
        named = found_in(line.text, known)
        leads, helps = _parts(line.text, named)
        is_heading = line.text.rstrip().endswith(":") or _is_title(lines, place)
        above = [one for one in above if one[0] < line.level]
        inherited = next((one for one in reversed(above) if one[1]), None)
        if is_heading:
            above.append((line.level, leads, line.text))
            found.append(Proposal(line))
            continue
        within = first <= place < last
        asks = within and line.level != PLAIN and _asks(line.text)
        asks = asks or (within and _gives(line.text))
        if not leads and inherited is not None:
            leads = tuple(one for one in inherited[1] if one not in helps)
        found.append(
            Proposal(
                line,
                asks,
                leads,
                helps,
                deadline_in(line.text, today) if within else None,
                "" if inherited is None else inherited[2],
            )
        )
    return tuple(found)


def _range(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the conclusions begin and end; all of the text when nothing tells."""
    first, last = 0, len(lines)
    for place, line in enumerate(lines):
        told = plain(line.text)
        if any(f"{words} " in told[-60:] for words in BEGINS):
            first = place + 1
        if any(told.startswith(f" {words}") for words in ENDS):
            last = place
            break
    return (first, last) if first < last else (0, len(lines))


def _is_title(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is the title of the deeper ones below: “1. Về việc …” and then text."""
    line = lines[place]
    return line.level <= 1 and plain(line.text)[1:].partition(" ")[2].startswith("ve ")


def _parts(text: str, named: Sequence[Found]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who leads and who helps, of the units that a line names."""
    told = plain(text)
    starts = [told.find(f" {words} ") for words in _HELPS]
    help_from = min((start for start in starts if start >= 0), default=len(told))
    before = [one.uid for one in named if one.start < help_from]
    helps = [one.uid for one in named if one.start > help_from]
    if len(before) >= EACH:
        return tuple(before), tuple(helps)
    return tuple(before[:1]), (*before[1:], *helps)


def _asks(text: str) -> bool:
    """Whether an item of a list asks for something."""
    told = plain(text)
    return len(told.split()) >= FEWEST_WORDS and any(f" {word} " in told for word in ASKS)


def _gives(text: str) -> bool:
    """Whether a sentence outside of a list gives work to somebody."""
    told = plain(text)
    return any(told.startswith(f" {word} ") for word in ("giao", "yeu cau", "de nghi"))
