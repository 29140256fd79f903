"""POST @read-head: what a scan says of itself, over REST."""

from base64 import b64encode
from tests.functional.letters import BODY
from tests.functional.letters import INCOMING
from tests.functional.letters import letter
from tests.letters import letter_pdf
import pytest


@pytest.fixture
def sent():
    """A body with a file: ``sent(content)``."""

    def values(content, name="Thư.pdf", **more):
        return {"filename": name, "data": b64encode(content).decode(), **more}

    return values


def test_a_program_gets_what_the_form_gets(rest, sent):
    answer = rest("vanthu").post(f"{BODY}/@read-head", json=sent(letter_pdf()))
    assert answer.status_code == 200
    found = answer.json()
    assert found["pages"] == 1
    assert found["images"] == []
    date = found["fields"]["issued_date"]
    assert (date["value"], date["shown"]) == ("2024-08-09", "09/08/2024")
    assert not date["doubtful"]
    assert date["place"]["page"] == 1
    images = sent(letter_pdf(), images=True)
    assert len(rest("vanthu").post(f"{BODY}/@read-head", json=images).json()["images"]) == 1


def test_the_scan_of_a_document_that_waits_is_read_where_it_lies(rest, sent):
    files = [{**sent(letter_pdf()), "content-type": "application/pdf"}]
    values = letter(arrive_only=True, files=files)
    address = rest("vanthu").post(INCOMING, json=values).json()["@id"]
    answer = rest("vanthu").post(f"{address}/@read-head", json={})
    assert answer.status_code == 200, answer.text
    assert answer.json()["fields"]["issued_date"]["value"] == "2024-08-09"
    assert rest("chutich").post(f"{address}/@read-head", json={}).status_code in (403, 404)


def test_only_who_registers_may_ask(rest, sent):
    assert rest("chutich").post(f"{BODY}/@read-head", json=sent(letter_pdf())).status_code == 403


@pytest.mark.parametrize(
    ("content", "name", "status"),
    [
        (letter_pdf(stamp="MẬT"), "a.pdf", 422),
        (b"", "a.pdf", 400),
        (b"%PDF-1.7 no", "", 400),
        (b"MZ" + bytes(100), "a.exe", 400),
    ],
)
def test_what_cannot_come_in_is_not_read_either(rest, sent, content, name, status):
    answer = rest("vanthu").post(f"{BODY}/@read-head", json=sent(content, name))
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_what_is_no_base64_is_said(rest):
    wrong = {"filename": "a.pdf", "data": "?"}
    assert rest("vanthu").post(f"{BODY}/@read-head", json=wrong).status_code == 400


def test_a_form_of_another_site_is_not_read(rest):
    files = {"file": ("a.pdf", letter_pdf(), "application/pdf")}
    assert rest("vanthu").post(f"{BODY}/@read-head", files=files).status_code == 403
