"""Images of the pages of an attachment, kept on disk beside the database.

An image depends on nothing but the file's content, so it is made once, named by the
file's SHA-256, and may be thrown away at any time.
"""

from pathlib import Path
from threading import Lock
from vanphong.attachments.content import Attachment
from vanphong.errors import Conflict
from vanphong.errors import mark as _
import os
import subprocess
import sys


#: Widths in pixels that pages are drawn in: beside a form, enlarged, and printed.
WIDTHS = (900, 1400)

#: Seconds that a page may take, waiting included.
PATIENCE = 30

#: One page is drawn at a time: two drawings at once would take both cores from the office.
_drawing = Lock()


def is_drawable(attachment: Attachment) -> bool:
    """Whether pages of this file can be shown as images."""
    return attachment.content_type == "application/pdf"


def page_image(attachment: Attachment, page: int, width: int = WIDTHS[0]) -> Path:
    """Path of the JPEG of a page, counted from 1; drawn now when it is not there yet.

    :raises Conflict: when the page cannot be drawn: the file is damaged, or has no such page.
    """
    width = min(WIDTHS, key=lambda known: abs(known - width))
    target = _folder(attachment) / f"{page}-{width}.jpg"
    if not target.exists():
        _draw(attachment, page, width, target)
    return target


def page_count(attachment: Attachment) -> int:
    """Number of pages, as found when the first page was drawn."""
    note = _folder(attachment) / "pages"
    if not note.exists():
        page_image(attachment, 1)
    return int(note.read_text())


def _folder(attachment: Attachment) -> Path:
    digest = attachment.sha256
    folder = Path(os.environ["VANPHONG_VAR"]) / "previews" / digest[:2] / digest
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _draw(attachment: Attachment, page: int, width: int, target: Path) -> None:
    with _drawing, attachment.blob.open("r") as stream:
        if target.exists():
            return
        command = [sys.executable, "-m", "vanphong.attachments.render"]
        arguments = [stream.name, str(page), str(width), str(target)]
        environment = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PATH": os.defpath}
        try:
            done = subprocess.run(  # noqa: S603
                command + arguments,
                env=environment,
                capture_output=True,
                timeout=PATIENCE,
                check=True,
                text=True,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as problem:
            raise Conflict(
                _("Page ${page} of “${name}” cannot be shown. Download the file to read it."),
                page=page,
                name=attachment.filename,
            ) from problem
    (target.parent / "pages").write_text(done.stdout.strip())
