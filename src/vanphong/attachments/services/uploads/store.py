"""Uploads that have not been taken by an act yet: files on disk, each with its owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from plone.restapi.services.content.tus import TUSUpload
from typing import Any
from typing import BinaryIO
from uuid import uuid4
from vanphong.attachments import rules
from vanphong.attachments import settings
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.organisation import people
import json
import os
import re
import transaction


#: So many uploads of one person may be open: the disk is everybody's.
MOST = 20

CHUNK = 1 << 16

_ID = re.compile(r"[0-9a-f]{32}")


class Upload(TUSUpload):
    """An upload, kept below VANPHONG_VAR (or TUS_TMP_FILE_DIR), for an hour after its last part.

    The base keeps length, offset and expiry; all servers of an office must see the folder.
    """

    def __init__(self, uid: str, metadata: dict[str, Any] | None = None):
        self.uid = uid
        self.tmp_dir = os.environ.get("TUS_TMP_FILE_DIR") or f"{os.environ['VANPHONG_VAR']}/uploads"
        Path(self.tmp_dir).mkdir(parents=True, exist_ok=True)
        self.filepath = os.path.join(self.tmp_dir, self.file_prefix + uid)
        self.metadata_path = self.filepath + ".json"
        self._metadata = None
        self._file = None
        if metadata is not None:
            self.initialize(metadata)

    @property
    def is_complete(self) -> bool:
        """Whether all of it is here."""
        return self.offset() == self.length()

    def add(self, source: BinaryIO, offset: int) -> None:
        """Write a part behind those that are here.

        :raises Conflict: it begins elsewhere.
        :raises InvalidInput: it goes beyond the length that was said.
        """
        if offset != self.offset():
            raise Conflict(_("The upload goes on at byte ${offset}."), offset=self.offset())
        room = self.length() - offset
        with open(self.filepath, "ab") as target:
            while chunk := source.read(CHUNK):
                room -= len(chunk)
                if room < 0:
                    raise InvalidInput(_("More bytes were sent than “Upload-Length” says."))
                target.write(chunk)


def begin(name: str, length: int) -> Upload:
    """Make room for an upload of the person who is signed in.

    :raises InvalidInput: its length is not allowed.
    :raises Conflict: too many of the person's uploads are open.
    """
    limit = settings.policy().max_size
    if not 0 < length <= limit:
        raise InvalidInput(
            _("“Upload-Length” must lie between 1 and ${limit} bytes."), limit=limit, field="file"
        )
    owner = people.me().user_id
    upload = Upload(uuid4().hex)
    upload.cleanup_expired()
    if _open_of(owner, Path(upload.tmp_dir)) >= MOST:
        raise Conflict(_("Too many of your uploads are open; finish or leave them first."))
    name = rules.safe_filename(name)
    return Upload(upload.uid, {"length": length, "filename": name, "user": owner})


def find(uid: str) -> Upload:
    """An upload of the person who is signed in.

    :raises InvalidInput: there is none, it has expired, or it is somebody else's.
    """
    upload = Upload(uid) if _ID.fullmatch(uid) else None
    if upload is None or upload.metadata().get("user") != people.me().user_id:
        raise InvalidInput(_("There is no such upload, or it has expired."), field="file")
    return upload


@contextmanager
def taken(uid: str) -> Iterator[tuple[str, BinaryIO]]:
    """Name and content of a complete upload; it is gone once the transaction has committed.

    :raises InvalidInput: see ``find``.
    :raises Conflict: parts of it are missing.
    """
    upload = find(uid)
    if not upload.is_complete:
        raise Conflict(
            _("The upload is not complete; it goes on at byte ${offset}."), offset=upload.offset()
        )
    with open(upload.filepath, "rb") as stream:
        yield upload.metadata()["filename"], stream
    transaction.get().addAfterCommitHook(_clean_up, (upload,))


def _clean_up(committed: bool, upload: Upload) -> None:
    if committed:
        upload.cleanup()


def _open_of(owner: str, folder: Path) -> int:
    found = 0
    for path in folder.glob(f"{Upload.file_prefix}*.json"):
        try:
            found += json.loads(path.read_text()).get("user") == owner
        except (OSError, ValueError):
            continue
    return found
