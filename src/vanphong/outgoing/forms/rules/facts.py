"""What can be read off a DOCX for the check of its form; lengths in mm, sizes in points."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """A piece of text with the look that it really has, styles resolved."""

    text: str
    font: str = ""
    size: float | None = None
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    colour: str = ""


@dataclass(frozen=True)
class Block:
    """A paragraph. ``line`` is the spacing of its lines as a multiple, None where it is exact."""

    runs: tuple[Run, ...]
    align: str = "left"
    first_indent: float = 0
    before: float = 0
    after: float = 0
    line: float | None = 1
    in_table: bool = False

    @property
    def text(self) -> str:
        """All its text; ``\\n`` where a line is broken by hand."""
        return "".join(run.text for run in self.runs if not run.hidden)


@dataclass(frozen=True)
class PageNumber:
    """Where a page number stands: ``place`` is head or foot, ``align`` left, center or right."""

    place: str
    align: str
    size: float | None = None


@dataclass(frozen=True)
class Page:
    """The pages of a section; the numbers on its first and on its further pages."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number: PageNumber | None = None
    first_number: PageNumber | None = None


@dataclass(frozen=True)
class DocxFacts:
    """A whole document: sections, and paragraphs in their order, those of tables too.

    ``changes`` and ``comments`` tell of tracked changes and comments left in the file.
    """

    pages: tuple[Page, ...]
    blocks: tuple[Block, ...]
    changes: bool = False
    comments: bool = False
