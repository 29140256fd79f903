"""The worker makes an export: PDF in parts that are kept, XML and packages in one go.

A kill loses one part of fifty documents. Whatever the person may not read is left out of PDF
and XML and named; a package is whole or is not made.
"""

from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from plone import api
from plone.namedfile.file import NamedBlobFile
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from tempfile import TemporaryFile
from uuid import uuid4
from vanphong import _
from vanphong.attachments import child
from vanphong.attachments import office
from vanphong.calendars import clock
from vanphong.casefiles import archive_papers
from vanphong.casefiles import archive_receipts
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import closing_records
from vanphong.casefiles import export_sources
from vanphong.casefiles import export_store
from vanphong.casefiles import places
from vanphong.casefiles.rules import annex_export
from vanphong.casefiles.rules import package_writer
from vanphong.casefiles.rules.package import Made
from vanphong.casefiles.rules.package import safe
from vanphong.casefiles.rules.record import EntryRecord
from vanphong.casefiles.rules.record import in_time_order
from vanphong.errors import OfficeError
from vanphong.ledger import jobs
from vanphong.organisation import people
import json
import sys


KIND = "export-case-file"

#: Documents of one part of a PDF.
PART = 50

#: Seconds of CPU time for joining, and bytes of the largest PDF.
SECONDS = 600
LARGEST = 8 << 30

PDF = "application/pdf"


@jobs.handler(KIND, title=_("Exporting a file of work"))
def make(job: jobs.Job) -> jobs.More | jobs.Done:
    """One batch."""
    subject = places.by_uid(job.subject)
    if subject is None:
        raise jobs.Failed(_("The file is not there any more."))
    export = export_store.begin(job.uid, job.args["user"], job.subject, job.args["kind"])
    try:
        return MAKERS[job.args["kind"]](job, subject, export)
    except OfficeError as problem:
        raise jobs.Failed(str(problem)) from problem
    except child.Broken as problem:
        raise jobs.Failed(_("The PDF could not be made.")) from problem


