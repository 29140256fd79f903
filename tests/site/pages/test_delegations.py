"""The page of the delegations, and rank and fields on the roster's pages."""

from datetime import date
from vanphong.organisation import authority
from vanphong.organisation import delegations
from vanphong.organisation import directory
import json
import pytest


DAY = date(2024, 8, 14)


def newest(body):
    return delegations.value(delegations.objects(body)[-1])


def send(page, body, user, **form):
    return page(body, "delegations", user, post=True, **{"act": "delegate", **form})


def test_everybody_sees_the_delegations_of_the_body(page, body):
    shown = page(body, "delegations", "cv1-noivu").text
    for words in ("01/7/2024 – 31/12/2024", "Giấy ủy quyền số 07/GUQ-UBND", "Trưởng phòng Nội vụ"):
        assert words in shown


def test_a_unit_leads_to_the_page_of_its_body(page, unit, body):
    answer = page(unit("vhtt"), "delegations", "cv1-vhtt")
    assert answer.location == f"{body.absolute_url()}/@@delegations"


def test_one_delegation_leads_there_too(page, body):
    answer = page(delegations.objects(body)[0], "view", "cv1-vhtt")
    assert answer.location == f"{body.absolute_url()}/@@delegations"


def test_the_page_of_the_body_leads_to_it(page, body, unit):
    assert "@@delegations" in page(body, "view", "cv1-vhtt").html
    assert "@@delegations" not in page(unit("vhtt"), "view", "cv1-vhtt").html


def test_delegations_are_no_registers_on_the_page_of_the_body(page, body):
    assert "uy-quyen-1" not in page(body, "view", "chanhvp").html


def test_an_administrator_enters_one_for_the_head(page, body):
    answer = send(
        page,
        body,
        "admin",
        kind="TUQ",
        taker="truongphong-vhtt",
        valid_from="14/8/2024",
        valid_to="30/9/2024",
        document_types="cong-van",
        fields=["VHTT", "CNTT"],
        basis="Giấy ủy quyền số 08",
    )
    assert answer.status == 303
    made = newest(body)
    assert (made.giver_title, made.taker) == ("Chủ tịch UBND huyện", "truongphong-vhtt")
    assert made.fields == {"VHTT", "CNTT"}
    assert made.valid_to == date(2024, 9, 30)


def test_one_hands_on_ones_own_work_whatever_is_sent(page, body):
    answer = send(page, body, "cv1-vhtt", taker="cv2-vhtt", giver="chutich", valid_from="14/8/2024")
    assert answer.status == 303
    assert (newest(body).giver, newest(body).kind) == ("cv1-vhtt", "process")
    assert authority.stands_in("chutich", body.UID(), DAY) is None


@pytest.mark.parametrize(
    ("user", "form", "status"),
    [
        ("cv1-vhtt", {"taker": "cv2-vhtt", "kind": "TUQ"}, 403),
        ("cv1-vhtt", {"taker": "cv2-vhtt"}, 400),
        ("cv1-vhtt", {"taker": "", "valid_from": "14/8/2024"}, 400),
        ("cv1-vhtt", {"taker": "cv2-vhtt", "valid_from": "mai"}, 400),
        ("chutich-anlac", {"taker": "cv2-vhtt", "valid_from": "14/8/2024"}, 400),
        ("admin", {"kind": "TUQ", "taker": "truongphong-vhtt"}, 422),
        ("admin", {"act": "other"}, 400),
    ],
)
def test_what_is_refused_is_said(page, body, user, form, status):
    before = len(delegations.objects(body))
    assert send(page, body, user, **form).status == status
    assert len(delegations.objects(body)) == before


def test_a_form_from_elsewhere_delegates_nothing(page, body):
    answer = send(page, body, "cv1-vhtt", taker="cv2-vhtt", _authenticator="x")
    assert answer.status == 403


def test_the_giver_withdraws(page, body):
    send(page, body, "cv1-vhtt", taker="cv2-vhtt", valid_from="14/8/2024")
    uid = newest(body).uid
    assert f"?delegation={uid}" in page(body, "delegations", "cv1-vhtt").html
    assert f"?delegation={uid}" not in page(body, "delegations", "cv2-vhtt").html
    shown = page(body, "delegations", "cv1-vhtt", delegation=uid)
    assert 'value="withdraw"' in shown.html
    answer = page(
        body, "delegations", "cv1-vhtt", post=True, act="withdraw", delegation=uid, reason="Về"
    )
    assert answer.status == 303
    assert newest(body).withdrawn_on == DAY


def test_an_unknown_delegation_is_not_withdrawn(page, body):
    answer = page(body, "delegations", "admin", post=True, act="withdraw", delegation="x")
    assert answer.status == 400


def test_only_people_of_the_body_are_offered(page, body):
    found = json.loads(page(body, "find-colleagues", "cv1-vhtt", q="chu tich").html)
    names = [one["value"] for one in found]
    assert "chutich" in names
    assert "chutich-anlac" not in names


def test_the_roster_shows_rank_and_fields(page, unit):
    shown = page(unit("vhtt"), "view", "cv1-noivu").text
    assert "Công nghệ thông tin, Văn hóa" in shown or "Văn hóa và Thông tin, Công nghệ" in shown


def test_rank_and_fields_are_set_on_the_roster(page, unit):
    form = page(unit("vp"), "edit-team", "admin", person="phochanhvp1").html
    assert 'value="Appraisers"' in form
    assert 'value="Appraisers"' not in page(unit("vhtt"), "edit-team", "admin").html
    answer = page(
        unit("vp"),
        "edit-team",
        "admin",
        post=True,
        act="change",
        member="phochanhvp1",
        position="Phó Chánh Văn phòng",
        functions=["Leaders", "Appraisers"],
        rank="deputy",
        fields=["KT", "NN"],
    )
    assert answer.status == 303
    found = directory.person_in(unit("vp"), "phochanhvp1")
    assert found.rank == "deputy"
    assert found.fields == {"KT", "NN"}
    assert found.functions == {"Leaders", "Appraisers", "Members"}


def test_a_second_head_is_refused(page, unit):
    answer = page(
        unit("vp"),
        "edit-team",
        "admin",
        post=True,
        act="change",
        member="phochanhvp1",
        position="Chánh Văn phòng",
        functions=["Leaders"],
        rank="head",
    )
    assert answer.status == 409
