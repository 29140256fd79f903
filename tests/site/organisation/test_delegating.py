"""Rosters with ranks and fields, delegations given and withdrawn: who may, and what is kept."""

from AccessControl import getSecurityManager
from datetime import date
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.ledger import audit
from vanphong.organisation import actions
from vanphong.organisation import authority
from vanphong.organisation import delegations
from vanphong.organisation import directory
from vanphong.organisation import people
import pytest


DAY = date(2024, 8, 14)

AWAY = {"kind": "process", "giver": "cv1-vhtt", "taker": "cv2-vhtt", "valid_from": DAY}

TUQ = {
    "kind": "TUQ",
    "taker": "truongphong-vhtt",
    "document_types": ["cong-van"],
    "valid_from": DAY,
    "valid_to": date(2024, 9, 30),
    "basis": "Giấy ủy quyền số 08/GUQ-UBND",
}


def give(office, user="admin", **values):
    with as_user(user):
        return actions.delegate(office.body, **values)


def line(obj):
    """The newest line of the trail about an object."""
    return audit.history(obj.UID())[-1]


# rosters


def test_rank_and_fields_are_kept(unit):
    vhtt = unit("vhtt")
    with as_user("admin"):
        actions.place(
            vhtt,
            "pho-vhtt",
            position="Phó Trưởng phòng",
            functions=["Leaders"],
            rank="deputy",
            fields=["VHTT", "CNTT"],
            signs_as="Phó Trưởng phòng phụ trách",
        )
    found = directory.person_in(vhtt, "pho-vhtt")
    assert (found.rank, found.fields) == ("deputy", {"VHTT", "CNTT"})
    assert found.signs_as == "Phó Trưởng phòng phụ trách"
    assert line(vhtt)["act"] == "place"
    assert line(vhtt)["detail"]["fields"] == ["CNTT", "VHTT"]


def test_a_printed_title_that_says_nothing_new_follows_the_position(unit):
    noivu = unit("noivu")
    with as_user("admin"):
        actions.place(noivu, "cv1-noivu", position="Trưởng phòng Nội vụ", signs_as="Trưởng phòng")
        actions.place(noivu, "cv1-noivu", position="Giám đốc Sở")
    assert directory.person_in(noivu, "cv1-noivu").signs_as == "Giám đốc"


@pytest.mark.parametrize(
    ("name", "user", "values", "refusal", "field"),
    [
        ("vhtt", "cv1-vhtt", {"rank": "chief"}, InvalidInput, "rank"),
        ("vhtt", "cv1-vhtt", {"rank": "deputy"}, InvalidInput, "functions"),
        (
            "vhtt",
            "pho-vhtt",
            {"rank": "head", "functions": ["Leaders"]},
            Conflict,
            "rank",
        ),
        ("vhtt", "cv1-vhtt", {"fields": ["XX"]}, InvalidInput, "fields"),
        ("vhtt", "cv1-vhtt", {"functions": ["Appraisers"]}, InvalidInput, "functions"),
    ],
)
def test_what_no_roster_takes(unit, name, user, values, refusal, field):
    before = directory.people(unit(name))
    with as_user("admin"), pytest.raises(refusal) as caught:
        actions.place(unit(name), user, position="Chuyên viên", **values)
    assert caught.value.field == field
    assert directory.people(unit(name)) == before


def test_a_refused_change_of_a_roster_leaves_its_line(unit):
    with as_user("vanthu"), pytest.raises(NotAllowed):
        actions.place(unit("noivu"), "vanthu", position="Văn thư")
    found = line(unit("noivu"))
    assert (found["act"], found["outcome"], found["user_id"]) == ("place", "refused", "vanthu")


def test_taking_off_a_roster_leaves_its_line(unit):
    with as_user("admin"):
        actions.remove(unit("noivu"), "cv1-noivu")
    assert line(unit("noivu"))["act"] == "remove"


# delegations


def test_an_administrator_enters_an_authorisation(office):
    made = give(office, **TUQ)
    value = delegations.value(made)
    assert value in authority.delegations(office.body.UID(), DAY)
    assert (value.giver, value.giver_title) == ("", "Chủ tịch UBND huyện")
    assert value.taker_title == "Trưởng phòng Văn hóa và Thông tin"
    assert made.entered_by == "admin"
    assert line(made)["act"] == "delegate"
    assert line(made)["detail"]["taker"] == "truongphong-vhtt"


def test_everybody_hands_on_their_own_work(office):
    give(office, user="cv1-vhtt", **AWAY)
    assert "cv1-vhtt" in people.person("cv2-vhtt").tokens
    assert authority.delegates_of("cv1-vhtt") == ("cv2-vhtt",)


