"""Pages of the archive: what they show, what they do, to whom."""

from datetime import date
from io import BytesIO
from tests.archive_office import ARCHIVIST
from tests.letters import letter_pdf
from tests.office import as_user
from vanphong.casefiles import entries
from vanphong.casefiles import exports
from vanphong.casefiles import freeze
from vanphong.casefiles import places
from vanphong.casefiles import stages
from vanphong.ledger import jobs
from zExceptions import NotFound
import docx
import pytest


def test_the_checks_and_their_mending(archive, page):
    case_file = archive.full(b"same text", b"other")
    twin = archive.document(b"same text")
    archive.filed(twin, case_file, pages=0)
    shown = page(case_file, "close-file", "cv1-vhtt")
    assert "take-out" in shown.html
    assert 'value="close"' not in shown.html
    page(
        case_file,
        "close-file",
        "cv1-vhtt",
        post=True,
        do="take-out",
        document=twin.UID(),
        reason="Trùng",
    )
    assert entries.count(case_file) == 2
    shown = page(case_file, "close-file", "cv1-vhtt")
    assert 'value="close"' in shown.html


def test_pages_are_entered_where_they_are_missing(archive, page):
    case_file = archive.open(started_on="2023-01-10")
    archive.filed(archive.document(b"abc"), case_file, pages=0)
    (entry,) = entries.every(case_file)
    uid = entry.document_uid
    shown = page(case_file, "close-file", "cv1-vhtt")
    assert 'name="pages"' in shown.html
    page(case_file, "close-file", "cv1-vhtt", post=True, do="pages", document=uid, pages="7")
    assert entries.pages(case_file) == 7


def test_close_by_the_page(archive, page):
    case_file = archive.full(None)
    refused = page(case_file, "close-file", "cv1-vhtt", post=True, do="close", ended_on="1/8/2024")
    assert refused.status == 422
    answer = page(
        case_file,
        "close-file",
        "cv1-vhtt",
        post=True,
        do="close",
        ended_on="1/8/2024",
        accept="yes",
    )
    assert answer.status == 303
    assert (stages.state_of(case_file), case_file.ended_on) == ("closed", date(2024, 8, 1))
    jobs.run_pending()
    assert "@@inventory" in page(case_file, "view", "cv1-vhtt").html
    assert "archive-paper" in page(case_file, "inventory", "cv1-vhtt").html


def test_submit_and_decide_by_the_pages(archive, page, portal):
    first = archive.closed(b"abc", title="Việc thứ nhất")
    second = archive.closed(b"def", title="Việc thứ hai")
    shown = page(portal, "archive", "cv1-vhtt")
    assert first.title in shown.text
    assert first.UID() in shown.html
    answer = page(
        portal, "archive", "cv1-vhtt", post=True, do="submit", files=[first.UID(), second.UID()]
    )
    assert answer.status == 303
    submission = places.by_uid(first.submission_uid)
    assert answer.location == submission.absolute_url()
    shown = page(submission, "view", ARCHIVIST)
    assert 'value="take-over"' in shown.html
    assert 'value="take-over"' not in page(submission, "view", "cv1-vhtt").html
    page(submission, "view", ARCHIVIST, post=True, do="take-over", file=first.UID())
    uid = second.UID()
    page(submission, "view", ARCHIVIST, post=True, do="return", file=uid, reason="Thiếu bản ký")
    assert (stages.state_of(first), stages.state_of(second)) == ("archived", "returned")
    assert "Thiếu bản ký" in page(submission, "view", "cv1-vhtt").text
    assert submission.title in page(portal, "archive", ARCHIVIST, box="submissions").text


@pytest.mark.parametrize("box", ["due", "submissions", "valuation", "frozen", "khac"])
@pytest.mark.parametrize("user", ["cv1-vhtt", ARCHIVIST, "chanhvp", "admin"])
def test_every_part_of_the_archive_is_shown(archive, page, portal, box, user):
    case_file = archive.closed(None)
    with as_user("chanhvp"):
        freeze.freeze(case_file, reason="Thanh tra")
    assert page(portal, "archive", user, box=box).status == 200


