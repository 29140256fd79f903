"""Where the scans lie: a folder that the operator names, or a ZIP unpacked into one of ours.

Nothing outside of the folder is ever opened: names that lead out are refused, links are not
followed.
"""

from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from transaction import get as current_transaction
from typing import BinaryIO
from unicodedata import normalize
from vanphong.attachments import settings
from vanphong.attachments.rules import human_size
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.imports import rules
from vanphong.imports.rules.names import DEEPEST
from vanphong.imports.rules.names import is_rubbish
from zipfile import BadZipFile
from zipfile import ZipFile
from zipfile import ZipInfo
import os
import shutil
import stat
import zlib


CHUNK = 1 << 18

#: Files of one import, and bytes that a ZIP of them may hold.
MOST_FILES = 50_000
MOST_BYTES = 8 << 30

#: Before the bare name of a file; "" is kept for one that several folders have.
BARE = "*/"

FIELD = "files"
FOLDER = "folder"


def import_folder() -> Path | None:
    """The folder below which an import may name one (VANPHONG_IMPORT); None without one."""
    given = os.environ.get("VANPHONG_IMPORT", "")
    path = Path(given).resolve() if given else None
    return path if path is not None and path.is_dir() else None


def sub_folder(name: str) -> Path:
    """A folder below the operator's.

    :raises InvalidInput: there is none, or the name leads out of it.
    """
    root = import_folder()
    if root is None:
        raise InvalidInput(
            _("No import folder is set up on the server (VANPHONG_IMPORT)."), field=FOLDER
        )
    if rules.unsafe(name):
        raise InvalidInput(_("“${name}” is not a folder in it."), field=FOLDER, name=name[:80])
    path = root / name
    inside = path.resolve().is_relative_to(root)
    links = any(one.is_symlink() for one in (path, *path.parents) if one.is_relative_to(root))
    if not inside or links or not path.is_dir():
        raise InvalidInput(_("“${name}” is not a folder in it."), field=FOLDER, name=name[:80])
    return path


def sub_folders() -> list[str]:
    """Names of the folders that an import may name."""
    root = import_folder()
    if root is None:
        return []
    with os.scandir(root) as entries:
        return sorted(one.name for one in entries if one.is_dir(follow_symlinks=False))


def files_in(folder: Path) -> dict[str, str]:
    """The files in a folder and below, by their keys; links and rubbish left out.

    :raises InvalidInput: there are too many, or two have the same name but for its spelling.
    """
    found: dict[str, str] = {}
    for name in _walk(folder, ""):
        _put(found, name, name)
    return found


def _walk(folder: Path, above: str, depth: int = 0) -> Iterator[str]:
    if depth > DEEPEST:
        return
    with os.scandir(folder) as entries:
        for one in sorted(entries, key=lambda entry: entry.name):
            name = f"{above}{one.name}"
            if one.is_dir(follow_symlinks=False):
                yield from _walk(Path(one.path), f"{name}/", depth + 1)
            elif one.is_file(follow_symlinks=False) and not is_rubbish(name):
                yield name


def find(files, name: str) -> str | None:
    """Where a file lies that a list names, by its path or by its bare name."""
    key = rules.file_key(name)
    return files.get(key) or files.get(BARE + key) or None


def open_file(folder: Path, place: str) -> BinaryIO:
    """Open a file of an import; never through a link.

    :raises InvalidInput: it is not there any more, or has become something else.
    """
    path = folder / place
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise OSError
        stream = os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb")
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            stream.close()
            raise OSError
    except OSError as problem:
        raise InvalidInput(
            _("The file “${name}” is not there any more."), field=FIELD, name=Path(place).name
        ) from problem
    return stream


def digest(stream: BinaryIO) -> tuple[int, str]:
    """Size and SHA-256 of a file."""
    found, size = sha256(), 0
    stream.seek(0)
    while chunk := stream.read(CHUNK):
        size += len(chunk)
        found.update(chunk)
    return size, found.hexdigest()


def staging(uid: str) -> Path:
    """The folder of ours for the files of an import that came as a ZIP."""
    return Path(os.environ["VANPHONG_VAR"], "imports", uid)


def drop_staging(uid: str) -> None:
    """Throw the files away."""
    shutil.rmtree(staging(uid), ignore_errors=True)


