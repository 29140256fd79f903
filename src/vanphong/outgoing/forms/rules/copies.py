"""What stands on a copy: items for ``drawing``, in points (Annex I, Part II; forms 3.1, 3.2)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from typing import Any
from vanphong.documents.rules import format_symbol
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.letter import UNSIGNED
from vanphong.outgoing.forms.rules.letter import Signer


#: How the types of copies are written on a copy, by their codes (``documents.rules.COPY_TYPES``).
KINDS = {"ban-sao-y": "SAO Y", "ban-sao-luc": "SAO LỤC", "ban-trich-sao": "TRÍCH SAO"}

MM = 72 / 25.4

#: The text is 160 mm wide; left and right column of the block.
WIDTH = 160 * MM
LEFT, RIGHT = 32 * MM, 114 * MM

#: Room for signature and seal.
SEAL = 75

Item = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Block:
    """The elements of a paper copy: the copying body, number, place, date, signer, recipients.

    ``notation`` is all behind the number, ``SY-UBND``; the three kinds share one counter.
    """

    kind: str
    body_name: str
    notation: str
    place: str
    superior: str = ""
    number: int | None = None
    day: date | None = None
    signer: Signer = UNSIGNED
    recipients: tuple[str, ...] = ()


def kind_words(kind: str) -> str:
    """``SAO Y``.

    :raises InvalidInput: there is no such form of copy.
    """
    if kind not in KINDS:
        raise InvalidInput(
            _("“${kind}” is not a form of copy; there are ${kinds}."),
            field="kind",
            kind=kind,
            kinds=", ".join(KINDS),
        )
    return KINDS[kind]


def mark_items(kind: str, body_name: str, moment: datetime) -> list[Item]:
    """The mark of an electronic copy: three lines of 10 points, from the top right corner."""
    lines = (kind_words(kind), words.clean(body_name), moment.isoformat(timespec="seconds"))
    return [
        {"text": line, "x": -20 * MM, "y": -6 * MM - 11.5 * at, "size": 10, "align": "right"}
        for at, line in enumerate(lines)
    ]


def print_items(who: str, moment: datetime) -> list[Item]:
    """The foot of a print, from the bottom left corner."""
    text = f"In từ hệ thống lúc {moment:%H:%M} ngày {moment:%d/%m/%Y}; người in: {who}"
    return [{"text": text, "x": 30 * MM, "y": 6 * MM, "size": 8, "grey": 110}]


def block_items(block: Block) -> tuple[list[Item], float]:
    """The block of a paper copy, from its top left corner downwards, and its height."""
    column = _Column(LEFT)
    if block.superior:
        column.lines(words.capital_lines(block.superior), 13)
    names = words.capital_lines(block.body_name)
    column.lines(names, 13, "Bold")
    column.rule(words.rule_width(names[-1] if names else "", words.BODY_RULES) * MM)
    number = (
        words.NUMBER_BLANK + "/" + block.notation
        if block.number is None
        else format_symbol(block.number, block.notation)
    )
    column.lines([f"Số: {number}"], 13)
    right = _Column(RIGHT)
    right.lines([kind_words(block.kind)], 14, "Bold")
    right.at = column.at + 15
    right.lines([words.place_date(block.place, block.day)], 14, "Italic")
    right.at -= 8
    right.lines([words.clean(line).upper() for line in block.signer.lines], 14, "Bold")
    recipients = _Column(0, "left", at=right.at + 16.5 * len(block.signer.lines))
    right.at -= SEAL
    right.lines([words.clean(block.signer.name)], 14, "Bold")
    recipients.lines(["Nơi nhận:"], 12, "BoldItalic")
    listed = words.listed([*block.recipients, "Lưu: VT"])
    recipients.lines([f"- {line}" for line in listed], 11)
    height = -min(right.at, recipients.at)
    items = [*column.items, *right.items, *recipients.items]
    return [{"rule": WIDTH, "x": 0, "y": 0}, *items], height


class _Column:
    """Lines below each other; ``at`` is how far down the column has come."""

    def __init__(self, x: float, align: str = "center", at: float = -8):
        self.x, self.align, self.at = x, align, at
        self.items: list[Item] = []

    def lines(self, texts: Iterable[str], size: float, style: str = "Regular") -> None:
        """Add lines of this size."""
        for text in texts:
            self.at -= size * 1.18
            if text:
                place = {"x": self.x, "y": self.at, "align": self.align}
                self.items.append({"text": text, "size": size, "style": style, **place})

    def rule(self, length: float) -> None:
        """Add a line in the middle of the column."""
        self.at -= 4
        self.items.append({"rule": length, "x": self.x - length / 2, "y": self.at})
        self.at -= 4
