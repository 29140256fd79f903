"""Checking the rows of a list in the background; of the office nothing is changed."""

from contextlib import suppress
from pathlib import Path
from plone import api
from vanphong.attachments import settings
from vanphong.attachments.rules import HEAD_SIZE
from vanphong.attachments.rules import check_file
from vanphong.attachments.rules import safe_filename
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.documents import rules as document_rules
from vanphong.documents.rules import fold
from vanphong.documents.values import read as read_values
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.imports import batches
from vanphong.imports import rules
from vanphong.imports import sources
from vanphong.imports.batches import Batch
from vanphong.imports.batches import Row
from vanphong.incoming.content import IIncomingDocument
from vanphong.ledger import documents as ledger
from vanphong.ledger import entries
from vanphong.ledger import files as file_rows
from vanphong.ledger import jobs
from vanphong.organisation import directory
from vanphong.outgoing.content import IOutgoingDocument
from vanphong.outgoing.rules import read_recipients
from vanphong.registers import actions as registers
from vanphong.registers.rules import entry_label


KIND = "check-import"

#: Rows that are checked at once; their files are read from end to end.
SIZE = 100

SCHEMAS = {"in": IIncomingDocument, "out": IOutgoingDocument}


@jobs.handler(KIND, title=_("Checking a list of old documents"))
def check(job: jobs.Job):
    """Check some rows, then the next ones."""
    batch = batches.find(job.args["import"])
    if batch is None:
        return None
    first = job.cursor.get("row", 0)
    known = known_of(batch)
    rows = list(batches.rows_from(batch, first, SIZE))
    for index, row in rows:
        if row.state == batches.READ:
            batch.put(index, checked(batch, row, known))
    last = first + len(rows)
    if last < batch.size:
        return jobs.More(cursor={"row": last}, done=last, total=batch.size)
    batch.state = "checked"
    return jobs.Done({"good": batch.count(batches.GOOD), "bad": batch.count(batches.BAD)})


def known_of(batch: Batch) -> rules.Known:
    """What the rules must know of the office today."""
    body = directory.unit_object(batch.body_uid)
    if body is None:
        raise jobs.Failed(_("This body does not exist any more."))
    units = {}
    for one in directory.subunits(body):
        for name in (one.title, one.short, one.symbol_code):
            units.setdefault(fold(name), one.uid)
    units.pop("", None)
    types = {fold(one.name): code for code, one in catalogues.document_types().items()}
    fields = {}
    for code, one in catalogues.fields().items():
        fields[fold(one.name)] = fields[fold(code)] = code
    return rules.Known(
        today=clock.today(),
        body=body.title[:200],
        types=types,
        fields=fields,
        units=units,
        books=books_of(body),
        since_1904=batch.since_1904,
    )


def books_of(body) -> tuple[rules.Book, ...]:
    """The registers of a body, as the rules see them."""
    return tuple(book_value(one) for one in registers.registers_of(body))


def book_value(register) -> rules.Book:
    """One register, as the rules see it."""
    return rules.Book(
        register.UID(),
        register.title,
        register.direction,
        register.counted,
        register.period,
        register.opening_number or 1,
        registers.is_open(register),
        frozenset(register.document_types or ()),
    )


def checked(batch: Batch, row: Row, known: rules.Known) -> Row:
    """A row with all that is wrong with it."""
    read = rules.read_row(row.direction, dict(row.cells), known)
    findings = [*row.findings, *read.findings]
    if not rules.is_wrong(findings):
        findings += schema_findings(read, directory.unit_object(batch.body_uid))
    key = rules.row_key(read) if read.number is not None and read.book is not None else ""
    there = None
    if key:
        if not any(one.column == "number" for one in findings):
            there = _taken(read, key, findings)
        _twice(batch, ("number", read.direction, *_number(read)), row, "number", findings)
    if there is None:
        _duplicate(batch, read, findings)
    for name in read.files:
        _file(batch, row, name, findings, known=there is not None)
    state = batches.BAD if rules.is_wrong(findings) else batches.GOOD
    facts = {"label": read.label, "key": key, "findings": tuple(findings)}
    if read.book is not None:
        facts["register"] = read.book.title or read.book.period
    if there is not None and state == batches.GOOD:
        facts |= {"document_uid": there["document_uid"], "path": there["path"]}
        state = batches.THERE
    return row.to(state, **facts)


