"""The words of a page with their places: of a file that comes in, and of one that is stored.

Those of stored files lie beside the pictures of their pages, and like them can be thrown
away: what the file says itself is read again when it is asked for.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from vanphong.attachments import child
from vanphong.attachments import previews
from vanphong.attachments import reading
from vanphong.attachments.content import Attachment
from vanphong.attachments.reading import Seen
from vanphong.attachments.rules.places import Place
import json
import re


#: Seconds of CPU time for the words that a PDF has itself.
SECONDS = 10

#: Fewer words than this on a page are a mark of the scanner, not its words.
FEW = 5

LAST = 0

#: Pages of an office file whose words are read by their places.
MOST = 100


#: What a PDF with words cannot do without: a font, which may lie packed, locked, or under a name
#: with escaped letters (ISO 32000-1, 7.3.5).
_FONTS = re.compile(rb"/(?:Font|ObjStm|Encrypt|\w{0,6}#[0-9A-Fa-f]{2})")


@dataclass
class Pages:
    """The first and the last page of a file; ``count`` is the number of its pages.

    ``unread`` says why a page that should have words was not read, see ``rules.WHY``.
    """

    count: int = 0
    seen: dict[int, Seen] = field(default_factory=dict)
    unread: str = ""

    @property
    def places(self) -> list[Place]:
        """All words."""
        return [place for number in sorted(self.seen) for place in self.seen[number].places]

    @property
    def stamps(self) -> list[Place]:
        """The words in frames."""
        return [place for number in sorted(self.seen) for place in self.seen[number].stamps]

    @property
    def signer(self) -> list[Place]:
        """The words beside the recipients, read once more without the seal."""
        return [place for number in sorted(self.seen) for place in self.seen[number].signer]


def may_have_words(source: str) -> bool:
    """Whether a PDF may say something itself; a scan as scanners make it cannot.

    Looks at its octets alone, which costs no process: a True may be wrong, a False is not.
    """
    with Path(source).open("rb") as file:
        return _FONTS.search(file.read()) is not None


def own(source: str, *numbers: int) -> Pages:
    """What a PDF says itself on some pages; the first and the last one if none is named.

    :raises child.Broken: with the reason.
    """
    return _layer(source, numbers or (1, LAST))


def ends(source: str, extension: str, seconds: float) -> Pages:
    """The first and the last page of a file, read from their pictures where they are silent.

    :param seconds: how long one may wait; what is not read by then is left out.
    """
    until = monotonic() + seconds
    if not reading.is_scannable(extension):
        return Pages(unread="no-reader")
    try:
        found = own(source) if extension == "pdf" else Pages(1)
    except child.Broken as problem:
        return Pages(unread=problem.why)
    silent = [number for number in {1, found.count} if number not in found.seen]
    if silent and not reading.has_tesseract():
        found.unread = "no-tesseract"
        return found
    left = int((until - monotonic()) / 2)
    with ThreadPoolExecutor(2) as both:
        answers = both.map(lambda number: _recognised(source, extension, number, left), silent)
        for number, (seen, why) in zip(silent, answers, strict=True):
            found.unread = why or found.unread
            if seen is not None:
                found.seen[number] = seen
    return found


def _recognised(source: str, extension: str, number: int, seconds: int) -> tuple[Seen | None, str]:
    """A page read from its picture, or why it was not."""
    try:
        return reading.recognise(source, extension, number, seconds=max(1, seconds)), ""
    except child.Broken as problem:
        return None, problem.why


def of(attachment: Attachment) -> Pages | None:
    """The first and the last page of a stored file; None while they have not been read."""
    if attachment.is_held or not reading.is_scannable(attachment.extension):
        return None
    found = Pages(max(1, attachment.pages))
    for number in {1, found.count}:
        seen = page(attachment, number)
        if seen is not None:
            found.seen[number] = seen
    return found if 1 in found.seen else None


def page(attachment: Attachment, number: int) -> Seen | None:
    """The words of one page of a stored file, counted from 1; None while it was not read."""
    note = _note(attachment, number)
    if note.exists():
        return _unpacked(note.read_text(encoding="utf-8"))
    drawn = previews.drawn_from_office(attachment)
    if drawn is not None:
        return _read(attachment, str(drawn), (number,)).get(number)
    if attachment.extension != "pdf":
        return None
    with attachment.blob.open("r") as stream:
        return _read(attachment, stream.name, (number,)).get(number)


def of_drawing(attachment: Attachment, drawn: Path) -> Iterator[tuple[int, Seen]]:
    """The words of all pages of the PDF that was made of an office file; MOST pages of it."""
    numbers = range(1, min(previews.page_count(attachment), MOST) + 1)
    missing = tuple(one for one in numbers if not _note(attachment, one).exists())
    found = _read(attachment, str(drawn), missing) if missing else {}
    for number in numbers:
        seen = found.get(number) or (None if number in missing else page(attachment, number))
        if seen is not None:
            yield number, seen


def _read(attachment: Attachment, source: str, numbers: tuple[int, ...]) -> dict[int, Seen]:
    """Read some pages that nobody has read, and keep their words."""
    try:
        found = _layer(source, numbers).seen
    except child.Broken:
        return {}
    for number, seen in found.items():
        keep(attachment, number, seen)
    return found


def keep(attachment: Attachment, number: int, seen: Seen) -> None:
    """Lay the words of a page beside its picture."""
    note = _note(attachment, number)
    part = note.with_suffix(".part")
    values = {
        "text": seen.text,
        "places": seen.places,
        "stamps": seen.stamps,
        "signer": seen.signer,
    }
    part.write_text(json.dumps(values, ensure_ascii=False), encoding="utf-8")
    part.replace(note)


def _note(attachment: Attachment, number: int) -> Path:
    return previews.folder(attachment) / f"words-{number}.json"


def _unpacked(text: str) -> Seen:
    values = json.loads(text)
    names = ("places", "stamps", "signer")  # the last is not in what was read by older releases
    found = (tuple(Place(*row) for row in values.get(name, ())) for name in names)
    return Seen(values["text"], *found)


def _layer(source: str, numbers: tuple[int, ...]) -> Pages:
    with TemporaryDirectory(prefix="vanphong-words-") as folder:
        target = f"{folder}/words.json"
        arguments = (source, target, *map(str, numbers))
        said = child.run_module("text.layer", *arguments, seconds=SECONDS, nice=child.PROMPT)
        pages = json.loads(Path(target).read_text(encoding="utf-8"))
    found = Pages(int(said))
    for rows in pages:
        places = tuple(Place(*row) for row in rows)
        if len(places) >= FEW:
            text = " ".join(place.text for place in places)
            found.seen[places[0].page + 1] = Seen(text, places)
    return found
