"""A body below another keeps its own records, clerks and registers."""

from datetime import date
from plone import api
from tests.office import as_user
from vanphong.documents import places
from vanphong.errors import NotAllowed
from vanphong.incoming import actions as incoming
from vanphong.organisation import directory
from vanphong.organisation.rules import BODIES
from vanphong.registers.rules import entry_label
import pytest


@pytest.fixture
def commune(office):
    """UBND xã An Lạc, with a register of its own."""
    found = office.unit("anlac")
    with as_user("admin"):
        book = api.content.create(
            found, "Register", "so-den-2024", title="Sổ văn bản đến 2024", period="2024"
        )
    assert book.direction == "in"
    return found


@pytest.fixture
def letter(office, commune):
    with as_user("vanthu-anlac"):
        return incoming.register(commune, office.values())


def sees(user, obj, permission="View"):
    with as_user(user):
        return api.user.has_permission(permission, obj=obj)


def test_every_body_of_the_sample_is_found_from_the_units_in_it(office):
    assert directory.body_of(office.unit("vhtt")) == office.body
    assert directory.body_of(office.unit("anlac")) == office.unit("anlac")
    assert directory.body_of(office.body) == office.body
    assert directory.body_of(office.portal) is None


def test_a_body_counts_its_own_numbers(office, letter, commune):
    assert letter.label == entry_label(1)
    assert letter.body_uid == commune.UID()
    assert office.register().arrival_number > 1000


def test_its_records_stand_apart(office, letter):
    path = "/".join(letter.getPhysicalPath())
    assert path.endswith(f"/{places.ROOT}/anlac/den/2024/08/1")


def test_its_clerk_and_nobody_above_sees_its_documents(letter):
    assert sees("vanthu-anlac", letter)
    for user in ("vanthu", "vanthu2", "chanhvp", "chutich", "admin", "vanthu-binhson"):
        assert not sees(user, letter), user


def test_its_clerk_sees_no_document_of_the_body_above(office):
    assert not sees("vanthu-anlac", office.register())


@pytest.mark.parametrize(
    ("user", "unit"),
    [("vanthu", "anlac"), ("chutich", "anlac"), ("vanthu-anlac", "ubnd"), ("vanthu", "huyenuy")],
)
def test_nobody_registers_for_another_body(office, commune, user, unit):
    with as_user(user), pytest.raises(NotAllowed):
        incoming.register(office.unit(unit), office.values())


def test_its_clerk_presents_to_its_own_leaders_only(office, letter):
    with as_user("vanthu-anlac"):
        offered = [actor for actor, _title in incoming.leaders_to_present_to(office.unit("anlac"))]
    assert sorted(offered) == ["chutich-anlac", "pct-anlac"]


def test_its_register_is_closed_to_the_body_above(commune):
    book = commune["so-den-2024"]
    assert sees("vanthu-anlac", book, "vanphong: View Register")
    assert sees("chutich-anlac", book, "vanphong: View Register")
    for user in ("vanthu", "chutich", "chanhvp"):
        assert not sees(user, book, "vanphong: View Register"), user


def test_the_same_letter_may_come_to_both(office, commune):
    values = office.values()
    with as_user("vanthu"):
        incoming.register(office.body, values)
    with as_user("vanthu-anlac"):
        incoming.register(commune, values)


def test_each_kind_of_body_of_the_sample_keeps_its_roles_to_itself(office):
    for one in office.body.objectValues():
        if one.portal_type == "Unit":
            blocked = bool(getattr(one, "__ac_local_roles_block__", False))
            assert blocked == (one.kind in BODIES), one.getId()


def test_two_bodies_with_the_same_short_name_share_no_folder(office, commune):
    with as_user("admin"):
        other = api.content.create(
            office.unit("tthdnd"), "Unit", "anlac", title="Ban khác", kind="body"
        )
    day = date(2024, 8, 14)
    one, two = (places.folder(body.UID(), "in", day) for body in (commune, other))
    assert one.getPhysicalPath() != two.getPhysicalPath()
    assert places.folder(other.UID(), "in", day).getPhysicalPath() == two.getPhysicalPath()
