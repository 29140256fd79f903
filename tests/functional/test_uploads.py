"""Large files in parts (tus 1.0), then taken by an act like any other."""

from base64 import b64encode
from tests.functional.letters import BODY
from tests.functional.letters import INCOMING
from tests.functional.letters import PDF
from tests.functional.letters import letter
from tests.rules.attachments import making
import os
import pytest


TUS = {"Tus-Resumable": "1.0.0"}
UPLOADS = f"{BODY}/@tus-upload"
PART = {**TUS, "Content-Type": "application/offset+octet-stream"}
LETTER = making.pdf("Kinh gui " * 200)
DATA = b64encode(PDF).decode()


def begin(client, length, name="Công văn 12.pdf", **headers):
    metadata = f"filename {b64encode(name.encode()).decode()},type YQ=="
    sent = {**TUS, "Upload-Length": str(length), "Upload-Metadata": metadata, **headers}
    return client.post(UPLOADS, headers=sent)


def part(client, url, content, offset):
    return client.patch(url, data=content, headers={**PART, "Upload-Offset": str(offset)})


@pytest.fixture
def clerk(rest):
    return rest("vanthu")


@pytest.fixture(autouse=True)
def no_scanner(monkeypatch):
    monkeypatch.setenv("VANPHONG_CLAMD", "/nonexistent/clamd.ctl")


def test_a_file_comes_in_parts_and_goes_on_after_a_break(clerk, rest):
    begun = begin(clerk, len(LETTER))
    assert begun.status_code == 201
    url = begun.headers["Location"]
    half = len(LETTER) // 2
    first = part(clerk, url, LETTER[:half], 0)
    assert (first.status_code, first.headers["Upload-Offset"]) == (204, str(half))
    asked = clerk.head(url, headers=TUS)
    assert asked.headers["Upload-Offset"] == str(half)
    assert asked.headers["Upload-Length"] == str(len(LETTER))
    assert part(clerk, url, LETTER[half:], half).headers["Upload-Offset"] == str(len(LETTER))

    uid = url.rpartition("/")[2]
    made = clerk.post(INCOMING, json=letter(files=[{"upload": uid}]))
    assert made.status_code == 201, made.text
    (file,) = made.json()["files"]
    assert file["filename"] == "Công văn 12.pdf"
    assert clerk.get(file["download"]).content == LETTER
    # taken once, and gone
    again = clerk.post(INCOMING, json=letter(files=[{"upload": uid}]))
    assert again.status_code == 400
    assert not [name for name in os.listdir(f"{os.environ['VANPHONG_VAR']}/uploads") if uid in name]


def test_what_is_uploaded_passes_the_same_checks(clerk):
    url = begin(clerk, 9, "a.pdf").headers["Location"]
    part(clerk, url, b"MZ\x90\0 prog", 0)
    refused = clerk.post(INCOMING, json=letter(files=[{"upload": url.rpartition("/")[2]}]))
    assert refused.status_code == 400
    assert refused.json()["error"]["field"] == "file"


def test_an_upload_is_its_owners_alone(clerk, rest):
    url = begin(clerk, len(PDF)).headers["Location"]
    other = rest("chutich")
    assert other.head(url, headers=TUS).status_code == 400
    assert part(other, url, PDF, 0).status_code == 400
    assert rest().post(UPLOADS, headers=TUS).status_code == 401


@pytest.mark.parametrize("length", ["0", "-1", "x", "", str(1 << 40)])
def test_lengths_that_are_not_allowed(clerk, length):
    assert begin(clerk, length).status_code == 400


def test_parts_must_follow_each_other_and_end_where_they_said(clerk):
    url = begin(clerk, len(PDF)).headers["Location"]
    assert part(clerk, url, PDF[10:], 10).status_code == 409
    assert part(clerk, url, PDF + b"more", 0).status_code == 400
    unfinished = begin(clerk, len(PDF)).headers["Location"].rpartition("/")[2]
    refused = clerk.post(INCOMING, json=letter(files=[{"upload": unfinished}]))
    assert refused.status_code == 409


@pytest.mark.parametrize("uid", ["x", "../../Data.fs", "0" * 32, "0" * 31])
def test_ids_that_are_none(clerk, uid):
    assert clerk.post(INCOMING, json=letter(files=[{"upload": uid}])).status_code == 400


def test_another_version_of_the_protocol_is_told_ours(clerk):
    answer = clerk.post(UPLOADS, headers={"Tus-Resumable": "2.0.0", "Upload-Length": "5"})
    assert (answer.status_code, answer.headers["Tus-Version"]) == (412, "1.0.0")
    assert clerk.post(UPLOADS).status_code == 412


def test_nothing_becomes_content_by_uploading(clerk, body):
    before = set(body.objectIds())
    url = begin(clerk, len(PDF), "a.pdf").headers["Location"]
    part(clerk, url, PDF, 0)
    assert set(body.objectIds()) == before


def test_a_program_can_look_after_the_quarantine(rest, portal, clerk):
    from tests.clamd import protocol
    from vanphong.attachments.interfaces import IFileSettings
    import transaction

    record = f"{IFileSettings.__identifier__}.antivirus"
    portal.portal_registry[record] = "required"
    transaction.commit()
    made = clerk.post(INCOMING, json=letter(files=[{"filename": "a.pdf", "data": DATA}])).json()
    (file,) = made["files"]
    assert (file["download"], file["stages"][0]["why"]) == ("", "no-scanner")
    admin = rest("admin", "secret")
    (held,) = admin.get("@quarantine").json()["items"]
    assert held["filename"] == "a.pdf"
    assert admin.post(f"@quarantine/{held['uid']}", json={"act": "x"}).status_code == 400
    refused = admin.post(f"@quarantine/{held['uid']}", json={"act": "release", "reason": "x"})
    assert refused.status_code == 422
    assert clerk.post(f"@quarantine/{held['uid']}", json={"act": "rescan"}).status_code == 401
    with protocol() as server, pytest.MonkeyPatch.context() as answering:
        answering.setenv("VANPHONG_CLAMD", server.server_address)
        sent = admin.post(f"@quarantine/{held['uid']}", json={"act": "rescan"})
    assert sent.json() == {"uid": held["uid"], "held": False}
    assert admin.post(f"@quarantine/{held['uid']}", json={"act": "rescan"}).status_code == 404


def test_a_program_has_a_file_read_again(clerk, portal):
    from vanphong.ledger import jobs
    import transaction

    content = b64encode(b"%PDF-1.4 nothing\n%%EOF").decode()
    made = clerk.post(INCOMING, json=letter(files=[{"filename": "a.pdf", "data": content}]))
    document = made.json()
    (file,) = document["files"]
    again = f"{document['@id']}/@retry-file"
    assert clerk.post(again, json={"file": file["uid"]}).status_code == 409
    transaction.begin()
    jobs.run_pending()
    transaction.commit()
    assert clerk.post(again, json={"file": file["uid"]}).status_code == 200
    assert clerk.post(again, json={"file": "x"}).status_code == 400
