"""Taking a package in: the same file again, its documents as records, the originals as files.

Everything is looked at before the first thing is written (``rules.package_reader``); each
original then passes the one way in for files, as a letter would.
"""

from collections.abc import Iterator
from plone.dexterity.utils import createContent
from tempfile import SpooledTemporaryFile
from typing import BinaryIO
from vanphong.attachments.actions import accept
from vanphong.calendars import clock
from vanphong.casefiles import closing_records
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles import readmodel
from vanphong.casefiles import stages
from vanphong.casefiles.archive_events import PackageImported
from vanphong.casefiles.closing_inventory import Imported
from vanphong.casefiles.closing_inventory import Inventory
from vanphong.casefiles.rules import notation
from vanphong.casefiles.rules import package_reader
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.entries import Entry
from vanphong.casefiles.rules.entries import check_kind
from vanphong.casefiles.rules.entries import check_pages
from vanphong.casefiles.rules.package_reader import Contents
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import FileRecord
from vanphong.casefiles.rules.states import State
from vanphong.documents import places as records
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import case_files
from vanphong.ledger import session
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from zope.event import notify


IMPORT = "vanphong: Import Case File"
ARCHIVE = _("the archive officer")

#: Bytes of an original that stay in memory while it is looked at.
IN_MEMORY = 1 << 20

CHUNK = 1 << 18


@office_act("import_package", IMPORT, ARCHIVE)
def import_package(folder, stream: BinaryIO):
    """Take a package in as a file in the archive of a body.

    :param folder: where the files of the body are kept.
    :param stream: the ZIP; seekable.
    :returns: the file.
    :raises InvalidInput: for a package that is damaged, changed, or not as it must be.
    :raises Conflict: when the body has a file of that number and symbol in the year.
    """
    with package_reader.opened(stream) as package:
        contents = package.contents()
        _check(folder.body_uid, contents)
        files = dict(_originals(package, contents))
    session.lock(folder.body_uid)
    _check(folder.body_uid, contents)
    case_file = _make(folder.body_uid, contents.file)
    _fill(case_file, contents, files)
    for state in (State.CLOSED, State.TO_SUBMIT, State.ARCHIVED):
        stages.move(case_file, state)
    readmodel.write(case_file)
    done(
        "import_package",
        case_file,
        package=contents.uuid,
        code=contents.file.code,
        documents=len(contents.entries),
        files=len(files),
    )
    notify(PackageImported(case_file))
    return case_file


def _check(body_uid: str, contents: Contents) -> None:
    file = contents.file
    if not body_uid:
        raise InvalidInput(_("Choose the files of a body."), field="package")
    if not 1900 <= file.year <= clock.today().year + 1:
        raise InvalidInput(_("“${value}” is no year of a file."), value=file.year, field="package")
    notation.parse(file.notation, "package")
    retention.parse_period(retention.period_text(file.years), "package")
    if not file.title.strip():
        raise InvalidInput(_("The file has no title."), field="package")
    for entry in contents.entries:
        check_kind(entry.kind)
        check_pages(entry.filed_pages, 0)
    there = case_files.with_notation(body_uid, file.year, file.notation)
    if there is not None:
        raise Conflict(
            _("Number and symbol ${notation} belong to another file of ${year}: “${title}”."),
            notation=file.notation,
            year=file.year,
            title=there["title"],
            field="package",
        )


def _originals(package, contents: Contents) -> Iterator[tuple[str, object]]:
    """Attachments by SHA-256; what is in the package twice is kept once."""
    seen: set[str] = set()
    for entry in contents.entries:
        for place, data in enumerate(entry.files):
            if data.sha256 in seen:
                continue
            seen.add(data.sha256)
            with (
                SpooledTemporaryFile(IN_MEMORY) as copy,
                package.data(contents.paths[entry.number, place]) as source,
            ):
                while block := source.read(CHUNK):
                    copy.write(block)
                copy.seek(0)
                made = accept(data.name, copy, role=data.role)
            if (made.sha256, made.size) != (data.sha256, data.size):
                raise InvalidInput(
                    _("The checksum of “${path}” is wrong: it was changed or damaged."),
                    path=data.name,
                    field="package",
                )
            yield data.sha256, made


def _make(body_uid: str, file: FileRecord):
    case_file = createContent("CaseFile")
    case_file.title = file.title
    case_file.body_uid = body_uid
    case_file.organ_id = file.organ_id
    case_file.year = file.year
    case_file.notation = file.notation
    case_file.years = file.years
    rights = {words: code for code, words in closing_records.RIGHTS.items()}
    case_file.rights = rights.get(file.rights, "conditional")
    case_file.maker_title = file.creator
    case_file.language = file.language
    case_file.started_on, case_file.ended_on = file.start, file.end
    case_file.note, case_file.paper_location = file.note, file.place
    case_file.keywords = file.keywords
    case_file.heading, case_file.construction = file.heading, file.construction
    now = clock.now()
    case_file.opened_at, case_file.closed_at = file.opened_at or now, file.closed_at or now
    case_file.archived_at = now
    case_file.opened_by = people.me().user_id
    case_file.closed_by = file.closed_by
    place = places.of_year(body_uid, file.year)
    return records.put(place, case_file, places.file_name(file.notation))


def _fill(case_file, contents: Contents, files: dict) -> None:
    case_file.imported = Imported(contents.uuid)
    case_file.imported.files.update(files)
    case_file.inventory = Inventory()
    for record in contents.entries:
        case_file.imported.entries[record.number] = record
        case_file.inventory.entries[record.number] = record
        entries.add(case_file, _entry(record))
    case_file.inventory.file = contents.file
    case_file.inventory.made_at = clock.now()


def _entry(record: EntryRecord) -> Entry:
    return Entry(
        number=record.number,
        document_uid=record.uid,
        kind=record.kind or "main",
        pages=record.filed_pages,
        note=record.filed_note,
        filed_by_title=record.filed_by or people.me().title,
        filed_at=record.filed_at or clock.now(),
    )