def schema_findings(read: rules.Read, body) -> list[rules.Finding]:
    """What the fields of the document themselves refuse: too long, out of a list."""
    found = []
    try:
        values = read_values(SCHEMAS[read.direction], read.raw, body)
        document_rules.check_lengths(values, read.direction)
        if read.direction == "out":
            read_recipients(read.raw.get("recipients"))
    except OfficeError as problem:
        found.append(rules.error(problem.field or "", problem.text, **problem.mapping))
    return found


def _number(read: rules.Read) -> tuple[str, int, str]:
    return read.book.uid or read.book.period, read.number, read.suffix


def _taken(read: rules.Read, key: str, findings: list) -> dict | None:
    """The document of this very row, when an import has entered it before.

    A number that anything else has is an error.
    """
    book = read.book
    if not book.uid:
        return None
    numbers = entries.taken(book.uid, book.period, read.number)
    found = next((one for one in numbers if one["suffix"] == read.suffix), None)
    if found is None:
        if read.suffix and not any(one["suffix"] == "" for one in numbers):
            text = _("Number ${number} itself is not in the register.")
            findings.append(rules.warning("number", text, number=entry_label(read.number)))
        return None
    document = _row_of(found["document_uid"])
    if document is not None and _is_same(document, key):
        return document
    if found["voided_at"] is not None:
        text = _("Number ${label} is void in “${title}”; it is not used again.")
    else:
        text = _("Number ${label} of “${title}” is taken by ${symbol}.")
    symbol = found["symbol"] or found["subject"][:60] or "–"
    findings.append(rules.error("number", text, label=read.label, title=book.title, symbol=symbol))
    return None


def _row_of(document_uid: str) -> dict | None:
    return next(iter(ledger.found([document_uid])), None)


def _is_same(row: dict, key: str) -> bool:
    content = api.portal.get().unrestrictedTraverse(row["path"], None)
    mark = getattr(content, "imported", None)
    return mark is not None and mark.key == key


def _twice(batch: Batch, what: tuple, row: Row, column: str, findings: list) -> None:
    """Remember what a row names; an error when a row before has named the same."""
    mine = (row.direction, row.number)
    before = batch.seen.setdefault(repr(what), mine)
    if before != mine:
        text = _("Row ${row} has the same number, so this one stays out.")
        findings.append(rules.error(column, text, row=before[1]))


def _duplicate(batch: Batch, read: rules.Read, findings: list) -> None:
    """The same number, symbol and issuing body as another incoming document."""
    symbol, organ = read.raw.get("symbol"), read.raw.get("organ_name")
    if read.direction != "in" or not symbol or not organ or read.distinct:
        return
    key = document_rules.duplicate_key(symbol, organ, read.raw.get("issued_date"))
    found = ledger.find_duplicate(batch.body_uid, key, "")
    if found is not None:
        text = _("${symbol} of ${organ} is here already, as arrival number ${number}.")
        values = {"symbol": symbol, "organ": organ[:80], "number": found["label"] or "–"}
        findings.append(rules.error("symbol", text, **values))


def _file(batch: Batch, row: Row, name: str, findings: list, *, known: bool) -> None:
    """Look at one file: is it there, of an accepted kind, not larger than allowed, not twice."""
    shown = name[-80:]
    if rules.unsafe(name):
        text = _("“${name}” is not the name of a file in the folder.")
        findings.append(rules.error("files", text, name=shown))
        return
    place = sources.find(batch.files, name)
    if place is None:
        findings.append(rules.error("files", _("There is no file “${name}”."), name=shown))
        return
    policy = settings.policy()
    try:
        with sources.open_file(Path(batch.folder), place) as stream:
            size, digest = sources.digest(stream)
            stream.seek(0)
            head = stream.read(HEAD_SIZE)
        check_file(safe_filename(name), size, head, policy.kinds, policy.max_size)
    except OfficeError as problem:
        findings.append(rules.error("files", problem.text, **problem.mapping))
        return
    if not known:
        _same_file(batch, row, shown, digest, findings)


def _same_file(batch: Batch, row: Row, name: str, digest: str, findings: list) -> None:
    mine = (row.direction, row.number)
    before = batch.seen.setdefault(f"file {digest}", mine)
    if before != mine:
        text = _("Row ${row} has a file with the same content as “${name}”.")
        findings.append(rules.warning("files", text, row=before[1], name=name))
    with suppress(IndexError):
        found = file_rows.same(digest, batch.body_uid)[0]
        label = (_row_of(found["document_uid"]) or {}).get("label") or "–"
        text = _("Document ${number} has a file with the same content as “${name}”.")
        findings.append(rules.warning("files", text, number=label, name=name))
