"""Old documents over REST, and HEAD of a document."""

from base64 import b64encode
from tests.functional.letters import INCOMING
from tests.functional.letters import letter
from tests.site.imports import lists
from vanphong.ledger.worker import Worker


IMPORTS = "to-chuc/ubnd/@imports"


def sent(name, stream):
    return {"filename": name, "data": b64encode(stream.getvalue()).decode()}


def work(running):
    Worker(running["zodbDB"], ("check-import", "import-documents")).run_due()


def test_three_hundred_rows_with_their_scans(rest, running):
    clerk = rest("vanthu")
    rows = [lists.incoming(n) for n in range(1, 301)]
    scans = lists.scans(*(one["files"] for one in rows))
    body = {"workbook": sent("so.xlsx", lists.workbook(rows)), "archive": sent("a.zip", scans)}
    answer = clerk.post(IMPORTS, json=body)
    assert answer.status_code == 201, answer.text
    url = f"{IMPORTS}/{answer.json()['uid']}"
    assert clerk.post(f"{url}/start").status_code == 409
    work(running)
    assert clerk.get(url).json()["counts"] == {"good": 300}
    assert rest("admin").get(url).status_code in (401, 404)
    assert clerk.post(f"{url}/start", json={}).status_code == 200
    work(running)
    found = clerk.get(f"{url}?page=3").json()
    assert (found["state"], found["counts"]) == ("ended", {"entered": 300})
    last = found["items"][-1]
    assert last["number"] == "300"
    assert clerk.get(last["document"]["@id"]).json()["state"]["token"] == "finished"
    assert clerk.delete(url).status_code == 204
    assert clerk.get(url).status_code == 404


def test_who_may_not_import(rest):
    body = {"workbook": sent("so.xlsx", lists.workbook([lists.incoming(1)]))}
    for user in ("cv1-vhtt", "chutich", "vanthu-anlac"):
        assert rest(user).post(IMPORTS, json=body).status_code in (401, 403)
    assert rest("vanthu").post(IMPORTS, json={}).status_code == 400


def test_head_of_a_document(rest):
    clerk = rest("vanthu")
    url = clerk.post(INCOMING, json=letter()).json()["@id"]
    html = {"Accept": "text/html"}
    assert clerk.head(url, headers=html).status_code == 200
    assert rest("cv1-noivu").head(url, headers=html).status_code in (401, 403)
    assert rest().head(url, headers=html, allow_redirects=False).status_code in (302, 401)
