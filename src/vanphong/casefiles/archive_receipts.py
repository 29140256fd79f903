"""The papers of a submission from its content: inventory of files, minutes of the handover."""

from vanphong.casefiles import archive
from vanphong.casefiles import archive_papers
from vanphong.casefiles import closing_inventory
from vanphong.casefiles.archive_papers import Handover
from vanphong.casefiles.archive_papers import Party
from vanphong.casefiles.rules import archive as rules
from vanphong.casefiles.rules import archive_lists
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import ARCHIVISTS
from vanphong.organisation.rules import MEMBERS


ARCHIVE = "Lưu trữ cơ quan"


def transfer_docx(submission) -> bytes:
    """Mục lục hồ sơ, tài liệu nộp lưu: everything that was submitted and not sent back."""
    return archive_papers.transfer(handover(submission))


def minutes_docx(submission) -> bytes:
    """Biên bản giao nhận hồ sơ, tài liệu."""
    return archive_papers.minutes(handover(submission))


def handover(submission) -> Handover:
    """What both papers are made of."""
    found = [
        case_file
        for line, case_file in archive.files_of(submission)
        if case_file is not None and line.verdict != rules.RETURNED
    ]
    records = tuple(closing_inventory.file_record(case_file) for case_file in found)
    number = octets = 0
    for case_file in found:
        for entry in closing_inventory.records(case_file):
            number += len(entry.files)
            octets += sum(data.size for data in entry.files)
    body = directory.unit_object(submission.body_uid)
    day = submission.decided_at or submission.submitted_at
    return Handover(
        superior="",
        body=body.title,
        place=body.place or "",
        day=day.date(),
        giver=Party(
            submission.unit_title,
            _name(submission.submitted_by, submission.submitted_title),
            _position(submission.submitted_by),
        ),
        receiver=Party(
            ARCHIVE,
            _name(submission.decided_by, submission.decided_title),
            _position(submission.decided_by, ARCHIVISTS),
        ),
        block=f"Hồ sơ công việc của {submission.unit_title}",
        state="đầy đủ theo mục lục kèm theo",
        files=records,
        count=archive_lists.count(records, number, octets),
        paper=submission.paper,
    )


def _name(user_id: str, title: str) -> str:
    return title if user_id else ""


def _position(user_id: str, function: str = MEMBERS) -> str:
    """The position of a person, that with a function before others."""
    found = people.person(user_id).positions if user_id else ()
    wanted = [one.position for one in found if function in one.functions]
    return next(iter([*wanted, *(one.position for one in found)]), "")
