"""Templates by REST: the same acts, refusals as JSON."""

from base64 import b64encode
from tests import layers
from tests.fixtures import rest
from vanphong.ledger import audit
from vanphong.outgoing.forms import builtin
from vanphong.outgoing.forms import library
import pytest
import transaction


__all__ = ["rest"]

PLACE = f"{library.PLACE}/@letter-templates"


@pytest.fixture(scope="module")
def layer():
    return layers.SERVER


def sent(code="cong-van", **more):
    data = b64encode(builtin.template(code)).decode()
    return {"title": "Mẫu", "filename": "mau.docx", "data": data, **more}


def test_a_template_comes_is_replaced_and_retired(rest, portal):
    admin = rest(layers.interfaces.SITE_OWNER_NAME, layers.interfaces.SITE_OWNER_PASSWORD)
    made = admin.post(PLACE, json=sent(document_types=["cong-van"]))
    assert made.status_code == 201, made.text
    url = made.json()["@id"]
    assert made.headers["Location"] == url
    listed = rest("cv1-vhtt").get(PLACE).json()
    assert [one["key"] for one in listed["items"]] == [made.json()["key"]]
    assert "giay-moi" in [one["key"] for one in listed["forms"]]
    changed = admin.patch(f"{url}/@letter-template", json=sent("co-ten-loai"))
    assert changed.status_code == 200
    assert changed.json()["sha256"] != made.json()["sha256"]
    gone = admin.delete(f"{url}/@letter-template", json={"valid_to": "2024-08-14"})
    assert (gone.status_code, gone.json()["valid_to"]) == (200, "2024-08-14")
    assert admin.delete(f"{url}/@letter-template", json={}).status_code == 409


@pytest.mark.parametrize(
    ("values", "status", "field"),
    [
        ({"data": "kein base64!"}, 400, "file"),
        ({"data": b64encode(b"PK nothing").decode()}, 400, "file"),
        ({"filename": ""}, 400, "file"),
        ({"title": ""}, 400, "title"),
    ],
)
def test_bad_input_is_answered_in_words(rest, portal, values, status, field):
    admin = rest(layers.interfaces.SITE_OWNER_NAME, layers.interfaces.SITE_OWNER_PASSWORD)
    answer = admin.post(PLACE, json=sent(**values))
    assert answer.status_code == status
    assert answer.json()["error"]["field"] == field
    transaction.begin()
    assert portal[library.PLACE].objectIds() == []


def test_who_may_not_is_refused_and_written_down(rest, portal):
    answer = rest("vanthu").post(PLACE, json=sent())
    assert answer.status_code == 403
    (line,) = audit.history(portal[library.PLACE].UID())
    assert (line["act"], line["user_id"]) == ("add_template", "vanthu")
