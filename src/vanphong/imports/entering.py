"""Entering the rows of a list in the background: files, documents, numbers, one batch at a time.

A batch is one transaction with the cursor of its job: a kill loses that batch, and it is done
again. A row that is refused stays out and says why; the others go on.
"""

from dataclasses import dataclass
from pathlib import Path
from vanphong.attachments.actions import accept
from vanphong.attachments.content import Attachment
from vanphong.calendars import clock
from vanphong.documents import rules as document_rules
from vanphong.errors import Conflict
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.imports import batches
from vanphong.imports import checking
from vanphong.imports import making
from vanphong.imports import rules
from vanphong.imports import sources
from vanphong.imports.batches import Batch
from vanphong.imports.batches import Row
from vanphong.ledger import jobs
from vanphong.ledger import session
from vanphong.organisation import directory


KIND = "import-documents"

#: Documents of one transaction. Each file is checked for viruses before the ledger is locked.
SIZE = 20


@dataclass
class _Ready:
    """A row whose files have been let in."""

    index: int
    row: Row
    read: rules.Read
    files: tuple[Attachment, ...]


@jobs.handler(KIND, title=_("Entering old documents"))
def enter(job: jobs.Job):
    """Enter some rows, then the next ones."""
    batch = batches.find(job.args["import"])
    if batch is None:
        return None
    first = job.cursor.get("row", 0)
    rows = list(batches.rows_from(batch, first, SIZE))
    enter_rows(batch, [(index, row) for index, row in rows if row.state == batches.GOOD])
    last = first + len(rows)
    if last < batch.size:
        return jobs.More(cursor={"row": last}, done=last, total=batch.size)
    return _end(batch)


def enter_rows(batch: Batch, rows: list[tuple[int, Row]]) -> None:
    """Enter these rows, each checked again as the office is now."""
    if not rows:
        return
    ready = []
    known = checking.known_of(batch)
    for index, row in rows:
        read = rules.read_row(row.direction, dict(row.cells), known)
        try:
            ready.append(_Ready(index, row, read, _files(batch, row, read)))
        except OfficeError as refusal:
            batch.put(index, _refused(row, refusal))
    session.lock(batch.body_uid)
    body = directory.unit_object(batch.body_uid)
    for one in ready:
        try:
            document = _one(batch, body, one)
        except OfficeError as refusal:
            batch.put(one.index, _refused(one.row, refusal))
        else:
            path = "/".join(document.getPhysicalPath())
            facts = {"document_uid": document.UID(), "path": path}
            batch.put(one.index, one.row.to(batches.ENTERED, **facts))


def _one(batch: Batch, body, one: _Ready):
    read = one.read
    if read.book is None or read.number is None or read.day is None:
        raise Conflict(_("The register of this row is not there any more."))
    book = making.register_of(body, read)
    problem = rules.check_number(checking.book_value(book), read.number, read.day, clock.today())
    if problem is not None:
        raise Conflict(problem.text, field=problem.column, **dict(problem.mapping))
    return making.make(batch, body, book, read, one.row.key, one.files)


def _files(batch: Batch, row: Row, read: rules.Read) -> tuple[Attachment, ...]:
    """The files of a row, each through every check of files that come in.

    :raises OfficeError: for the first that is refused.
    """
    found = []
    for number, name in enumerate(read.files):
        place = sources.find(batch.files, name)
        shown = name.replace("\\", "/").rpartition("/")[2]
        with sources.open_file(Path(batch.folder), place or "") as stream:
            file = accept(shown, stream, role="attachment" if number else "main")
        file.added_by = batch.started_by or batch.by
        found.append(file)
    return tuple(found)


def _refused(row: Row, refusal: OfficeError) -> Row:
    """The row with the reason; of one whose file bears a stamp of secrecy nothing is kept."""
    finding = rules.error(refusal.field or "", refusal.text, **refusal.mapping)
    if isinstance(refusal, RuleBroken) and refusal.rule == document_rules.SECRECY_RULE:
        return Row(row.direction, row.number, batches.FAILED, findings=(finding,))
    return row.to(batches.FAILED, findings=(*row.findings, finding))


def _end(batch: Batch) -> jobs.Done:
    batch.state = "ended"
    batch.ended_at = clock.now()
    if not batch.place:
        sources.drop_staging_later(batch.uid)
    return jobs.Done(
        {"entered": batch.count(batches.ENTERED), "failed": batch.count(batches.FAILED)}
    )
