"""One lead, nobody twice, nobody who is not there (Decree 30/2020, Article 23)."""

from datetime import date
from datetime import datetime
from tests.office import as_user
from vanphong.calendars import clock
from vanphong.directives import actions as directives
from vanphong.directives.actions import directives_of
from vanphong.errors import Conflict
from vanphong.errors import RuleBroken
from vanphong.organisation.rules import token
import pytest


@pytest.fixture
def letter(office):
    return office.presented()


REFUSED = {
    "no text": ({"text": "  "}, "Write what is to be done"),
    "no lead": ({"lead": []}, "Name the one unit or person"),
    "two leads": ({"lead": ["vhtt", "yte"]}, "Only one unit or person leads"),
    "lead coordinates": ({"coordinators": ["vhtt"]}, "is named twice"),
    "one told twice": ({"inform": ["yte", "yte"]}, "is named twice"),
    "a lead who does not exist": ({"lead": "khong-co"}, "no unit or person"),
    "due in the past": ({"working_days": None, "due": date(2024, 8, 13)}, "lies before today"),
    "due next year": ({"working_days": 400}, "between 0 and 365"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused(office, letter, name):
    cast, why = REFUSED[name]
    with as_user("chutich"), pytest.raises(RuleBroken, match=why):
        directives.issue(letter, **office.cast(**cast))
    assert directives_of(letter) == []
    assert office.stage(letter) == "presented"


def test_a_unit_that_does_not_exist_any_more_gets_no_work(office, letter):
    office.unit("yte").valid_to = date(2024, 8, 13)
    with pytest.raises(RuleBroken, match="does not exist on 14/08/2024"):
        office.direct(letter, lead="yte")


def test_a_unit_on_its_last_day_still_does(office, letter):
    office.unit("yte").valid_to = date(2024, 8, 14)
    office.direct(letter, lead="yte")


def test_a_person_may_lead(office, letter):
    office.direct(letter, lead="cv1-vhtt")
    step = office.step(letter, "lead")
    assert (step.actor, step.actor_title) == (
        "cv1-vhtt",
        "Chuyên viên công nghệ thông tin, Phòng VH&TT",
    )


def test_a_unit_gets_its_part_at_its_desk(office, letter):
    office.direct(letter, lead="vhtt", coordinators=["noivu"])
    assert office.step(letter, "lead").actor == token("Desk", office.uid("vhtt"))
    assert office.step(letter, "coordinate").actor_title == "Phòng Nội vụ"


def test_working_days_are_counted_from_today(office, letter):
    office.direct(letter, working_days=3)
    assert office.step(letter, "lead").due == datetime(2024, 8, 19, 17, 0, tzinfo=clock.TZ)


def test_a_day_is_due_when_its_work_ends(office, letter):
    office.direct(letter, working_days=None, due=date(2024, 8, 16))
    assert letter.due_at == datetime(2024, 8, 16, 17, 0, tzinfo=clock.TZ)


def test_who_is_told_has_no_deadline(office, letter):
    office.direct(letter, inform=["tuphap"])
    assert office.step(letter, "inform").due is None


def test_a_second_directive_beside_the_first_is_refused(office):
    letter = office.directed()
    with pytest.raises(Conflict):
        office.direct(letter, lead="yte")
    assert len(directives_of(letter)) == 1
