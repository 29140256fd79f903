"""Units and people as the other features see them."""

from collective.workspace.interfaces import IWorkspace
from datetime import date
from tests.office import as_user
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import token


DAY = date(2024, 8, 14)


def test_the_units_of_the_body_in_the_order_of_the_tree(office):
    found = directory.units(office.body.UID(), DAY)
    assert [one.short for one in found[:3]] == ["Văn phòng", "Phòng Nội vụ", "Phòng Tư pháp"]
    assert {one.uid for one in found} == {
        one.UID() for one in office.body.objectValues() if one.portal_type == "Unit"
    }


def test_a_unit_that_has_ended_is_not_among_them(office):
    office.unit("ccb").valid_to = date(2024, 8, 13)
    names = {one.uid for one in directory.units(office.body.UID(), DAY)}
    assert office.uid("ccb") not in names


def test_the_people_of_a_unit_its_leaders_first(office):
    found = directory.people(office.unit("vhtt"))
    assert [(one.user_id, one.title) for one in found] == [
        ("truongphong-vhtt", "Trưởng phòng Văn hóa và Thông tin"),
        ("pho-vhtt", "Phó Trưởng phòng Văn hóa và Thông tin"),
        ("vanthu-vhtt", "Chuyên viên kiêm văn thư"),
        ("cv1-vhtt", "Chuyên viên công nghệ thông tin"),
        ("cv2-vhtt", "Chuyên viên văn hóa, gia đình"),
    ]


def test_a_person_in_several_units_answers_for_each(office):
    with as_user("pct-vanxa"):
        me = people.me()
    assert me.tokens >= {
        "pct-vanxa",
        token("Leaders", office.uid("ubnd")),
        token("Desk", office.uid("bcd-cds")),
    }
    assert me.position_for(token("Desk", office.uid("bcd-cds"))).startswith("Trưởng Ban")
    assert set(me.leads()) == {office.uid("ubnd"), office.uid("bcd-cds")}


def test_a_member_does_not_stand_at_the_desk(office):
    with as_user("cv1-vhtt"):
        assert people.me().tokens == {"cv1-vhtt", token("Members", office.uid("vhtt"))}


def test_a_visitor_is_nobody(portal):
    with as_user(""):
        assert people.me().tokens == frozenset()


def test_a_person_who_does_not_exist_is_nobody(portal):
    assert people.person("khong-co").tokens == frozenset()


def test_who_leaves_a_unit_is_not_of_it_any_more(office):
    IWorkspace(office.unit("vhtt")).remove_from_team("cv1-vhtt")
    with as_user("cv1-vhtt"):
        assert people.me().tokens == {"cv1-vhtt"}
    assert directory.person_in(office.unit("vhtt"), "cv1-vhtt") is None


def test_a_unit_is_found_by_its_uid_and_nothing_else_is(office):
    assert directory.unit(office.uid("vhtt")).title == "Phòng Văn hóa và Thông tin"
    assert directory.unit(office.register_in.UID()) is None
    assert directory.unit("vhtt") is None
    assert directory.unit("") is None


def test_titles_of_actors(office):
    assert directory.actor_title(token("Desk", office.uid("vhtt"))) == "Phòng VH&TT"
    assert directory.actor_title("chutich") == "Chủ tịch UBND huyện"
    assert directory.actor_title("khong-co") == "khong-co"


def test_looking_up_people_and_units_writes_nothing(office, portal):
    portal._p_jar._registered_objects.clear()
    directory.people(office.unit("anlac"))
    directory.units(office.body.UID(), DAY)
    with as_user("truongphong-vhtt"):
        people.me()
    assert portal._p_jar._registered_objects == []
