"""Images of the pages of an attachment, kept on disk beside the database.

An image depends on nothing but the file's content, so it is made once, named by the
file's SHA-256, and may be thrown away at any time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from vanphong.attachments import child
from vanphong.attachments import office
from vanphong.attachments.content import Attachment
from vanphong.attachments.reading import PICTURES
from vanphong.errors import Conflict
from vanphong.errors import mark as _
import os


#: Widths in pixels that pages are drawn in: beside a form, enlarged, and printed.
WIDTHS = (900, 1400)

#: Seconds of CPU time that one page may take.
SECONDS = 20

#: One page is drawn at a time: two drawings at once would take both cores from the office.
_drawing = Lock()


def is_drawable(attachment: Attachment) -> bool:
    """Whether pages of this file can be shown as images."""
    if attachment.is_held:
        return False
    extension = attachment.extension
    if extension in office.DRAWN:
        return _copy(attachment).exists() or bool(office.soffice())
    return extension == "pdf" or extension in PICTURES


def page_image(attachment: Attachment, page: int, width: int = WIDTHS[0]) -> Path:
    """Path of the JPEG of a page, counted from 1; drawn now when it is not there yet.

    :raises Conflict: when the page cannot be drawn: the file is damaged, or has no such page.
    """
    width = min(WIDTHS, key=lambda known: abs(known - width))
    target = folder(attachment) / f"{page}-{width}.jpg"
    if target.exists():
        return target
    try:
        _draw(attachment, page, width, target, child.PROMPT)
    except child.Broken as problem:
        raise Conflict(
            _("Page ${page} of “${name}” cannot be shown. Download the file to read it."),
            page=page,
            name=attachment.filename,
        ) from problem
    return target


def page_count(attachment: Attachment) -> int:
    """Number of pages, as found when the first page was drawn.

    Of an office file that was not drawn yet it is 1: nobody waits here for LibreOffice.
    """
    note = folder(attachment) / "pages"
    if not note.exists():
        if attachment.extension in office.DRAWN and not _copy(attachment).exists():
            return 1
        page_image(attachment, 1)
    return int(note.read_text())


def prepare(attachment: Attachment) -> int:
    """Draw the first page, so that nobody waits for it; the number of pages.

    :raises child.Broken: with the reason.
    """
    target = folder(attachment) / f"1-{WIDTHS[0]}.jpg"
    if not target.exists():
        _draw(attachment, 1, WIDTHS[0], target)
    return page_count(attachment)


def drawn_from_office(attachment: Attachment) -> Path | None:
    """The PDF that was made of an office file; None for other files, and before that."""
    if attachment.is_held or attachment.extension not in office.DRAWN:
        return None
    copy = _copy(attachment)
    return copy if copy.exists() else None


@contextmanager
def as_pdf(attachment: Attachment) -> Iterator[str]:
    """Path of a PDF of an office file.

    :raises child.Broken: with the reason.
    """
    with _drawn_from(attachment) as (source, _kind):
        yield source


def forget(attachment: Attachment) -> None:
    """Throw the images of a file away: it must not be seen any more."""
    for path in folder(attachment).iterdir():
        path.unlink(missing_ok=True)


def folder(attachment: Attachment) -> Path:
    """Where what is made of a file lies; all of it can be thrown away."""
    digest = attachment.sha256
    place = Path(os.environ["VANPHONG_VAR"]) / "previews" / digest[:2] / digest
    place.mkdir(parents=True, exist_ok=True)
    return place


def _copy(attachment: Attachment) -> Path:
    """The PDF that LibreOffice has made of an office file."""
    return folder(attachment) / "office.pdf"


def _draw(
    attachment: Attachment, page: int, width: int, target: Path, nice: int = child.BEHIND
) -> None:
    with _drawing:
        if target.exists():
            return
        with _drawn_from(attachment) as (source, kind):
            arguments = (source, kind, str(page), str(width), str(target))
            pages = child.run_module("render", *arguments, seconds=SECONDS, nice=nice)
    (target.parent / "pages").write_text(pages.strip())


@contextmanager
def _drawn_from(attachment: Attachment) -> Iterator[tuple[str, str]]:
    """Path and kind of what is drawn: the file, or the PDF that was made of it."""
    copy = _copy(attachment)
    if copy.exists():
        yield str(copy), "pdf"
        return
    with attachment.blob.open("r") as stream:
        if attachment.extension not in office.DRAWN:
            yield stream.name, attachment.extension
            return
        office.to_pdf(stream.name, attachment.extension, copy)
    yield str(copy), "pdf"
