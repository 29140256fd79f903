"""Who decides, appraises, stands in and signs, as routes and signing ask."""

from collective.workspace.interfaces import IWorkspace
from datetime import date
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.errors import RuleBroken
from vanphong.organisation import authority
from vanphong.organisation import delegations
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import Form
import pytest


DAY = date(2024, 8, 14)


def ids(found):
    return [one.user_id for one in found]


def without_ranks(unit):
    team = IWorkspace(unit)
    for person in directory.people(unit):
        team.add_to_team(user=person.user_id, rank="")
    return unit


def test_the_head_and_the_deputies_of_a_unit(office):
    assert ids(directory.heads(office.body)) == ["chutich"]
    assert set(ids(directory.deputies(office.body))) == {"pct-kinhte", "pct-vanxa"}
    assert directory.rank_of(office.unit("vp"), "chanhvp") == "head"
    assert directory.rank_of(office.unit("vp"), "vanthu2") == ""


def test_without_ranks_the_first_leader_is_the_head(office):
    vhtt = without_ranks(office.unit("vhtt"))
    assert ids(directory.heads(vhtt)) == ["pho-vhtt"]
    assert ids(directory.deputies(vhtt)) == ["truongphong-vhtt"]


def test_a_vacant_post_stays_vacant(office):
    vhtt = office.unit("vhtt")
    IWorkspace(vhtt).remove_from_team("truongphong-vhtt")
    assert directory.heads(vhtt) == []
    assert authority.in_charge(vhtt, "CNTT") is None
    assert authority.in_charge(vhtt, "VHTT").user_id == "pho-vhtt"


@pytest.mark.parametrize(
    ("field", "user"),
    [("KT", "pct-kinhte"), ("VHTT", "pct-vanxa"), ("NV", "chutich"), ("", "chutich")],
)
def test_who_of_the_leaders_is_in_charge_of_a_field(office, field, user):
    assert authority.in_charge(office.body, field).user_id == user


def test_a_field_that_nobody_has_is_the_heads(office):
    assert authority.in_charge(office.body, "VP").user_id == "chutich"


@pytest.mark.parametrize(("field", "users"), [("KT", 1), ("NC", 1), ("XX", 4), ("", 4)])
def test_the_appraisers_of_a_field_else_all(office, field, users):
    found = authority.appraisers(office.body, field)
    assert len(found) == users
    assert all(one.user_id.startswith("cv-tonghop-") for one in found)


def test_an_appraiser_answers_for_the_appraisers_of_the_office(office):
    assert f"Appraisers:{office.uid('vp')}" in people.person("cv-tonghop-kt").tokens
    assert f"Desk:{office.uid('vp')}" not in people.person("cv-tonghop-kt").tokens


def test_a_body_without_an_office_has_no_appraisers(office):
    assert authority.appraisers(office.unit("anlac"), "KT") == []


def test_the_delegations_that_are_in_force(office):
    found = authority.delegations(office.body.UID(), DAY)
    assert sorted(one.kind for one in found) == ["KT", "TL", "TUQ", "process"]
    assert len(delegations.of_body(office.body)) == 6
    assert authority.delegations(office.uid("anlac"), DAY) == []
    assert authority.delegations("khong-co", DAY) == []


def test_whoever_stands_in_answers_to_the_absent_person(office):
    given = authority.stands_in("cv-tonghop-nc", office.body.UID(), DAY)
    assert given.taker == "cv-tonghop-th"
    with as_user("cv-tonghop-th"):
        me = people.me()
    assert "cv-tonghop-nc" in me.tokens
    assert me.acting_for("cv-tonghop-nc") == "Chuyên viên tổng hợp (nội chính)"
    assert me.position_for("cv-tonghop-nc") == "Chuyên viên tổng hợp (công tác chung)"
    assert me.acting_for("cv-tonghop-th") == ""
    assert me.acting_for(f"Appraisers:{office.uid('vp')}") == ""
    assert authority.delegates_of("cv-tonghop-nc") == ("cv-tonghop-th",)
    assert authority.delegates_of("cv-tonghop-nc", office.body.UID()) == ("cv-tonghop-th",)
    assert authority.delegates_of("cv-tonghop-nc", office.uid("anlac")) == ()


