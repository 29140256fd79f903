"""Case files of the sample body that were closed: one waits, one is submitted, one taken over."""

from datetime import datetime
from datetime import timedelta
from plone import api
from vanphong.calendars import clock
from vanphong.casefiles import actions
from vanphong.casefiles import archive
from vanphong.casefiles import closing
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import places
from vanphong.ledger import documents
from vanphong.ledger import jobs
from vanphong.sample_casefiles import acting_as


ARCHIVIST = "vanthu2"

CLOSED, SUBMITTED, TAKEN = "closed", "submitted", "taken"

#: Title, unit, maker, period; direction and words of the subject of what lies in it; how far it is.
FILES = (
    (
        "Hồ sơ tiêm chủng mở rộng trên địa bàn huyện",
        "yte",
        "cv1-yte",
        "10 năm",
        ("out", "lịch tiêm chủng mở rộng"),
        TAKEN,
    ),
    (
        "Hồ sơ tổ chức Ngày Pháp luật nước CHXHCN Việt Nam năm {year}",
        "tuphap",
        "cv1-tuphap",
        "10 năm",
        ("in", "Ngày Pháp luật"),
        SUBMITTED,
    ),
    (
        "Hồ sơ tuyển sinh vào lớp 1 năm học {year} - {next}",
        "gddt",
        "cv1-gddt",
        "20 năm",
        ("in", "tuyển sinh vào lớp 1"),
        CLOSED,
    ),
)


def play(body, units: dict, present: datetime) -> None:
    """Open each file, fill it, close it, and take it as far as it is to come."""
    for number, (title, unit, maker, period, letter, state) in enumerate(FILES):
        clock.freeze(present - timedelta(minutes=85 - 10 * number))
        document = _document(body, *letter)
        if document is None:
            continue
        title = title.format(year=present.year, next=present.year + 1)
        with acting_as(maker):
            case_file = actions.open_file(units[unit], {"title": title, "retention": period})
            actions.file_document(case_file, document, pages=1)
            clock.advance(timedelta(minutes=2))
            closing.close_file(case_file, accept=True)
        _make_inventory(case_file)
        if state != CLOSED:
            _submit(body, case_file, maker, taken=state == TAKEN)
    clock.freeze(present)


def _document(body, direction: str, words: str):
    """The document of the body whose subject has these words, None when there is none."""
    rows = documents.list_documents(body.UID(), direction, tokens=None, size=200).rows
    found = next((row for row in rows if words in row["subject"]), None)
    return None if found is None else api.portal.get().unrestrictedTraverse(found["path"])


def _make_inventory(case_file) -> None:
    """What the worker does, who does not run yet: a submission asks for the inventory."""
    fields = {"args": {}, "cursor": {}, "done": 0, "total": 0, "tries": 0, "site": "", "worker": ""}
    kind = closing_inventory.KIND
    closing_inventory.make(jobs.Job(uid="", kind=kind, subject=case_file.UID(), **fields))


def _submit(body, case_file, maker: str, *, taken: bool) -> None:
    clock.advance(timedelta(minutes=2))
    with acting_as(maker):
        folder = places.of_body(body.UID())
        submission = archive.submit_files(folder, [case_file.UID()])
    if taken:
        clock.advance(timedelta(minutes=2))
        with acting_as(ARCHIVIST):
            archive.take_over_file(submission, case_file.UID())