def drop_staging_later(uid: str) -> None:
    """Throw the files away once this transaction has committed."""

    def drop(committed: bool) -> None:
        if committed:
            drop_staging(uid)

    current_transaction().addAfterCommitHook(drop)


def drop_staging_if_aborted(uid: str) -> None:
    """Throw the files away if this transaction comes to nothing."""

    def drop(committed: bool = False) -> None:
        if not committed:
            drop_staging(uid)

    current_transaction().addAfterCommitHook(drop)
    current_transaction().addAfterAbortHook(drop)


def unpack(stream: BinaryIO, folder: Path) -> dict[str, str]:
    """Unpack a ZIP of scans under names of our own; gives where each lies, by its key.

    :raises InvalidInput: it is damaged, has a password, holds too much, or a name in it leads
        out of its folder.
    """
    folder.mkdir(parents=True, mode=0o700)
    try:
        with ZipFile(stream) as archive:
            return _unpack(archive, folder)
    except InvalidInput:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    except (BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error) as problem:
        shutil.rmtree(folder, ignore_errors=True)
        raise InvalidInput(
            _("The ZIP file is damaged; pack it again and send it."), field=FIELD
        ) from problem


def _unpack(archive: ZipFile, folder: Path) -> dict[str, str]:
    members = [one for one in archive.infolist() if not one.is_dir()]
    if len(members) > MOST_FILES:
        raise InvalidInput(_("The ZIP file holds more than ${n} files."), field=FIELD, n=MOST_FILES)
    found: dict[str, str] = {}
    left = MOST_BYTES
    for number, member in enumerate(members):
        name = _name(member)
        _check(member, name)
        if is_rubbish(name):
            continue
        place = f"{number:06d}"
        left -= _copy(archive, member, name, folder / place, left)
        _put(found, name, place)
    return found


def _name(member: ZipInfo) -> str:
    """The name of a member; Windows packs UTF-8 without saying so."""
    name = member.orig_filename
    if not member.flag_bits & 0x800:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return normalize("NFC", name)


def _check(member: ZipInfo, name: str) -> None:
    if rules.unsafe(name) or stat.S_ISLNK(member.external_attr >> 16):
        raise InvalidInput(
            _("“${name}” in the ZIP file leads out of its folder; the file was not unpacked."),
            field=FIELD,
            name="".join(one if one.isprintable() else "?" for one in name)[:80],
        )
    if member.flag_bits & 0x1:
        raise InvalidInput(_("The ZIP file has a password; pack it without one."), field=FIELD)


def _copy(archive: ZipFile, member: ZipInfo, name: str, target: Path, left: int) -> int:
    """Unpack one file, counting what comes: what a header says of sizes may be a lie."""
    most = min(left, settings.policy().max_size)
    size = 0
    with archive.open(member) as source, target.open("xb") as copy:
        while block := source.read(CHUNK):
            size += len(block)
            if size > most:
                raise InvalidInput(
                    _("“${name}” in the ZIP file has more than ${limit} when unpacked."),
                    field=FIELD,
                    name=name[-80:],
                    limit=human_size(most),
                )
            copy.write(block)
    return size


def _put(found: dict[str, str], name: str, place: str) -> None:
    """Keep a file under its path, and under its bare name as long as that is the only one."""
    key = rules.file_key(name)
    if found.get(key):
        raise InvalidInput(
            _("Two files are called “${name}” but for capitals or accents."),
            field=FIELD,
            name=name[-80:],
        )
    if len(found) > 2 * MOST_FILES:
        raise InvalidInput(_("There are more than ${n} files."), field=FIELD, n=MOST_FILES)
    found[key] = place
    bare = BARE + key.rpartition("/")[2]
    found[bare] = "" if bare in found else place


def only_workbook(folder: Path) -> str:
    """The name of the one list in a folder itself.

    :raises InvalidInput: there is none, or there are several.
    """
    with os.scandir(folder) as entries:
        found = sorted(
            one.name
            for one in entries
            if one.is_file(follow_symlinks=False)
            and one.name.casefold().endswith(".xlsx")
            and not is_rubbish(one.name)
        )
    if len(found) != 1:
        raise InvalidInput(
            _("The folder holds ${n} .xlsx workbooks; there must be one."),
            field=FOLDER,
            n=len(found),
        )
    return found[0]
