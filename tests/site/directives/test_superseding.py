"""A directive is never changed: a later one takes its place."""

from plone import api
from tests.office import as_user
from vanphong.directives.actions import directives_of
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.routing import rules
import pytest


@pytest.fixture
def letter(office):
    return office.assigned()


@pytest.fixture
def old(letter):
    return directives_of(letter)[0]


@pytest.fixture
def new(office, letter, old):
    office.direct(letter, lead="noivu", coordinators=["vhtt"], inform=["yte"], replaces=old.UID())
    return directives_of(letter)[0]


def test_each_names_the_other(old, new):
    assert new.supersedes == old.UID()
    assert old.superseded_by == new.UID()
    assert (new.superseded_by, old.supersedes) == ("", "")


def test_the_old_one_stays_word_for_word(office, letter, old):
    before = {name: value for name, value in vars(old).items() if not name.startswith("_")}
    office.direct(letter, lead="noivu", replaces=old.UID(), text="Nay giao Phòng Nội vụ.")
    after = {name: value for name, value in vars(old).items() if not name.startswith("_")}
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed <= {"superseded_by", "workflow_history", "modification_date"}


def test_their_states(old, new):
    assert api.content.get_state(old) == "superseded"
    assert api.content.get_state(new) == "issued"


def test_the_steps_of_the_old_one_end(office, letter, old, new):
    of_old = [step for step in office.sheet(letter) if step.directive == old.UID()]
    assert len(of_old) == 4
    assert {step.state for step in of_old} == {rules.State.CANCELLED}
    assert not any(office.rows(letter)[step.uid]["is_open"] for step in of_old)


def test_the_steps_of_the_new_one_begin(office, letter, new):
    of_new = [step for step in office.sheet(letter) if step.directive == new.UID()]
    assert [(step.action, step.state) for step in of_new] == [
        ("lead", "open"),
        ("coordinate", "open"),
        ("inform", "open"),
    ]
    assert office.stage(letter) == "directed"


def test_the_document_is_due_when_the_new_one_says(office, letter, new):
    assert letter.due_at == new.due == office.step(letter, "lead", "noivu").due


def test_one_is_replaced_once(office, letter, old, new):
    with pytest.raises(RuleBroken, match="replaced already"):
        office.direct(letter, replaces=old.UID())


def test_only_a_directive_of_this_document_is_replaced(office, letter):
    other = directives_of(office.directed())[0]
    with pytest.raises(InvalidInput, match="not on this document"):
        office.direct(letter, replaces=other.UID())


def test_another_leader_cannot_replace_it(office, letter, old):
    with pytest.raises(Exception, match="Only"):
        office.direct(letter, by="pct-vanxa", replaces=old.UID())
    assert old.superseded_by == ""


def test_what_was_handed_back_is_directed_anew_without_replacing(office):
    letter = office.directed()
    step = office.step(letter, "lead")
    office.do("hand_back", letter, step, "truongphong-vhtt", reason="Không đúng chức năng.")
    office.direct(letter, lead="noivu", coordinators=[], inform=[])
    assert len(directives_of(letter)) == 2
    assert office.stage(letter) == "directed"


def test_they_are_numbered_in_their_order(letter, old, new):
    assert [old.getId(), new.getId()] == ["chi-dao-1", "chi-dao-2"]
    assert directives_of(letter) == [new, old]


def test_nobody_edits_one(old):
    for user in ("chutich", "vanthu", "chanhvp", "admin"):
        with as_user(user):
            assert not api.user.has_permission("Modify portal content", obj=old)
