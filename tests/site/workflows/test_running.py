"""Documents on their way, and giving their steps to somebody else."""

from tests import layers
from tests.office import as_user
from tests.outgoing_office import Outgoing
from tests.site.pages.conftest import page
from tests.site_workflow import put_in_between
from vanphong.routing import actions as routing
from zope.component import getMultiAdapter
import AccessControl
import pytest


__all__ = ["page"]


@pytest.fixture(scope="session")
def layer():
    return layers.FUNCTIONAL


@pytest.fixture
def listed(page, portal):
    """The words of the list: ``listed(q="512")``."""
    return lambda **asked: page(portal, "running-documents", "admin", **asked)


def test_it_tells_for_whom_a_document_waits_and_never_its_subject(office, listed):
    document = office.assigned()
    found = listed(q=document.label)
    step = office.step(document, "lead")
    assert step.actor_title in found.text and "Đang xử lý" in found.text
    assert f"Số đến {document.label}" in found.text
    assert document.subject not in found.text


def test_a_draft_has_no_number_to_be_called_by(office, listed):
    document = Outgoing(office).submitted()
    found = listed(route="van-ban-di")
    assert "Dự thảo chưa có số" in found.text
    assert document.subject not in found.text
    assert f"{document.getId()}/@@replace-holder" in found.html


@pytest.mark.parametrize(
    "asked",
    [
        {"q": "không có văn bản này"},
        {"q": "%"},
        {"route": "khong-co"},
        {"route": ["a", "b"], "q": "x" * 300, "page": "999999"},
    ],
)
def test_odd_questions_find_nothing_and_say_so(listed, asked):
    found = listed(**asked)
    assert found.status == 200 and "Không có văn bản" in found.text


def test_who_coordinates_keeps_no_document_waiting(office, listed):
    document = office.assigned()
    step = office.step(document, "lead")
    assert step.actor_title in listed(q=document.label).text
    office.do("finish", document, step, "cv1-vhtt", result="Xong.")
    found = listed(q=document.label).text
    assert step.actor_title not in found
    assert "nơi phối hợp" in found or "nơi nhận để biết" in found


def test_what_is_given_up_is_not_listed(office, listed):
    out = Outgoing(office)
    document = out.numbered()
    assert document.symbol in listed(route="van-ban-di").text
    out.do("cancel", document, "vanthu", reason="Không ban hành nữa.")
    assert document.symbol not in listed(route="van-ban-di").text


def test_a_state_put_in_between_is_named_with_who_passes_on(office, portal, listed):
    put_in_between(portal, "registered", "presented")
    document = office.presented()
    found = listed(q=document.label).text
    assert "Chờ kiểm tra" in found and "người được chuyển: Chánh Văn phòng" in found


@pytest.mark.parametrize("user", ["chanhvp", "vanthu", "chutich", "cv1-vhtt"])
def test_the_list_is_for_who_keeps_the_routes(portal, request_, user):
    found = getMultiAdapter((portal, request_), name="running-documents")
    with as_user(user):
        permission = type(found).__roles__.__name__
        assert not AccessControl.getSecurityManager().checkPermission(permission, portal)


# giving a step to somebody else


@pytest.fixture
def document(office):
    """A letter that a specialist handles."""
    return office.assigned()


@pytest.fixture
def give(page, document, office):
    """Send the form: ``give("chanhvp", person="cv2-vhtt", reason="…")``."""

    def send(user, **sent):
        sent = {"step": office.step(document, "lead").uid, **sent}
        return page(document, "replace-holder", user, post=True, **sent)

    return send


@pytest.mark.parametrize("user", ["chanhvp", "admin"])
def test_the_step_has_another_holder(office, document, give, user):
    answer = give(user, person="cv2-vhtt", reason="Chuyển công tác.")
    assert answer.status == 303
    assert office.step(document, "lead").actor == "cv2-vhtt"
    home = "/@@running-documents" if user == "admin" else document.absolute_url()
    assert answer.location.endswith(home)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"reason": "Nghỉ."}, "Hãy chọn người nhận"),
        ({"person": "cv2-vhtt", "reason": " "}, "lý do"),
        ({"person": "khong-co", "reason": "Nghỉ."}, "khong-co"),
        ({"person": "cv1-vhtt", "reason": "Nghỉ."}, "đã ở"),
        ({"person": "cv2-vhtt", "reason": "Nghỉ.", "step": "khong-co"}, ""),
        ({"person": "cv2-vhtt", "reason": "Nghỉ.", "step": ""}, "Hãy chọn bước"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_written(office, document, give, sent, said):
    answer = give("admin", **sent)
    assert answer.status in (400, 409, 422)
    assert said.lower() in answer.text.lower()
    assert office.step(document, "lead").actor == "cv1-vhtt"


def test_who_may_not_read_it_sees_number_and_holders(page, document):
    found = page(document, "replace-holder", "admin")
    assert document.label in found.text and document.subject not in found.text
    assert document.subject in page(document, "replace-holder", "chanhvp").text


def test_nothing_to_give_is_said(page, office, document):
    office.do("finish", document, office.step(document, "lead"), "cv1-vhtt", result="Xong.")
    for step in routing.sheets.steps_of(document):
        assert step.uid not in page(document, "replace-holder", "admin").html
    assert "không có bước nào" in page(document, "replace-holder", "admin").text


@pytest.mark.parametrize(("user", "offered"), [("chanhvp", True), ("vanthu", False)])
def test_it_is_offered_to_who_may(page, document, user, offered):
    assert ("@@replace-holder" in page(document, "view", user).html) is offered
