"""``@delegations``: read, give, withdraw."""

from plone.testing.zope import makeTestRequest
from tests.office import as_user
from vanphong.organisation import delegations
from vanphong.organisation.services.delegations.delete import DelegationsDelete
from vanphong.organisation.services.delegations.get import DelegationsGet
from vanphong.organisation.services.delegations.post import DelegationsPost
from zExceptions import NotFound
import json
import pytest


AWAY = {"giver": "cv1-vhtt", "taker": "cv2-vhtt", "valid_from": "2024-08-14"}


def ask(factory, context, user, method, body=None, *steps, **form):
    environ = {"REQUEST_METHOD": method, "CONTENT_TYPE": "application/json"}
    request = makeTestRequest(environ=environ)
    request.environ["CONTENT_TYPE"] = "application/json"
    if body is not None:
        request.set("BODY", json.dumps(body).encode())
    request.form.update(form)
    service = factory(context, request)
    for step in steps:
        service.publishTraverse(request, step)
    with as_user(user):
        return service.reply(), request.response.getStatus()


def test_everybody_reads_them(body, unit):
    found, _status = ask(DelegationsGet, unit("vhtt"), "cv1-vhtt", "GET")
    assert len(found["items"]) == 6
    found, _status = ask(DelegationsGet, body, "cv1-vhtt", "GET", standing="in-force")
    assert {one["standing"] for one in found["items"]} == {"in-force"}
    (tuq,) = [one for one in found["items"] if one["kind"] == "TUQ"]
    assert (tuq["taker"], tuq["valid_to"]) == ("truongphong-noivu", "2024-12-31")


def test_one_is_given_and_withdrawn(body):
    made, status = ask(DelegationsPost, body, "cv1-vhtt", "POST", AWAY)
    assert (status, made["standing"], made["kind"]) == (201, "in-force", "process")
    ended, status = ask(DelegationsDelete, body, "cv1-vhtt", "DELETE", None, made["UID"])
    assert (status, ended["standing"]) == (200, "withdrawn")
    _again, status = ask(DelegationsDelete, body, "cv1-vhtt", "DELETE", None, made["UID"])
    assert status == 409


@pytest.mark.parametrize(
    ("user", "values", "status"),
    [
        ("cv2-vhtt", AWAY, 403),
        ("cv1-vhtt", {**AWAY, "taker": ""}, 400),
        ("cv1-vhtt", {**AWAY, "valid_from": "mai"}, 400),
        ("cv1-vhtt", {**AWAY, "kind": "TUQ"}, 403),
        ("admin", {**AWAY, "kind": "TUQ"}, 422),
    ],
)
def test_what_is_refused(body, user, values, status):
    before = len(delegations.objects(body))
    assert ask(DelegationsPost, body, user, "POST", values)[1] == status
    assert len(delegations.objects(body)) == before


def test_what_is_not_there_is_not_withdrawn(body):
    with pytest.raises(NotFound):
        ask(DelegationsDelete, body, "admin", "DELETE", None, "x")
