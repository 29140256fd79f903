"""Acts of the archive, each done and refused; see tests/site/guards/test_acts.py."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from tests.archive_office import ARCHIVIST
from tests.archive_office import Archive
from tests.letters import letter_pdf
from tests.office import as_user
from tests.rules.casefiles import packages
from vanphong.casefiles import freeze


MAKER = "cv1-vhtt"


def arguments(*args, **more):
    return lambda office, context: (args, more)


def full(office):
    return Archive(office).full(letter_pdf())


def closed(office):
    return Archive(office).closed(letter_pdf(), day=date(2023, 8, 20))


def folder(office):
    return Archive(office).folder


def with_closed(office):
    archive = Archive(office)
    office.closed_uid = archive.closed(letter_pdf()).UID()
    return archive.folder


def its_uid(office, _context):
    return ([office.closed_uid],), {}


def submitted(office):
    archive = Archive(office)
    return archive.submitted(archive.closed(letter_pdf()))


def its_line(**more):
    return lambda office, context: ((context.lines[0].uid,), more)


def archived(office):
    archive = Archive(office)
    case_file = archive.closed(letter_pdf())
    archive.taken(case_file)
    return case_file


def frozen(office):
    case_file = full(office)
    with as_user(ARCHIVIST):
        freeze.freeze(case_file, reason="Thanh tra")
    return case_file


def leaving(office):
    Archive(office).full(letter_pdf())
    return office.unit("vhtt")


def because(text="Theo chỉ đạo", **more):
    return arguments(reason=text, **more)


#: Somebody who may, the stage, what is right, what is wrong, and a stranger when it matters.
ARCHIVE = {
    "close_file": (MAKER, full, arguments(), arguments(ended_on=date(2030, 1, 1))),
    "reopen_file": (MAKER, closed, because(), because(" ")),
    "submit_files": (MAKER, with_closed, its_uid, arguments([]), ""),
    "take_over_file": (ARCHIVIST, submitted, its_line(), arguments("khong-co")),
    "return_file": (ARCHIVIST, submitted, its_line(reason="Thiếu"), its_line(reason=" ")),
    "keep_back_file": (
        "chanhvp",
        closed,
        because(until=date(2025, 8, 20), basis="CV 1"),
        because(until=date(2029, 8, 20), basis="CV 1"),
    ),
    "value_file": (
        ARCHIVIST,
        archived,
        arguments("transfer", reason="QĐ 1"),
        arguments("destroy", reason="QĐ 1"),
    ),
    "freeze": (ARCHIVIST, full, because(), because("")),
    "lift_freeze": (ARCHIVIST, frozen, because(), because("")),
    "export_file": (MAKER, closed, arguments("xml"), arguments("exe")),
    "hand_over": (
        "truongphong-vhtt",
        leaving,
        arguments(MAKER, "cv2-vhtt", reason="Nghỉ hưu"),
        arguments(MAKER, "cv2-vhtt", reason=" "),
    ),
    "import_package": (
        ARCHIVIST,
        folder,
        lambda office, context: ((BytesIO(package()),), {}),
        lambda office, context: ((BytesIO(b"PK"),), {}),
    ),
}


def package():
    """A package of a file that this office does not have."""
    content = b"noi dung tep"
    entry = replace(packages.ENTRIES[0], files=(packages.data(content, "a.txt"),))
    file = replace(packages.FILE, notation="77.LT", document_total=1)
    packages.BY_HASH[entry.files[0].sha256] = content
    return packages.made(file, (entry,)).getvalue()