@pytest.mark.parametrize(
    ("kind", "words"),
    [("transfer", "MỤC LỤC HỒ SƠ, TÀI LIỆU NỘP LƯU"), ("minutes", "Giao nhận hồ sơ, tài liệu")],
)
def test_the_papers_can_be_saved(archive, page, kind, words):
    submission = archive.submitted(archive.closed(None))
    octets = page(submission, "archive-paper", "cv1-vhtt", kind=kind).html
    assert words in "\n".join(one.text for one in docx.Document(BytesIO(octets)).paragraphs)


def test_no_other_paper(archive, page):
    with pytest.raises(NotFound):
        page(archive.closed(None), "archive-paper", "cv1-vhtt", kind="minutes")


def test_export_and_download_by_the_pages(archive, page):
    case_file = archive.closed(letter_pdf())
    page(case_file, "export-file", "cv1-vhtt", post=True, kind="sip")
    assert "case-export" not in page(case_file, "export-file", "cv1-vhtt").html
    jobs.run_pending()
    shown = page(case_file, "export-file", "cv1-vhtt")
    with as_user("cv1-vhtt"):
        (made,) = exports.exports_of(case_file)
    assert f"@@case-export/{made['job']['uid']}" in shown.html
    assert "case-export" not in page(case_file, "export-file", "truongphong-vhtt").html


def test_freeze_and_lift_by_the_pages(archive, page, office):
    document = office.presented()
    assert page(document, "freeze", "chanhvp", post=True, reason="").status == 400
    page(document, "freeze", "chanhvp", post=True, reason="Thanh tra", order="QĐ 12")
    assert "Thanh tra" in page(document, "view", "vanthu").text
    assert "Thanh tra" in page(document, "lift-freeze", "chanhvp").text
    page(document, "lift-freeze", "chanhvp", post=True, reason="Xong")
    assert freeze.own(document) is None


def test_small_forms(archive, page):
    case_file = archive.closed(None, title="Việc vặt", retention="5 năm", day=date(2023, 8, 20))
    for name in ("reopen-file", "freeze"):
        assert page(case_file, name, "chanhvp").status == 200
    answer = page(
        case_file,
        "keep-back-file",
        "chanhvp",
        post=True,
        until="20/8/2025",
        basis="CV 12",
        reason="Đang dùng",
    )
    assert answer.status == 303
    assert "CV 12" in page(case_file, "view", "cv1-vhtt").text
    archive.taken(case_file)
    answer = page(
        case_file, "value-file", ARCHIVIST, post=True, verdict="keep", period="20 năm", reason="QĐ"
    )
    assert (answer.status, case_file.years) == (303, 20)


def test_import_by_the_page(archive, page, office):
    case_file = archive.closed(b"abc")
    made = archive.exported(case_file, "sip")
    sent = BytesIO(made.blob.data)
    sent.filename = "goi.zip"
    assert page(archive.folder, "import-package", ARCHIVIST).status == 200
    answer = page(archive.folder, "import-package", ARCHIVIST, post=True, package=sent)
    assert answer.status == 409
    broken = BytesIO(b"PK")
    broken.filename = "goi.zip"
    answer = page(archive.folder, "import-package", ARCHIVIST, post=True, package=broken)
    assert answer.status == 400


def test_hand_over_by_the_page(archive, page, office):
    case_file = archive.full(None)
    unit = office.unit("vhtt")
    first = page(unit, "hand-over", "truongphong-vhtt", post=True, person="cv1-vhtt")
    assert first.location.endswith("?person=cv1-vhtt")
    assert case_file.code in page(unit, "hand-over", "truongphong-vhtt", person="cv1-vhtt").text
    answer = page(
        unit,
        "hand-over",
        "truongphong-vhtt",
        post=True,
        do="hand-over",
        person="cv1-vhtt",
        receiver="cv2-vhtt",
        reason="Nghỉ hưu",
    )
    assert answer.status == 303
    jobs.run_pending()
    assert case_file.maker == "cv2-vhtt"


def test_the_work_of_people_of_other_units_is_not_shown(archive, page, office):
    case_file = archive.full(None)
    answer = page(office.unit("noivu"), "hand-over", "truongphong-noivu", person="cv1-vhtt")
    assert answer.status == 200
    assert case_file.code not in answer.text


def test_what_came_in_has_its_page(archive, page, office):
    from tests.site.casefiles_archive.test_exports import imported

    case_file = archive.closed(letter_pdf())
    came = imported(office, archive.exported(case_file, "sip"))
    shown = page(came, "inventory", "admin").text
    assert "512" in shown or entries.count(came) == 1
