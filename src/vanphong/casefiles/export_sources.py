"""Where the content of the documents of a file is: attachments, or what a package brought."""

from collections.abc import Iterator
from contextlib import contextmanager
from plone import api
from typing import IO
from vanphong.attachments import office
from vanphong.casefiles import places
from vanphong.casefiles.rules.record import DataFile
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.errors import Conflict
from vanphong.errors import mark as _


#: Pictures that LibreOffice puts on a page.
PICTURES = frozenset({"jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif"})

#: Kinds of files that become pages of a PDF.
PRINTED = office.DRAWN | PICTURES


def is_readable(case_file, entry: EntryRecord) -> bool:
    """Whether the person of this moment may read a document of a file."""
    if _imported(case_file, entry):
        return api.user.has_permission("View", obj=case_file)
    document = places.by_uid(entry.uid)
    return document is not None and api.user.has_permission("View", obj=document)


def attachment(case_file, entry: EntryRecord, data: DataFile):
    """The attachment behind a file of a record; None when it is not there any more."""
    if _imported(case_file, entry):
        return case_file.imported.files.get(data.sha256)
    document = places.by_uid(entry.uid)
    found = () if document is None else document.attachments
    return next((one for one in found if one.uid == data.uid), None)


@contextmanager
def content(case_file, entry: EntryRecord, data: DataFile) -> Iterator[IO[bytes]]:
    """The content of a file of a record.

    :raises Conflict: it is in quarantine, or not there any more.
    """
    found = attachment(case_file, entry, data)
    if found is None or found.is_held:
        raise Conflict(
            _("“${name}” is in quarantine or not there any more; nothing was exported."),
            name=data.name,
        )
    with found.blob.open("r") as stream:
        yield stream


def _imported(case_file, entry: EntryRecord) -> bool:
    return case_file.imported is not None and entry.number in case_file.imported.entries
