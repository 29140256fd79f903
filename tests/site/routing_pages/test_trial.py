"""The simulator on the page of a template."""

from tests.outgoing_office import Outgoing
import pytest


def part(answer):
    """The words of the simulator."""
    return answer.html[answer.html.index('id="trial"') :]


def asked(unit, **more):
    return {
        "try_type": "quyet-dinh",
        "try_field": "VHTT",
        "try_urgency": "normal",
        "try_signed_by": "body",
        "try_unit": unit("vhtt").UID(),
        "try_drafter": "cv1-vhtt",
        "try_at": "10:00 14/8/2024",
        **more,
    }


def test_a_described_document_shows_people_and_times(page, usual, unit):
    found = part(page(usual, "view", "admin", **asked(unit)))
    assert "Trưởng phòng Văn hóa và Thông tin" in found
    assert "Chánh Văn phòng" in found
    assert "14/8" in found
    assert "<svg" in found
    assert 'role="img"' in found


def test_the_draft_is_what_is_tried(page, send, usual, unit, legal):
    before = part(page(usual, "view", "admin", **asked(unit)))
    assert "Trưởng phòng Tư pháp" not in before
    send(usual, "view", "save", **legal)
    assert "Trưởng phòng Tư pháp" in part(page(usual, "view", "admin", **asked(unit)))
    other = part(page(usual, "view", "admin", **asked(unit, try_type="thong-bao")))
    assert "Trưởng phòng Tư pháp" not in other


def test_it_says_which_template_is_taken_and_why_no_other(page, usual, unit):
    found = part(page(usual, "view", "admin", **asked(unit, try_type="giay-moi")))
    assert "Giấy mời" in found
    assert 'class="taken"' in found
    assert found.count("<li") > 4


def test_a_document_is_found_by_its_symbol(page, folder):
    template = folder["van-ban-den"]
    found = part(page(template, "view", "admin", try_document="1210/UBND-VX", try_at=""))
    assert "1210/UBND-VX" in found
    assert 'class="rt-res"' in found


@pytest.mark.parametrize("behind", ["", "/", "/view", "/@@act?do=submit", "#trial"])
def test_a_draft_without_a_number_is_found_by_its_address(page, usual, office, behind):
    document = Outgoing(office).submitted()
    address = document.absolute_url() + behind
    found = part(page(usual, "view", "admin", try_document=address, try_at=""))
    assert 'class="rt-res"' in found
    assert document.subject not in found


def test_a_document_of_the_other_direction_is_told_apart(page, usual):
    found = part(page(usual, "view", "admin", try_document="1210/UBND-VX", try_at=""))
    assert "“1210/UBND-VX” là văn bản đến" in found
    assert 'class="rt-res"' not in found


@pytest.mark.parametrize(
    "wrong", [{"try_document": "không có"}, {"try_at": "mai"}, {"try_at": "99:00 14/8/2024"}]
)
def test_what_cannot_be_tried_is_said(page, usual, unit, wrong):
    answer = page(usual, "view", "admin", **asked(unit, **wrong))
    assert answer.status == 200
    found = part(answer)
    assert 'role="alert"' in found
    assert 'class="rt-res"' not in found
    assert next(iter(wrong.values())) in found


def test_a_post_that_nobody_holds_is_named(page, send, usual, unit, legal):
    form = {**legal, "who": f"position|{unit('tuphap').UID()}|Chức danh không ai giữ"}
    assert send(usual, "view", "save", **form).status == 303
    found = part(page(usual, "view", "admin", **asked(unit)))
    assert "Chức danh không ai giữ" in found
    assert 'role="alert"' in found


def test_garbage_in_the_address_does_no_harm(page, usual):
    answer = page(usual, "view", "admin", try_unit="x", try_type=["a", "b"], try_drafter="<b>")
    assert answer.status == 200
    assert "<b>&lt;" not in part(answer)
