"""Reading the words of a file: what it says itself, or what its pictures show."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unicodedata import normalize
from vanphong.attachments import child
from vanphong.attachments.rules.places import STAMPS
from vanphong.attachments.rules.places import Area
from vanphong.attachments.rules.places import Place
from vanphong.attachments.rules.places import beside_recipients
from vanphong.attachments.rules.places import from_tsv
from vanphong.attachments.text.readers import READABLE
import json
import os
import shutil


#: Seconds of CPU time for the words of a file, and for one page of a scan.
SECONDS = 60
PAGE_SECONDS = 90

#: Dots per inch at which a page is drawn for reading; more costs time and gains little.
DPI = 200

#: Pictures that are read like scans.
PICTURES = frozenset({"png", "jpg", "tif"})

#: Fewer letters than this on a page are a stamp of the scanner, not its words.
FEW = 20

LANGUAGE = "vie"


@dataclass(frozen=True)
class Reading:
    """What was read: the words of each page, and ``found`` beside them."""

    pages: tuple[str, ...]
    found: dict[str, Any] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """Number of pages."""
        return int(self.found.get("pages") or len(self.pages))

    @property
    def is_silent(self) -> bool:
        """Whether there are no words to speak of: a scan."""
        letters = sum(letter.isalnum() for page in self.pages for letter in page)
        return letters < FEW * max(1, self.count)


@dataclass(frozen=True)
class Seen:
    """What a page shows: its words, the same with their places, and the words in frames.

    ``signer`` are the words beside the recipients, where the seal lies, read once more.
    """

    text: str
    places: tuple[Place, ...] = ()
    stamps: tuple[Place, ...] = ()
    signer: tuple[Place, ...] = ()


def can_read(extension: str) -> bool:
    """Whether files of this kind have words of their own."""
    return extension in READABLE


def is_scannable(extension: str) -> bool:
    """Whether words of this kind can be read from pictures of its pages."""
    return extension == "pdf" or extension in PICTURES


def read(
    source: str, extension: str, *, seconds: int = SECONDS, nice: int = child.BEHIND
) -> Reading:
    """The words of a file, by another reader where the first one dies.

    :param seconds: of CPU time for each reader.
    :param nice: see ``child.run_module``.
    :raises child.Broken: with the reason.
    """
    try:
        return _read(source, extension, seconds, nice)
    except child.Broken as problem:
        if extension != "pdf" or problem.why == "password":
            raise
        return _read(source, "pdf-poppler", seconds, nice)


def opens_without_password(source: str) -> bool:
    """Whether an encrypted PDF can be read by anybody."""
    try:
        child.run_module("text.probe", source, seconds=SECONDS, nice=child.PROMPT)
    except child.Broken as problem:
        return problem.why != "password"
    return True


@lru_cache(maxsize=1)
def _languages() -> str:
    command = shutil.which("tesseract")
    if command is None:
        return ""
    try:
        return child.run((command, "--list-langs"), seconds=10)
    except child.Broken:
        return ""


def has_tesseract() -> bool:
    """Whether scans can be read here, in Vietnamese."""
    if LANGUAGE in _languages().split():
        return True
    _languages.cache_clear()  # it may be installed while the office runs
    return False


def recognise(source: str, extension: str, page: int, *, seconds: int = PAGE_SECONDS) -> Seen:
    """The words on one page of a scan, counted from 1; on the first one also those in frames.

    :param seconds: of CPU time for each program.
    :raises child.Broken: with the reason.
    """
    with TemporaryDirectory(prefix="vanphong-ocr-") as folder:
        picture = f"{folder}/page.png"
        arguments = (source, extension, str(page), f"{DPI}dpi", picture)
        child.run_module("render", *arguments, seconds=seconds)
        tesseract(picture, f"{folder}/out", "3", seconds)
        text = Path(folder, "out.txt").read_text(encoding="utf-8", errors="replace")
        table = Path(folder, "out.tsv").read_text(encoding="utf-8", errors="replace")
        stamps = _stamps(picture, folder, seconds) if page == 1 else ()
        found = tuple(from_tsv(table, page - 1))
        areas = beside_recipients(found)
        parts = [_part(picture, folder, area, page, seconds) for area in areas]
        signer = tuple(place for part in parts for place in part)
    text = normalize("NFC", text).replace("\f", "").strip()
    return Seen(text, found, stamps, signer)


def tesseract(picture: str, target: str, layout: str, seconds: int) -> None:
    """Read a picture into ``target.txt`` and ``target.tsv``; ``layout`` is tesseract's psm."""
    command = (shutil.which("tesseract") or "tesseract", picture, target)
    options = ("-l", LANGUAGE, "--psm", layout, "--dpi", str(DPI), "txt", "tsv")
    environment = {"OMP_THREAD_LIMIT": "1"}
    if "TESSDATA_PREFIX" in os.environ:
        environment["TESSDATA_PREFIX"] = os.environ["TESSDATA_PREFIX"]
    child.run((*command, *options), seconds=seconds, environment=environment)


def _stamps(picture: str, folder: str, seconds: int) -> tuple[Place, ...]:
    """Words in frames; none where that fails, for the others were read already."""
    try:
        child.run_module("text.frames", picture, f"{folder}/part.png", seconds=seconds)
        tesseract(f"{folder}/part.png", f"{folder}/part", "6", seconds)
    except child.Broken:
        return ()
    table = Path(folder, "part.tsv").read_text(encoding="utf-8", errors="replace")
    return tuple(from_tsv(table, 0, STAMPS))


def _part(picture: str, folder: str, area: Area, page: int, seconds: int) -> tuple[Place, ...]:
    """Words of a part of the page, in its darkest ink; none where that fails."""
    sides = tuple(map(str, area))
    try:
        arguments = (picture, f"{folder}/dark.png", *sides)
        child.run_module("text.part", *arguments, seconds=seconds)
        tesseract(f"{folder}/dark.png", f"{folder}/dark", "6", seconds)
    except child.Broken:
        return ()
    table = Path(folder, "dark.tsv").read_text(encoding="utf-8", errors="replace")
    return tuple(from_tsv(table, page - 1, area))


def _read(source: str, kind: str, seconds: int, nice: int) -> Reading:
    with _target() as target:
        said = child.run_module("text", kind, source, target, seconds=seconds, nice=nice)
        pages = tuple(Path(target).read_text(encoding="utf-8").split("\f"))
    return Reading(pages, json.loads(said))


@contextmanager
def _target() -> Iterator[str]:
    with TemporaryDirectory(prefix="vanphong-text-") as folder:
        yield f"{folder}/pages.txt"
