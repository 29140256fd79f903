"""REST of the archive: each act by its service, refusals with their status."""

from base64 import b64encode
from tests.archive_office import ARCHIVIST
from tests.letters import letter_pdf
from vanphong.casefiles import places
from vanphong.casefiles import stages
from vanphong.casefiles.services import archive_acts as services
from vanphong.casefiles.services import archive_exports as exports
from vanphong.casefiles.services import archive_posts as posts
from vanphong.ledger import jobs


def test_the_way_of_a_file(archive, call):
    case_file = archive.full(letter_pdf())
    status, found = call(services.Findings, case_file, "cv1-vhtt")
    assert (status, found) == (200, {"items": []})
    status, found = call(services.FileActs, case_file, "cv1-vhtt", "close", ended_on="2023-08-20")
    assert (status, found["state"], found["ended_on"]) == (200, "closed", "2023-08-20")
    jobs.run_pending()
    status, found = call(
        services.FileActs,
        case_file,
        "chanhvp",
        "keep-back",
        until="2025-08-20",
        basis="CV 1",
        reason="Đang dùng",
    )
    assert status == 200
    status, found = call(
        posts.Submit, archive.folder, "cv1-vhtt", files=[case_file.UID()], paper="1 hộp"
    )
    assert (status, found["decided"]) == (201, False)
    submission = places.by_uid(found["UID"])
    values = {"file": case_file.UID()}
    status, _found = call(services.SubmissionActs, submission, "cv1-vhtt", "take-over", **values)
    assert status == 403
    status, found = call(services.SubmissionActs, submission, ARCHIVIST, "take-over", **values)
    assert (status, found["decided"]) == (200, True)
    assert stages.state_of(case_file) == "archived"
    status, found = call(
        services.FileActs, case_file, ARCHIVIST, "value", verdict="transfer", reason="QĐ 1"
    )
    assert found["state"] == "transferred"


def test_freezing(archive, call, office):
    document = office.presented()
    status, found = call(services.DocumentActs, document, "chanhvp", "freeze", reason="Thanh tra")
    assert (status, found["frozen"]["reason"]) == (200, "Thanh tra")
    status, found = call(services.DocumentActs, document, "chanhvp", "lift-freeze", reason="")
    assert status == 400
    status, found = call(services.DocumentActs, document, "chanhvp", "lift-freeze", reason="Xong")
    assert found["frozen"] is None


def test_freezing_a_group(archive, call, office):
    document, case_file = office.presented(), archive.full(None)
    values = {"uids": [document.UID(), case_file.UID()], "reason": "Thanh tra"}
    status, found = call(posts.FreezeGroup, archive.folder, "cv1-vhtt", **values)
    assert (status, found["frozen"], len(found["refused"])) == (403, [], 2)
    status, found = call(posts.FreezeGroup, archive.folder, ARCHIVIST, **values | {"reason": ""})
    assert status == 400
    status, found = call(posts.FreezeGroup, archive.folder, ARCHIVIST, **values)
    assert (status, found) == (200, {"frozen": values["uids"], "refused": []})
    other = office.presented()
    values["uids"].append(other.UID())
    status, found = call(posts.FreezeGroup, archive.folder, ARCHIVIST, **values)
    assert (status, found["frozen"]) == (200, [other.UID()])
    assert [one["UID"] for one in found["refused"]] == values["uids"][:2]
    assert "frozen already" in found["refused"][0]["error"]["message"]
    status, found = call(posts.LiftGroup, archive.folder, "cv1-vhtt", **values)
    assert (status, found["lifted"]) == (403, [])
    status, found = call(posts.LiftGroup, archive.folder, ARCHIVIST, **values)
    assert (status, found) == (200, {"lifted": values["uids"], "refused": []})


def test_exports(archive, call):
    case_file = archive.closed(letter_pdf())
    status, found = call(exports.ExportPost, case_file, "cv1-vhtt", kind="xml")
    assert status == 200
    jobs.run_pending()
    status, listed = call(exports.ExportsGet, case_file, "cv1-vhtt")
    assert [one["state"] for one in listed["items"]] == ["done"]
    assert listed["items"][0]["url"].endswith(f"@@case-export/{found['job']}")
    assert call(exports.ExportsGet, case_file, "cv1-noivu")[0] == 403


def test_packages(archive, call):
    case_file = archive.closed(letter_pdf())
    data = b64encode(archive.exported(case_file, "sip").blob.data).decode()
    assert call(posts.Import, archive.folder, ARCHIVIST, data=data)[0] == 409
    assert call(posts.Import, archive.folder, ARCHIVIST, data="khong")[0] == 400
    assert call(posts.Import, archive.folder, "cv1-vhtt", data=data)[0] == 403


def test_handing_over(archive, call, office):
    archive.full(None)
    values = {"person": "cv1-vhtt", "receiver": "cv2-vhtt", "reason": "Nghỉ hưu"}
    status, found = call(posts.HandOver, office.unit("vhtt"), "truongphong-vhtt", **values)
    assert status == 200
    assert jobs.status(found["job"])["state"] == "waiting"


def test_no_such_act(archive, call):
    assert call(services.FileActs, archive.full(None), "cv1-vhtt", "burn")[0] == 400