def _pdf(job: jobs.Job, case_file, export) -> jobs.More | jobs.Done:
    order = job.cursor.get("order")
    if order is None:
        order = [one.number for one in in_time_order(tuple(_records(case_file)))]
    at = job.cursor.get("at", 0)
    if at < len(order):
        _add_part(job, case_file, export, at // PART, order[at : at + PART])
        at += PART
        return jobs.More({"order": order, "at": at}, min(at, len(order)), len(order) + 1)
    left = [name for part in export.parts.values() for name in part.told["left_out"]]
    with TemporaryDirectory(prefix="vanphong-export-") as folder:
        _join(Path(folder), case_file, export, left)
        _keep(export, Path(folder, "all.pdf"), f"{safe(case_file.code)}.pdf", PDF)
    export.left_out = tuple(left)
    export.parts.clear()
    return jobs.Done({"filename": export.blob.filename, "left_out": left})


def _add_part(job: jobs.Job, case_file, export, number: int, numbers: list[int]) -> None:
    by_number = {one.number: one for one in _records(case_file, frozenset(numbers))}
    parts, left = [], []
    with TemporaryDirectory(prefix="vanphong-export-") as folder, _as(job.args["user"]):
        for place in numbers:
            entry = by_number[place]
            if not export_sources.is_readable(case_file, entry):
                left.append(f"{entry.number}. {entry.symbol or entry.uid}: không có quyền xem")
                continue
            paths, missed = _printed(Path(folder), case_file, entry)
            left += missed
            parts.append({"title": _title(entry), "files": paths})
        told = _run(Path(folder), parts, "part.pdf")
        for one, part in zip(told, parts, strict=True):
            if one["broken"]:
                left.append(f"{part['title']}: tệp PDF không đọc được")
        blob = _blob(Path(folder, "part.pdf"), "part.pdf", PDF)
    export.parts[number] = export_store.Part(blob, {"parts": told, "left_out": left})


def _printed(folder: Path, case_file, entry: EntryRecord) -> tuple[list[str], list[str]]:
    """Paths of PDFs of the files of a document, and names of those without."""
    paths, missed = [], []
    for place, data in enumerate(entry.files):
        found = export_sources.attachment(case_file, entry, data)
        name = f"{entry.number}. {entry.symbol}: {data.name}"
        if found is None or found.is_held:
            missed.append(f"{name} (bị giữ hoặc không còn)")
            continue
        target = folder / f"{entry.number}-{place}.pdf"
        with found.blob.open("r") as stream:
            if found.extension == "pdf":
                with target.open("wb") as copy:
                    copyfileobj(stream, copy)
            elif not _converted(stream.name, found.extension, target):
                missed.append(name)
                continue
        paths.append(str(target))
    return paths, missed


def _converted(source: str, extension: str, target: Path) -> bool:
    if extension not in export_sources.PRINTED or not office.soffice():
        return False
    try:
        office.to_pdf(source, extension, target)
    except child.Broken:
        return False
    return True


def _join(folder: Path, case_file, export, left: list[str]) -> None:
    """Cover and inventory, then all parts, with one bookmark for each document."""
    plan = []
    if _write_front(folder, case_file, left):
        plan.append({"title": "Bìa và mục lục văn bản", "files": [str(folder / "front.pdf")]})
    for number, part in export.parts.items():
        path = folder / f"part-{number}.pdf"
        with part.blob.open("r") as stream, path.open("wb") as copy:
            copyfileobj(stream, copy)
        plan.append({"title": "", "files": [str(path)], "inner": part.told["parts"]})
    _run(folder, plan, "all.pdf", case_file.title)


def _write_front(folder: Path, case_file, left: list[str]) -> bool:
    """Whether cover and inventory could be made: that takes LibreOffice."""
    if not office.soffice():
        return False
    entries = tuple(_records(case_file))
    octets = archive_papers.front(closing_inventory.file_record(case_file), entries, left)
    try:
        _to_pdf(folder, octets, "front")
    except child.Broken:
        return False
    return True


def _xml(job: jobs.Job, case_file, export) -> jobs.Done:
    entries, left = [], []
    with _as(job.args["user"]):
        for entry in in_time_order(tuple(_records(case_file))):
            if export_sources.is_readable(case_file, entry):
                entries.append(entry)
            else:
                left.append(f"{entry.number}. {entry.symbol or entry.uid}")
    with TemporaryDirectory(prefix="vanphong-export-") as folder:
        path = Path(folder, "file.xml")
        with path.open("wb") as target:
            annex_export.write(target, closing_inventory.file_record(case_file), entries)
        _keep(export, path, f"{safe(case_file.code)}.xml", "text/xml")
    export.left_out = tuple(left)
    return jobs.Done({"filename": export.blob.filename, "left_out": left})


def _sip(job: jobs.Job, case_file, export) -> jobs.Done:
    with _as(job.args["user"]):
        for entry in _records(case_file):
            if not export_sources.is_readable(case_file, entry):
                text = _("You may not read document ${number}; a package is whole or is not made.")
                raise jobs.Failed(text.replace("${number}", str(entry.number)))
    who = people.person(job.args["user"]).title
    made = Made(str(uuid4()).upper(), clock.now().replace(microsecond=0), who)
    file = closing_inventory.file_record(case_file)

    def opened(entry, data):
        return export_sources.content(case_file, entry, data)

    with TemporaryFile(prefix="vanphong-export-") as target:
        count = package_writer.write(
            target,
            made,
            file,
            lambda: _records(case_file),
            opened,
            closing_records.type_codes(),
        )
        target.seek(0)
        blob = NamedBlobFile(contentType="application/zip", filename=f"{made.root}.zip")
        with blob.open("w") as copy:
            copyfileobj(target, copy)
    export.blob = blob
    return jobs.Done({"filename": blob.filename, "files": count})


def _paper(make_paper: Callable, stem: str) -> Callable:
    """An export that is one paper, made as DOCX and printed by LibreOffice."""

    def paper(job: jobs.Job, subject, export) -> jobs.Done:
        if not office.soffice():
            raise jobs.Failed(_("The server has no LibreOffice; take the DOCX."))
        with TemporaryDirectory(prefix="vanphong-export-") as folder:
            _to_pdf(Path(folder), make_paper(subject), stem)
            _keep(export, Path(folder, f"{stem}.pdf"), f"{stem}.pdf", PDF)
        return jobs.Done({"filename": export.blob.filename})

    return paper


def inventory_docx(case_file) -> bytes:
    """Mục lục văn bản trong hồ sơ."""
    return archive_papers.inventory(
        closing_inventory.file_record(case_file),
        tuple(_records(case_file)),
    )


MAKERS: dict[str, Callable] = {
    "pdf": _pdf,
    "xml": _xml,
    "sip": _sip,
    "inventory": _paper(inventory_docx, "muc-luc-van-ban"),
    "transfer": _paper(archive_receipts.transfer_docx, "muc-luc-ho-so-nop-luu"),
    "minutes": _paper(archive_receipts.minutes_docx, "bien-ban-giao-nhan"),
}


def _records(case_file, numbers: frozenset[int] | None = None):
    """The records of a file, or those with some numbers."""
    for entry in closing_inventory.records(case_file):
        if numbers is None or entry.number in numbers:
            yield entry


def _title(entry: EntryRecord) -> str:
    day = "" if entry.issued_date is None else f" ({entry.issued_date:%d/%m/%Y})"
    return f"{entry.number}. {entry.symbol} {entry.subject}"[:150] + day


@contextmanager
def _as(user_id: str):
    """Be the person for whom it is made: nobody gets what that person may not read."""
    with api.env.adopt_user(username=user_id):
        yield


def _run(folder: Path, parts: list[dict], name: str, title: str = "") -> list[dict]:
    plan = folder / "plan.json"
    plan.write_text(json.dumps({"parts": parts, "title": title}), encoding="utf-8")
    target = str(folder / name)
    child.run(
        (sys.executable, "-m", "vanphong.casefiles.export_pdf", str(plan), target),
        seconds=SECONDS,
        environment={"PYTHONPATH": ":".join(filter(None, sys.path))},
        largest=LARGEST,
    )
    return json.loads(Path(f"{target}.json").read_text(encoding="utf-8"))


def _to_pdf(folder: Path, docx: bytes, stem: str) -> None:
    source = folder / f"{stem}.docx"
    source.write_bytes(docx)
    office.to_pdf(str(source), "docx", folder / f"{stem}.pdf")


def _blob(path: Path, name: str, kind: str) -> NamedBlobFile:
    blob = NamedBlobFile(contentType=kind, filename=name)
    with path.open("rb") as source, blob.open("w") as target:
        copyfileobj(source, target)
    return blob


def _keep(export, path: Path, name: str, kind: str) -> None:
    export.blob = _blob(path, name, kind)
