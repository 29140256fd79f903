"""What is done with an import: prepare, start, stop, resume, discard."""

from pathlib import Path
from typing import BinaryIO
from vanphong.documents import rules as document_rules
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.imports import batches
from vanphong.imports import checking
from vanphong.imports import entering
from vanphong.imports import rules
from vanphong.imports import sources
from vanphong.imports import workbook
from vanphong.imports.batches import Batch
from vanphong.imports.batches import Row
from vanphong.imports.interfaces import ImportDiscarded
from vanphong.imports.interfaces import ImportPrepared
from vanphong.imports.interfaces import ImportResumed
from vanphong.imports.interfaces import ImportStarted
from vanphong.imports.interfaces import ImportStopped
from vanphong.ledger import jobs
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.organisation.rules import BODIES
from zope.event import notify


IMPORT = "vanphong: Import Documents"
WHO = _("the records clerk of the body or an administrator")

RULE = "Nghị định 30/2020/NĐ-CP, Phụ lục IV và Phụ lục VI"


@office_act("prepare_import", IMPORT, WHO)
def prepare_import(
    body,
    name: str,
    stream: BinaryIO,
    *,
    archive: BinaryIO | None = None,
    folder: str = "",
    place: Path | None = None,
) -> Batch:
    """Read a list of old documents and have its rows checked; no document is made.

    :param name: of the workbook; ``stream`` is its content.
    :param archive: a ZIP of the scans.
    :param folder: or the name of a folder below the operator's (VANPHONG_IMPORT).
    :param place: or any folder, for a command of the operator.
    :raises InvalidInput: for a list or an archive that cannot be read.
    """
    if body.kind not in BODIES:
        raise InvalidInput(_("Old documents are imported into a body, not a unit."), field="body")
    found = workbook.read(name, stream)
    me = people.me()
    batch = Batch(body.UID(), me.user_id, me.title, name[-100:])
    _files(batch, archive, place or (sources.sub_folder(folder) if folder else None))
    batch.unknown = found.unknown
    batch.since_1904 = found.since_1904
    for line in found.lines:
        batch.add(_row(batch, line))
    batches.keep(batch)
    batch.job_uid = jobs.put(checking.KIND, body.UID(), {"import": batch.uid}, key=batch.uid)
    done("prepare_import", body, batch=batch.uid, list=batch.name, rows=batch.size)
    notify(ImportPrepared(body, batch.uid))
    return batch


@office_act("start_import", IMPORT, WHO)
def start_import(body, uid: str) -> None:
    """Have the rows without errors entered into the registers (nhập).

    :raises Conflict: when they are still being checked, or have been entered.
    """
    batch = the_batch(body, uid)
    if batch.state != "checked":
        raise Conflict(_("The rows are not checked yet, or have been entered already."))
    if not batch.count(batches.GOOD):
        raise Conflict(_("No row of the list can be entered."))
    batch.begin(people.me().title)
    batch.job_uid = jobs.put(entering.KIND, body.UID(), {"import": batch.uid}, key=batch.uid)
    done("start_import", body, batch=batch.uid, rows=batch.count(batches.GOOD))
    notify(ImportStarted(body, batch.uid))


@office_act("stop_import", IMPORT, WHO)
def stop_import(body, uid: str) -> None:
    """Let an import not go on; what was entered stays.

    :raises Conflict: when it does not run.
    """
    batch = the_batch(body, uid)
    jobs.stop(_job(batch))
    done("stop_import", body, batch=batch.uid)
    notify(ImportStopped(body, batch.uid))


@office_act("resume_import", IMPORT, WHO)
def resume_import(body, uid: str) -> None:
    """Let an import that was stopped, or has failed, go on where it was.

    :raises Conflict: when it runs, or has ended.
    """
    batch = the_batch(body, uid)
    row = jobs.status(_job(batch))
    if row is not None and row["state"] == "failed":
        jobs.retry(batch.job_uid)
    else:
        jobs.resume(batch.job_uid)
    done("resume_import", body, batch=batch.uid)
    notify(ImportResumed(body, batch.uid))


@office_act("discard_import", IMPORT, WHO)
def discard_import(body, uid: str) -> None:
    """Throw the list and the unpacked files away; documents that were entered stay.

    :raises Conflict: while it runs.
    """
    batch = the_batch(body, uid)
    row = jobs.status(batch.job_uid)
    if row is not None and row["state"] in ("waiting", "running"):
        raise Conflict(_("The import runs; stop it first."))
    batches.drop(batch)
    if not batch.place:
        sources.drop_staging_later(batch.uid)
    done("discard_import", body, batch=batch.uid)
    notify(ImportDiscarded(body, batch.uid))


def the_batch(body, uid: str) -> Batch:
    """An import of this body.

    :raises InvalidInput: when there is none.
    """
    batch = batches.find(uid)
    if batch is None or batch.body_uid != body.UID():
        raise InvalidInput(_("There is no such import."), field="uid")
    return batch


def _job(batch: Batch) -> str:
    if not batch.job_uid or jobs.status(batch.job_uid) is None:
        raise Conflict(_("This import does not run."))
    return batch.job_uid


def _files(batch: Batch, archive: BinaryIO | None, place: Path | None) -> None:
    if place is not None:
        batch.place = str(place)
        batch.files.update(sources.files_in(place))
    elif archive is not None:
        batch.files.update(sources.unpack(archive, sources.staging(batch.uid)))
        sources.drop_staging_if_aborted(batch.uid)


def _row(batch: Batch, line: workbook.Line) -> Row:
    """A row as it is kept: of a secret one nothing, and its file is taken away, too."""
    if rules.is_secret(line.cells.get("secrecy", "")):
        for name in rules.split_names(line.cells.get("files", "")):
            _forget_file(batch, name)
        text = _(
            "A secret document is not entered on this network; nothing of the row was kept. "
            "Take its file off this computer and use the separate register."
        )
        finding = rules.error("secrecy", text, rule=document_rules.SECRECY_RULE)
        return Row(line.direction, line.number, batches.BAD, findings=(finding,))
    cells = tuple(sorted(line.cells.items()))
    return Row(line.direction, line.number, cells=cells, findings=line.findings)


def _forget_file(batch: Batch, name: str) -> None:
    place = sources.find(batch.files, name)
    if place is None:
        return
    for key in [key for key, value in batch.files.items() if value == place]:
        del batch.files[key]
    if not batch.place:
        (batch.folder / place).unlink(missing_ok=True)
