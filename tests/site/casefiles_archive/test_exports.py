"""Exports and packages: what goes out comes in again, as it was."""

from io import BytesIO
from lxml import etree
from tests.archive_office import ARCHIVIST
from tests.archive_office import imported
from tests.archive_office import other_body
from tests.letters import letter_pdf
from tests.office import as_user
from tests.office import tick
from unittest.mock import patch
from vanphong.casefiles import actions
from vanphong.casefiles import archive_import
from vanphong.casefiles import closing
from vanphong.casefiles import closing_inventory
from vanphong.casefiles import entries
from vanphong.casefiles import export_jobs
from vanphong.casefiles import export_store
from vanphong.casefiles import exports
from vanphong.casefiles import places
from vanphong.casefiles import stages
from vanphong.casefiles.rules import package_reader
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.ledger import case_entries
from vanphong.ledger import jobs
from vanphong.ledger.system import as_system
import pikepdf
import pytest


#: The five letters of the sample, and what was answered.
SEEDS = (
    "1210/UBND-VX",
    "166/CCT-KTr",
    "331/VP-NC",
    "512/STTTT-CNTT",
    "845/SGDĐT-GDTH",
)


def pdf(number):
    return letter_pdf(number, ("V/v gửi nhận văn bản điện tử",))


def letters(archive, count):
    return [pdf(f"{number}/STTTT-CNTT") for number in range(1, count + 1)]


def without_libreoffice(monkeypatch):
    monkeypatch.setattr(export_jobs.office, "soffice", lambda: "")


def test_the_xml_has_all_documents(archive):
    case_file = archive.closed(b"abc", b"def")
    made = archive.exported(case_file, "xml")
    root = etree.fromstring(made.blob.data)
    assert root.findtext("FileCode/FileNotation") == case_file.notation
    found = root.findall("DocumentList/IncomingDocument")
    assert [one.findtext("DocOrdinal") for one in found] == ["1", "2"]
    assert made.blob.filename.endswith(".xml")


def test_one_pdf_with_bookmarks_in_time_order(archive, monkeypatch):
    without_libreoffice(monkeypatch)
    monkeypatch.setattr(export_jobs, "PART", 2)
    case_file = archive.open(started_on="2023-01-10")
    for number, day in ((1, "2024-08-03"), (2, "2024-08-01"), (3, "2024-08-02")):
        document = archive.document(pdf(f"{number}/STTTT-CNTT"), issued_date=day)
        archive.filed(document, case_file, pages=1)
    archive.filed(archive.document(b"khong in duoc"), case_file, pages=1)
    made = archive.exported(case_file, "pdf")
    with pikepdf.open(BytesIO(made.blob.data)) as found:
        assert len(found.pages) == 3
        with found.open_outline() as outline:
            titles = [one.title for one in outline.root]
    assert [title.split(".")[0] for title in titles] == ["2", "3", "1"]
    assert len(made.left_out) == 1
    assert "cong-van.txt" in made.left_out[0]


def test_a_broken_pdf_is_named_and_left_out(archive, monkeypatch):
    without_libreoffice(monkeypatch)
    case_file = archive.closed(b"%PDF-1.4\nrubbish\n%%EOF\n", pdf("1/STTTT-CNTT"))
    made = archive.exported(case_file, "pdf")
    assert len(made.left_out) == 1
    with pikepdf.open(BytesIO(made.blob.data)) as found:
        assert len(found.pages) == 1


def test_an_export_goes_on_after_a_kill(archive, monkeypatch):
    without_libreoffice(monkeypatch)
    monkeypatch.setattr(export_jobs, "PART", 1)
    case_file = archive.closed(*letters(archive, 3))
    with as_user("cv1-vhtt"):
        uid = exports.export_file(case_file, "pdf")
    first = export_jobs.make(_job(uid))
    again = export_jobs.make(_job(uid, first.cursor))
    twice = export_jobs.make(_job(uid, first.cursor))
    assert (again.done, twice.done) == (2, 2)
    last = export_jobs.make(_job(uid, again.cursor))
    done = export_jobs.make(_job(uid, last.cursor))
    assert done.result["left_out"] == []
    made = export_store.find(uid, "cv1-vhtt")
    with pikepdf.open(BytesIO(made.blob.data)) as found:
        assert len(found.pages) == 3


def _job(uid, cursor=None):
    row = jobs.status(uid)
    return jobs.Job(
        uid, row["kind"], row["subject_uid"], row["args"], cursor or {}, 0, 0, 0, "", ""
    )


def test_nobody_gets_what_that_person_may_not_read(archive, office):
    case_file = archive.open(started_on="2023-01-10")
    archive.filed(archive.document(pdf("1/STTTT-CNTT")), case_file, grants=False, pages=1)
    with as_user("cv1-vhtt"):
        actions.set_member(case_file, "cv1-noivu", "reader")
    made = archive.exported(case_file, "xml", by="cv1-noivu")
    assert len(made.left_out) == 1
    assert etree.fromstring(made.blob.data).findall("DocumentList/IncomingDocument") == []


