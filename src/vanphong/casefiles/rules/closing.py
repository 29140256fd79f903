"""What stands between an open file and its closing, and how each of it is mended.

Decree 30/2020/NĐ-CP, Article 29.5: who closes a file looks through it, takes duplicates and
drafts out, sets the retention again, and fills in what is missing.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from enum import StrEnum
from vanphong.casefiles.rules.retention import PERMANENT
from vanphong.casefiles.rules.retention import is_shorter
from vanphong.casefiles.rules.retention import period_text
from vanphong.errors import mark as _


CLOSE_RULE = "Nghị định 30/2020/NĐ-CP, Điều 29"


class Kind(StrEnum):
    """What was found."""

    EMPTY = "empty"
    FIELD = "field"
    RETENTION = "retention"
    OPEN_TASK = "open-task"
    OPEN_STEP = "open-step"
    DRAFT = "draft"
    DUPLICATE = "duplicate"
    MISSING = "missing"
    NO_PAGES = "no-pages"
    NO_FILE = "no-file"
    GONE = "gone"


class Mend(StrEnum):
    """How it is mended: on the page itself, or where its link leads."""

    NOTHING = ""
    FILE = "file"  # the particulars of the file
    RETENTION = "retention"
    TASK = "task"  # the page of the task
    DOCUMENT = "document"  # the page of the document
    TAKE_OUT = "take-out"
    PAGES = "pages"


#: What may be closed with when whoever closes says so; all other findings refuse.
BEARABLE = frozenset({Kind.NO_FILE, Kind.NO_PAGES, Kind.MISSING})

#: States of an outgoing document before it has a number.
DRAFTS = frozenset(
    {"draft", "consulting", "unit_review", "appraisal", "awaiting_signature", "signed"}
)


@dataclass(frozen=True)
class Finding:
    """One thing that was found; ``number`` is that of the document in the file, 0 for the file."""

    kind: Kind
    text: str
    mapping: Mapping[str, object] = field(default_factory=dict)
    number: int = 0
    document_uid: str = ""
    path: str = ""
    mend: Mend = Mend.NOTHING

    @property
    def is_bearable(self) -> bool:
        """Whether a file may be closed with it."""
        return self.kind in BEARABLE


@dataclass(frozen=True)
class EntryFacts:
    """A document of the file as the checks see it.

    ``open_steps`` are the titles of who has yet to do something; ``hashes`` those of its
    files; ``is_imported`` that it is a record only, which came with a package.
    """

    number: int
    document_uid: str
    path: str = ""
    label: str = ""
    direction: str = ""
    state: str = ""
    symbol: str = ""
    subject: str = ""
    organ_name: str = ""
    issued_date: date | None = None
    pages: int = 0
    open_steps: tuple[str, ...] = ()
    hashes: tuple[str, ...] = ()
    is_imported: bool = False
    is_gone: bool = False


@dataclass(frozen=True)
class FileFacts:
    """The particulars of the file as the checks see them.

    ``least`` is the retention that the rules ask for, None where they are silent;
    ``lower_approved`` that somebody entitled has approved a shorter one.
    """

    title: str
    notation: str
    start: date | None
    end: date | None
    rights: str = ""
    years: int = PERMANENT
    least: int | None = None
    lower_approved: bool = False


@dataclass(frozen=True)
class OpenWork:
    """Work that belongs to the file, to none of its documents, and has not ended."""

    title: str
    who: str
    path: str


def findings(
    file: FileFacts, entries: Iterable[EntryFacts], work: Iterable[OpenWork] = ()
) -> tuple[Finding, ...]:
    """All that was found: of the file first, its open work, then its documents in their order."""
    listed = tuple(entries)
    found = [*_of_file(file, bool(listed)), *map(_of_work, work)]
    seen: dict[str, EntryFacts] = {}
    for entry in listed:
        found += _of_entry(entry)
        first = next((seen[one] for one in entry.hashes if one in seen), None)
        if first is not None:
            found.append(_duplicate(entry, first))
        for one in entry.hashes:
            seen.setdefault(one, entry)
    return tuple(found)


def refusing(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those for which a file is not closed, whoever says so."""
    return tuple(one for one in found if not one.is_bearable)


def _of_file(file: FileFacts, has_entries: bool) -> Iterator[Finding]:
    if not has_entries:
        yield Finding(Kind.EMPTY, _("The file holds no document."))
    named = (
        (file.title, _("The file has no title.")),
        (file.notation, _("The file has no number and symbol.")),
        (file.start, _("The file has no day of beginning.")),
        (file.rights, _("The file has no mode of use.")),
    )
    for value, text in named:
        if not value:
            yield Finding(Kind.FIELD, text, mend=Mend.FILE)
    if file.start and file.end and file.end < file.start:
        yield Finding(Kind.FIELD, _("The file ends before it begins."), mend=Mend.FILE)
    least = file.least
    if least is not None and is_shorter(file.years, least) and not file.lower_approved:
        yield Finding(
            Kind.RETENTION,
            _("The retention of ${now} is lower than the rules ask for: ${least}."),
            {"now": period_text(file.years), "least": period_text(least)},
            mend=Mend.RETENTION,
        )


def _of_work(work: OpenWork) -> Finding:
    text = _("The task “${task}” has not ended: ${who}.")
    said = {"task": work.title, "who": work.who}
    return Finding(Kind.OPEN_TASK, text, said, path=work.path, mend=Mend.TASK)


def _of_entry(entry: EntryFacts) -> Iterator[Finding]:
    def finding(kind: Kind, text: str, mend: Mend, **mapping: object) -> Finding:
        said = {"document": entry.label or entry.symbol or entry.subject, **mapping}
        return Finding(kind, text, said, entry.number, entry.document_uid, entry.path, mend)

    if entry.is_gone:
        yield finding(Kind.GONE, _("The document is not there any more."), Mend.TAKE_OUT)
        return
    if entry.open_steps:
        who = "; ".join(entry.open_steps)
        text = _("“${document}” is still being handled: ${who}.")
        yield finding(Kind.OPEN_STEP, text, Mend.DOCUMENT, who=who)
    if entry.direction == "out" and entry.state in DRAFTS:
        text = _("“${document}” is a draft; drafts are taken out.")
        yield finding(Kind.DRAFT, text, Mend.TAKE_OUT)
    if not (entry.subject and entry.organ_name and (entry.issued_date or entry.is_imported)):
        text = _("“${document}” lacks its date, issuing body or subject.")
        yield finding(Kind.MISSING, text, Mend.DOCUMENT)
    if not entry.pages:
        text = _("“${document}” has no number of pages.")
        yield finding(Kind.NO_PAGES, text, Mend.PAGES)
    if not entry.hashes:
        text = _("“${document}” has no file; its paper must be in the file.")
        yield finding(Kind.NO_FILE, text, Mend.DOCUMENT)


def _duplicate(entry: EntryFacts, first: EntryFacts) -> Finding:
    return Finding(
        Kind.DUPLICATE,
        _("“${document}” has the same content as number ${first}; one of them is taken out."),
        {"document": entry.label or entry.symbol or entry.subject, "first": first.number},
        entry.number,
        entry.document_uid,
        entry.path,
        Mend.TAKE_OUT,
    )
