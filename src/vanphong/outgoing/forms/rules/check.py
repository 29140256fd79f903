"""The check of a draft's form (thể thức) by the program, and what is left to a person."""

from dataclasses import dataclass
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules.check_end import check_end
from vanphong.outgoing.forms.rules.check_head import check_head
from vanphong.outgoing.forms.rules.check_page import check_page
from vanphong.outgoing.forms.rules.facts import DocxFacts
from vanphong.outgoing.forms.rules.findings import DECREE
from vanphong.outgoing.forms.rules.findings import Finding
from vanphong.outgoing.forms.rules.findings import Point
from vanphong.outgoing.forms.rules.findings import annex
from vanphong.outgoing.forms.rules.letter import Letter
from vanphong.outgoing.forms.rules.reader import Reader


#: Worst first.
ORDER = {"error": 0, "warning": 1, "unread": 2, "ok": 3}

FILE = Point("file", f"{DECREE}, Phụ lục I, Phần I")


def check_form(facts: DocxFacts | None, letter: Letter) -> tuple[Finding, ...]:
    """Check a draft against the values of its document; the worst findings first.

    :param facts: None when the draft is no DOCX: everything is left to the appraiser.
    """
    if facts is None:
        return (FILE.unread(_("Cannot be read from the file; please check by eye.")),)
    reader = Reader(facts)
    found = [*check_page(reader), *check_head(reader, letter), *check_end(reader, letter)]
    return tuple(sorted(found, key=lambda finding: ORDER[finding.severity]))


@dataclass(frozen=True)
class Item:
    """A question that the appraiser answers; ``code`` is what an answer is kept under."""

    code: str
    question: str
    article: str


#: What no program can tell.
CHECKLIST = (
    Item(
        "authority",
        _("Is the signer the one with authority, and is the form of signing right?"),
        f"{DECREE}, Điều 13",
    ),
    Item(
        "type",
        _("Is the type of document the right one for what it orders?"),
        f"{DECREE}, Điều 7",
    ),
    Item(
        "subject",
        _("Does the subject say briefly and exactly what the document is about?"),
        annex("II.5"),
    ),
    Item(
        "grounds",
        _("Are the legal grounds complete, in force and cited with number, date and body?"),
        annex("II.6"),
    ),
    Item(
        "citations",
        _("Are documents cited in full the first time, by type and symbol after that?"),
        annex("II.6"),
    ),
    Item(
        "language",
        _("Are capitals, abbreviations and style those of an administrative document?"),
        f"{DECREE}, Phụ lục II",
    ),
    Item(
        "layout",
        _("Are parts, sections, clauses and points in their order and look?"),
        annex("II.6"),
    ),
    Item(
        "recipients",
        _("Do the recipients and the number of copies go with what the document is for?"),
        annex("II.9"),
    ),
    Item(
        "levels",
        _("Is the degree of urgency right, and does nothing in it belong to state secrets?"),
        f"{DECREE}, Điều 10",
    ),
    Item(
        "annexes",
        _("Are all annexes there, named in the text and numbered?"),
        annex("III.1"),
    ),
)