@pytest.mark.parametrize(("day", "stands_in"), [(11, False), (12, True), (16, True), (17, False)])
def test_only_while_the_delegation_holds(office, day, stands_in):
    clock.freeze(clock.now().replace(day=day))
    assert ("cv-tonghop-nc" in people.person("cv-tonghop-th").tokens) is stands_in
    assert bool(authority.delegates_of("cv-tonghop-nc")) is stands_in


def test_it_gives_nothing_back_and_nothing_further(office):
    assert people.person("cv-tonghop-nc").tokens.isdisjoint({"cv-tonghop-th"})
    assert authority.delegates_of("cv-tonghop-th") == ()


def test_a_right_to_sign_hands_on_no_work(office):
    assert "chutich" not in people.person("pct-kinhte").tokens


def sign(office, unit, user, document_type, field, **more):
    person = directory.person_in(office.unit(unit), user)
    return authority.signing(
        office.body, person, document_type=document_type, field=field, day=DAY, **more
    )


@pytest.mark.parametrize(
    ("unit", "user", "document", "lines"),
    [
        ("ubnd", "chutich", ("quyet-dinh", "KT"), "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
        (
            "ubnd",
            "pct-kinhte",
            ("quyet-dinh", "KT"),
            "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
        ),
        ("vp", "chanhvp", ("giay-moi", "KT"), "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
        (
            "vp",
            "phochanhvp1",
            ("cong-van", "KT"),
            "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG",
        ),
    ],
)
def test_how_the_people_of_the_sample_sign_for_their_body(office, unit, user, document, lines):
    assert " / ".join(sign(office, unit, user, *document).lines) == lines


def test_the_deputy_of_a_division_signs_in_its_own_name(office):
    noivu = office.unit("noivu")
    person = directory.person_in(noivu, "pho-noivu")
    found = authority.signing(noivu, person, document_type="cong-van", field="NV", day=DAY)
    assert found.lines == ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")
    assert (found.form, found.basis) == (Form.KT, None)


def test_an_authorisation_is_asked_for_by_name(office):
    given = sign(office, "noivu", "truongphong-noivu", "cong-van", "NV", form=Form.TUQ)
    assert given.lines == ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ")
    assert given.basis.basis.startswith("Giấy ủy quyền")
    with pytest.raises(RuleBroken, match="30/06/2024"):
        sign(office, "tckh", "truongphong-tckh", "bao-cao", "TCKH", form=Form.TUQ)


@pytest.mark.parametrize(
    ("unit", "user", "more"),
    [
        ("ubnd", "pct-vanxa", {}),
        ("noivu", "truongphong-noivu", {}),
        ("ubnd", "vanthu", {}),
        ("vp", "chanhvp", {"form": Form.OWN}),
        ("ubnd", "pct-kinhte", {"form": Form.TL}),
        ("anlac", "chutich-anlac", {}),
    ],
)
def test_who_may_not_sign_it(office, unit, user, more):
    with pytest.raises(RuleBroken):
        sign(office, unit, user, "cong-van", "KT", **more)


def test_looking_writes_nothing(office, portal):
    portal._p_jar._registered_objects.clear()
    authority.delegations(office.body.UID(), DAY)
    authority.appraisers(office.body, "KT")
    sign(office, "vp", "chanhvp", "cong-van", "KT")
    assert portal._p_jar._registered_objects == []


def test_delegations_are_read_once_in_a_request(office, monkeypatch):
    people.forget()
    read = []
    real = delegations.objects
    monkeypatch.setattr(delegations, "objects", lambda body: read.append(body) or real(body))
    for user in ("chanhvp", "chutich", "cv-tonghop-th", "truongphong-vhtt"):
        people.person(user)
        authority.delegates_of(user)
    assert len(read) == 1
