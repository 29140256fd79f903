"""Finding one's way in the facts of a draft: head, title, body and end."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from vanphong.documents.rules import fold
from vanphong.outgoing.forms.rules import words
from vanphong.outgoing.forms.rules.facts import Block
from vanphong.outgoing.forms.rules.facts import DocxFacts
import re


RECIPIENTS = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)

#: The line of the copy that is kept, the last of the recipients.
KEPT = re.compile(r"[-–]?\s*lưu\s*:\s*(.*)", re.IGNORECASE)

#: What a recipient begins with.
DASHES = ("-", "–", "+", "Lưu")

#: Lines of the block of a signer, at most: a long list of recipients goes on below it.
SIGNER = 8

#: Lines of the head and of the title, at most.
HEAD = 30


@dataclass(frozen=True)
class Line:
    """A line as a person sees it, in composed letters without needless spaces."""

    text: str
    block: Block


class Reader:
    """The lines of a draft."""

    def __init__(self, facts: DocxFacts):
        self.facts = facts

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """All lines that say something."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        for block in self.facts.blocks:
            for part in block.text.split("\n"):
                text = words.clean(part)
                if text:
                    yield Line(text, block)

    @property
    def head(self) -> tuple[Line, ...]:
        """The first lines."""
        return self.lines[:HEAD]

    def find(self, pattern: re.Pattern[str]) -> Line | None:
        """The first line of the head that is like this."""
        return next((line for line in self.head if pattern.fullmatch(line.text)), None)

    def has(self, text: str) -> bool:
        """Whether the document says this, whatever letters and lines it is written in."""
        wanted = squeezed(text)
        return bool(wanted) and wanted in self.squeezed

    @cached_property
    def squeezed(self) -> str:
        """The whole text without accents, capitals and signs."""
        return squeezed(" ".join(line.text for line in self.lines))

    @cached_property
    def _recipients(self) -> int | None:
        """Index of the line “Nơi nhận”: of the last one, the enclosed have none."""
        found = [at for at, line in enumerate(self.lines) if RECIPIENTS.fullmatch(line.text)]
        return found[0] if found else None

    @property
    def recipients(self) -> tuple[Line, ...]:
        """The lines below “Nơi nhận”, those of the signer beside them left out."""
        if self._recipients is None:
            return ()
        found: list[Line] = []
        between = 0
        for line in self.lines[self._recipients + 1 :]:
            if line.text.startswith(DASHES):
                found.append(line)
                between = 0
            elif self._goes_on(found, line) and between < SIGNER:
                between += 1
            else:
                break
        return tuple(found)

    def _goes_on(self, found: list[Line], line: Line) -> bool:
        """Whether a long list may go on behind this line, which is one of the signer."""
        is_over = bool(found) and KEPT.fullmatch(found[-1].text) is not None
        return line.block.in_table and not is_over

    @property
    def has_recipients(self) -> bool:
        """Whether there is a line “Nơi nhận”."""
        return self._recipients is not None

    @cached_property
    def end(self) -> tuple[Line, ...]:
        """The lines from “Nơi nhận” on, or the last ones."""
        if self._recipients is None:
            return self.lines[-HEAD:]
        # the recipients stand left of the signer, or below both signers of minutes
        return self.lines[max(self._recipients - 8, 0) :]

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines of the text: outside of tables, before the end."""
        last = len(self.lines) if self._recipients is None else self._recipients
        return tuple(line for line in self.lines[:last] if not line.block.in_table)


def squeezed(text: str) -> str:
    """A text for comparing: letters and digits only, without accents and capitals."""
    return "".join(re.findall(r"\w+", fold(text)))