@pytest.mark.parametrize(
    ("user", "values"),
    [
        ("cv2-vhtt", AWAY),
        ("truongphong-vhtt", AWAY),
        ("chutich", TUQ),
        ("chutich", {**TUQ, "giver": "chutich"}),
        ("truongphong-vhtt", {**TUQ, "giver": "truongphong-vhtt"}),
        ("cv1-vhtt", {**AWAY, "giver": ""}),
        ("", AWAY),
    ],
)
def test_nobody_else_delegates(office, user, values):
    before = len(delegations.objects(office.body))
    with pytest.raises(NotAllowed):
        give(office, user=user, **values)
    assert len(delegations.objects(office.body)) == before
    assert line(office.body)["outcome"] == "refused"


@pytest.mark.parametrize(
    ("values", "refusal", "field"),
    [
        ({**AWAY, "kind": "other"}, InvalidInput, "kind"),
        ({**AWAY, "taker": "chutich-anlac"}, InvalidInput, "taker"),
        ({**AWAY, "taker": "khong-co"}, InvalidInput, "taker"),
        ({**AWAY, "giver": "chutich-anlac"}, InvalidInput, "giver"),
        ({**AWAY, "taker": "cv1-vhtt"}, RuleBroken, "taker"),
        ({**TUQ, "valid_to": None}, RuleBroken, "valid_to"),
        ({**TUQ, "document_types": ["khong-co"]}, InvalidInput, "document_types"),
        ({**TUQ, "document_types": [], "fields": ["XX"]}, InvalidInput, "fields"),
        ({**TUQ, "taker": "pho-vhtt"}, RuleBroken, "taker"),
        ({**TUQ, "taker": "pct-kinhte"}, RuleBroken, "taker"),
        ({**TUQ, "giver": "truongphong-noivu"}, RuleBroken, "giver"),
        ({**TUQ, "kind": "KT"}, RuleBroken, "taker"),
        ({**TUQ, "kind": "KT", "giver": "chutich", "taker": "pho-vhtt"}, RuleBroken, "taker"),
        ({**AWAY, "giver": "cv-tonghop-nc", "taker": "cv1-vhtt"}, Conflict, "valid_from"),
    ],
)
def test_what_cannot_be_delegated(office, values, refusal, field):
    before = len(delegations.objects(office.body))
    with pytest.raises(refusal) as caught:
        give(office, **values)
    assert caught.value.field == field
    assert len(delegations.objects(office.body)) == before


def test_a_head_lets_the_deputy_of_the_same_unit_sign(office):
    give(office, kind="KT", giver="truongphong-noivu", taker="pho-noivu", fields=["TP"])
    noivu = office.unit("noivu")
    person = directory.person_in(noivu, "pho-noivu")
    found = authority.signing(noivu, person, document_type="cong-van", field="TP", day=DAY)
    assert found.basis.giver == "truongphong-noivu"


def test_a_unit_delegates_in_its_body(office):
    with as_user("admin"):
        made = actions.delegate(office.unit("vhtt"), **AWAY)
    assert made.__parent__.UID() == office.body.UID()


@pytest.mark.parametrize("user", ["admin", "cv1-vhtt"])
def test_what_is_withdrawn_ends_at_once_and_stays_to_be_seen(office, user):
    made = give(office, **AWAY)
    with as_user(user):
        actions.withdraw_delegation(made, reason="Về sớm")
    assert "cv1-vhtt" not in people.person("cv2-vhtt").tokens
    value = delegations.value(made)
    assert value.withdrawn_on == DAY
    assert value in delegations.of_body(office.body)
    assert line(made)["act"] == "withdraw_delegation"
    assert line(made)["user_id"] == user


@pytest.mark.parametrize("user", ["cv2-vhtt", "truongphong-vhtt", "chutich", ""])
def test_nobody_else_withdraws(office, user):
    made = give(office, **AWAY)
    with as_user(user), pytest.raises(NotAllowed):
        actions.withdraw_delegation(made)
    assert made.withdrawn_on is None


def test_what_is_over_is_not_withdrawn(office):
    made = give(office, **{**AWAY, "valid_to": DAY})
    clock.freeze(clock.now().replace(day=15))
    with as_user("admin"), pytest.raises(Conflict):
        actions.withdraw_delegation(made)


def test_a_delegation_is_never_edited(office):
    made = give(office, **AWAY)
    for user in ("admin", "cv1-vhtt", "chutich"):
        with as_user(user):
            may = getSecurityManager().checkPermission
            assert not may("Modify portal content", made)
            assert may("View", made)
