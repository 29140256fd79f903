"""The page of a unit and the form of its roster."""

from tests.office import as_user
from vanphong.errors import NotAllowed
from vanphong.organisation import actions
from vanphong.organisation import directory
from vanphong.organisation import people
import pytest


def add(page, unit, **form):
    values = {"act": "add", "person": "", "position": "Chuyên viên", **form}
    return page(unit, "edit-team", "admin", post=True, **values)


def test_everybody_sees_who_belongs_to_a_unit(page, unit):
    shown = page(unit("vhtt"), "view", "cv1-noivu")
    assert "truongphong-vhtt" in shown.text
    assert "Lãnh đạo" in shown.text
    assert "@@edit-team" not in shown.html
    assert "++add++" not in shown.html


def test_an_administrator_is_offered_the_changes(page, unit):
    shown = page(unit("vhtt"), "view", "admin").html
    for address in ("@@edit-team", "/edit", "++add++Unit", "++add++Register"):
        assert address in shown


def test_a_unit_shows_its_registers_to_those_who_may_look_into_them(page, body):
    assert "so-den-2024" in page(body, "view", "chanhvp").html
    assert "so-den-2024" not in page(body, "view", "cv1-vhtt").html


def test_the_organisation_shows_the_whole_tree(page, body):
    shown = page(body.__parent__, "view", "cv1-vhtt")
    assert "Phòng Nội vụ" in shown.text
    assert "H99.20.07" in shown.text


def test_a_person_is_added_by_name_without_accents(page, unit):
    answer = add(page, unit("noivu"), person="chuc van thu UY BAN", position="")
    assert answer.status == 400
    answer = add(page, unit("noivu"), person="chanh van phong hdnd va ubnd huyen")
    assert answer.status == 303
    added = directory.person_in(unit("noivu"), "chanhvp")
    assert added.position == "Chuyên viên"
    assert added.functions == {"Members"}


def test_functions_decide_who_receives_for_the_unit(page, unit):
    noivu = unit("noivu")
    add(page, noivu, person="vanthu", position="Văn thư kiêm nhiệm", functions=["Clerks"])
    people.forget()
    assert f"Desk:{noivu.UID()}" in people.person("vanthu").tokens
    answer = page(
        noivu, "edit-team", "admin", post=True, act="change", member="vanthu", position="Cố vấn"
    )
    assert answer.status == 303
    people.forget()
    assert f"Desk:{noivu.UID()}" not in people.person("vanthu").tokens
    assert directory.person_in(noivu, "vanthu").position == "Cố vấn"
    page(noivu, "edit-team", "admin", post=True, act="remove", member="vanthu")
    assert directory.person_in(noivu, "vanthu") is None


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"person": "nguoi-khong-co"}, "Không có tài khoản nào khớp với “nguoi-khong-co”"),
        ({"person": "van phong"}, "tài khoản khớp với “van phong”"),
        ({"person": ""}, "Hãy ghi tên đăng nhập hoặc họ tên."),
        ({"person": "vanthu", "position": " "}, "Hãy ghi chức vụ"),
        ({"person": "vanthu", "functions": ["Manager"]}, "“Manager” không phải là vai trò"),
        ({"person": "truongphong-noivu"}, "đã có trong danh sách nhân sự"),
        ({"act": "other", "person": "vanthu"}, "Hãy chọn việc cần làm."),
    ],
)
def test_what_cannot_be_added_is_said(page, unit, form, said):
    before = directory.people(unit("noivu"))
    answer = add(page, unit("noivu"), **form)
    assert answer.status == 400
    assert said in answer.text
    assert directory.people(unit("noivu")) == before


def test_a_form_from_elsewhere_changes_nothing(page, unit):
    answer = add(page, unit("noivu"), person="vanthu", _authenticator="x")
    assert answer.status == 403
    assert directory.person_in(unit("noivu"), "vanthu") is None


def test_nobody_else_changes_a_roster(unit):
    for user in ("vanthu", "chutich", "truongphong-noivu", ""):
        with as_user(user), pytest.raises(NotAllowed):
            actions.place(unit("noivu"), "vanthu", position="Văn thư")
        with as_user(user), pytest.raises(NotAllowed):
            actions.remove(unit("noivu"), "cv1-noivu")