@pytest.mark.parametrize("user", ["cv1-noivu", "vanthu-tuphap", "admin"])
def test_strangers_get_nothing(archive, user):
    case_file = archive.closed(b"abc")
    with as_user(user), pytest.raises(NotAllowed):
        exports.export_file(case_file, "xml")


def test_what_was_made_for_one_is_not_for_another(archive):
    case_file = archive.closed(b"abc")
    with as_user("cv1-vhtt"):
        uid = exports.export_file(case_file, "xml")
    jobs.run_pending()
    assert export_store.find(uid, "truongphong-vhtt") is None


def test_a_package_of_an_open_file_is_refused(archive):
    with as_user("cv1-vhtt"), pytest.raises(Conflict):
        exports.export_file(archive.full(b"abc"), "sip")


def test_a_package_comes_in_as_the_same_file(archive, office):
    case_file = archive.closed(pdf("1/STTTT-CNTT"), b"phu luc", None)
    archive.taken(case_file)
    package = archive.exported(case_file, "sip")
    folder = places.of_body(office.unit("ubnd").UID())
    with as_user(ARCHIVIST), pytest.raises(Conflict, match="belong to another file"):
        archive_import.import_package(folder, BytesIO(package.blob.data))
    came = imported(office, package)
    assert stages.state_of(came) == "archived"
    assert closing_inventory.file_record(came) == closing_inventory.file_record(case_file)
    before, after = (tuple(closing_inventory.records(one)) for one in (case_file, came))
    assert after == before
    assert (entries.count(came), entries.pages(came)) == (3, 6)
    hashes = {data.sha256 for entry in before for data in entry.files}
    assert set(came.imported.files) == hashes
    for name, one in came.imported.files.items():
        assert (one.sha256, one.is_held) == (name, False)


def test_what_came_in_goes_out_again(archive, office):
    case_file = archive.closed(pdf("1/STTTT-CNTT"), b"phu luc")
    first = archive.exported(case_file, "sip")
    came = imported(office, first)
    second = export_of(came)
    with package_reader.opened(BytesIO(first.blob.data)) as one:
        before = one.contents()
    with package_reader.opened(BytesIO(second.blob.data)) as one:
        after = one.contents()
    assert (after.file, after.entries) == (before.file, before.entries)


def export_of(came):
    export = export_store.begin("again", "", came.UID(), "sip")
    job = jobs.Job("again", "", came.UID(), {"kind": "sip", "user": "admin"}, {}, 0, 0, 0, "", "")
    with patch.object(export_jobs.export_sources, "is_readable", lambda *_args: True):
        export_jobs.MAKERS["sip"](job, came, export)
    return export


@pytest.mark.parametrize("change", ["checksum", "truncated", "no zip"])
def test_a_broken_package_leaves_nothing_behind(archive, office, change):
    case_file = archive.closed(b"abc")
    octets = archive.exported(case_file, "sip").blob.data
    changes = {
        "checksum": octets.replace(b"abc", b"abd", 1),
        "truncated": octets[: len(octets) // 2],
        "no zip": b"PK\x03\x04",
    }
    folder = places.of_body(other_body(office).UID())
    with as_system(), pytest.raises(InvalidInput):
        archive_import.import_package(folder, BytesIO(changes[change]))
    assert list(folder.objectIds()) == []


def test_the_seed_letters_from_the_office_to_the_archive_and_back(archive, office):
    """Two files, closed, submitted, taken over, exported, imported; one letter in three files."""
    seeds = [office.document(symbol) for symbol in SEEDS]
    letters_ = [
        archive.document(pdf(f"{n}/UBND-VX"), subject=one.subject)
        for n, one in enumerate(seeds, 2101)
    ]
    replies = [archive.document(pdf(f"{n}/BC-UBND")) for n in range(3101, 3106)]
    first = archive.open(started_on="2023-01-10", title="Hồ sơ chỉ đạo của tỉnh năm 2024")
    second = archive.open(started_on="2023-01-10", title="Hồ sơ trả lời của huyện")
    third = archive.open(started_on="2023-01-10", title="Hồ sơ theo dõi")
    for letter, reply in zip(letters_, replies, strict=True):
        archive.filed(letter, first, pages=1)
        archive.filed(reply, second, pages=1, kind="reply")
    shared = letters_[0]
    archive.filed(shared, second, pages=1)
    archive.filed(shared, third, pages=1)
    assert len(case_entries.files_of(shared.UID())) == 3
    assert len({id(one.blob) for one in shared.attachments}) == 1
    for case_file in (first, second):
        with as_user("cv1-vhtt"):
            tick()
            closing.close_file(case_file)
    jobs.run_pending()
    archive.taken(first, second)
    for case_file in (first, second):
        came = imported(office, archive.exported(case_file, "sip"))
        assert closing_inventory.file_record(came) == closing_inventory.file_record(case_file)
        assert tuple(closing_inventory.records(came)) == tuple(closing_inventory.records(case_file))
