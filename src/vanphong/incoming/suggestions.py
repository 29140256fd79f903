"""What a scan suggests for the fields of its registration. Nothing here is stored."""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from typing import BinaryIO
from unicodedata import normalize
from vanphong.attachments import child
from vanphong.attachments import intake
from vanphong.attachments import reading
from vanphong.attachments.places import Pages
from vanphong.attachments.previews import WIDTHS
from vanphong.documents import duplicates
from vanphong.documents import heads
from vanphong.documents import secrets
from vanphong.documents.rules import similar
from vanphong.documents.rules.head import Head
from vanphong.documents.rules.head import Reading


#: The fields that a head can fill, in the order of the form.
FIELDS = (
    "organ_name",
    "symbol",
    "issued_date",
    "subject",
    "document_type",
    "signer_position",
    "signer_name",
    "named_recipients",
    "urgency",
    "page_amount",
)

#: A file with no more pages than this is shown whole; of others the first and the last page.
SHOWN = 5

#: Seconds of CPU time for the picture of one page, and for the words of a file without pages.
DRAWING = 5
READING = 10


@dataclass(frozen=True)
class Suggestion:
    """The value of a field; ``shown`` is how a form writes it."""

    value: str
    reading: Reading

    @property
    def shown(self) -> str:
        """Days as 09/08/2026."""
        try:
            return f"{date.fromisoformat(self.value):%d/%m/%Y}"
        except ValueError:
            return self.value

    @property
    def is_doubtful(self) -> bool:
        """Whether the clerk should look twice."""
        return self.reading.is_doubtful

    @property
    def place(self) -> dict[str, float] | None:
        """Page from 1, and the box in per cent of the page; None for what stands nowhere."""
        box = self.reading.box
        if box is None:
            return None
        sides = (box.left, box.top, box.right - box.left, box.bottom - box.top)
        names = ("left", "top", "width", "height")
        found = {name: round(100 * side, 2) for name, side in zip(names, sides, strict=True)}
        return {"page": box.page + 1, **found}

    def as_json(self) -> dict[str, Any]:
        """For programs, and for the form's own script."""
        return {
            "value": self.value,
            "shown": self.shown,
            "confidence": self.reading.confidence,
            "doubtful": self.is_doubtful,
            "place": self.place,
        }


@dataclass(frozen=True)
class Suggestions:
    """All that was read; ``unread`` says why a page was not, see ``rules.WHY``.

    ``same`` are the documents that have the very same file already, ``like`` those whose text
    looks alike; ``text`` is the beginning of its own.
    """

    fields: dict[str, Suggestion] = field(default_factory=dict)
    pages: int = 0
    unread: str = ""
    images: list[dict[str, Any]] = field(default_factory=list)
    same: list[duplicates.Alike] = field(default_factory=list)
    like: list[duplicates.Alike] = field(default_factory=list)
    text: str = ""

    def hits(self, page: int) -> list[dict[str, Any]]:
        """Where the values stand on a page, for the macro ``viewer``."""
        places = {name: one.place for name, one in self.fields.items()}
        return [
            {"field": name, **place}
            for name, place in places.items()
            if place is not None and place["page"] == page
        ]


def of_file(name: str, stream: BinaryIO, body, *, images: bool = False) -> Suggestions:
    """What a file says that somebody is about to register; it is checked like one that comes.

    :param images: whether the pages are wanted as pictures.
    :raises RuleBroken: for a stamp of secrecy, and for a virus.
    """
    with intake.checked(name, stream) as (passed, content):
        if passed.progress.of("check").why and not passed.progress.next:
            return Suggestions(unread=passed.progress.of("check").why)
        extension = passed.kind.extension
        pages, head = heads.read_file(content.name, extension, body.UID())
        secrets.refuse(heads.lines(pages))
        drawn = list(_images(content.name, extension, pages.count)) if images else []
        text = _beginning(content.name, extension, pages)
        content = duplicates.Content(body.UID(), (passed.sha256,), text=text)
    found = Suggestions(_fields(head), pages.count, pages.unread, drawn)
    return _compared(found, content)


def of_document(document, *, wait: bool = False) -> Suggestions:
    """What the main file of a stored document says.

    :param wait: read it now, where the worker has not come to it yet.
    """
    main = next((one for one in document.attachments if not one.is_held), None)
    if main is None:
        return Suggestions()
    head = heads.of(main, document.body_uid)
    content = duplicates.content_of(document)
    if head or not wait:
        return _compared(Suggestions(_fields(head), main.pages), content)
    with main.blob.open("r") as stream:
        pages, head = heads.read_file(stream.name, main.extension, document.body_uid)
        text = content.text or _beginning(stream.name, main.extension, pages)
    secrets.refuse(heads.lines(pages))
    found = Suggestions(_fields(head), pages.count, pages.unread)
    return _compared(found, replace(content, text=text))


def _beginning(source: str, extension: str, pages: Pages) -> str:
    """The text that is compared: of a scan its first page, else what the file itself says."""
    seen = pages.seen.get(1)
    if seen is not None:
        return seen.text
    if reading.is_scannable(extension) or not reading.can_read(extension):
        return ""
    try:
        read = reading.read(source, extension, seconds=READING, nice=child.PROMPT)
    except child.Broken:
        return ""
    return normalize("NFC", "\n".join(read.pages)[: similar.LONGEST])


def _compared(found: Suggestions, content: duplicates.Content) -> Suggestions:
    """The same with the documents that may be here already.

    The clerk is asked about the number while it is typed, see ``completions``.
    """
    alike = duplicates.find(content, kinds=(duplicates.SAME_FILE, duplicates.LIKE_TEXT))
    alike = [one for one in alike if one.row["direction"] == "in"]
    same = [one for one in alike if one.kind == duplicates.SAME_FILE]
    like = [one for one in alike if one.kind == duplicates.LIKE_TEXT]
    return replace(found, same=same, like=like, text=content.text)


def _fields(head: Head) -> dict[str, Suggestion]:
    return {name: Suggestion(head[name].value, head[name]) for name in FIELDS if name in head}


def _images(source: str, extension: str, count: int) -> Iterator[dict[str, Any]]:
    """The pages as pictures that a page can show without asking for them."""
    if not count or not reading.is_scannable(extension):
        return
    numbers = range(1, count + 1) if count <= SHOWN else (1, count)
    with TemporaryDirectory(prefix="vanphong-pages-") as folder:
        for number in numbers:
            target = f"{folder}/page.jpg"
            arguments = (source, extension, str(number), str(WIDTHS[0]), target)
            try:
                child.run_module("render", *arguments, seconds=DRAWING, nice=child.PROMPT)
            except child.Broken:
                return
            data = b64encode(Path(target).read_bytes()).decode()
            yield {"page": number, "url": f"data:image/jpeg;base64,{data}"}
