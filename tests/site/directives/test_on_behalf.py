"""A clerk enters what a leader said: the word is the leader's, and both names are kept."""

from tests.office import as_user
from vanphong.directives import actions as directives
from vanphong.directives.actions import directives_of
from vanphong.errors import RuleBroken
from vanphong.ledger import audit
import pytest


LEADER = "Phó Chủ tịch UBND huyện (văn hóa – xã hội)"


@pytest.fixture
def letter(office):
    found = office.presented("pct-vanxa")
    office.direct(found, by="vanthu", author="pct-vanxa", inform=["tuphap"])
    return found


def test_the_directive_keeps_both_names(letter):
    (directive,) = directives_of(letter)
    assert (directive.author, directive.author_title) == ("pct-vanxa", LEADER)
    assert (directive.entered_by, directive.entered_by_title) == ("vanthu", "Văn thư cơ quan")


def test_the_sheet_keeps_both(office, letter):
    step = office.step(letter, "lead")
    assert (step.giver, step.giver_title) == ("pct-vanxa", LEADER)
    assert step.entered_by == "vanthu"


def test_the_ledger_keeps_both(office, letter):
    row = office.rows(letter)[office.step(letter, "lead").uid]
    assert (row["giver"], row["entered_by"]) == ("pct-vanxa", "vanthu")


def test_the_trail_keeps_both(letter):
    line = audit.history(letter.UID())[-1]
    assert (line["act"], line["outcome"]) == ("direct", "done")
    assert (line["user_id"], line["user_title"]) == ("vanthu", "Văn thư cơ quan")
    assert line["on_behalf_of"] == LEADER


def test_what_a_leader_enters_names_nobody_else(office):
    letter = office.directed()
    (directive,) = directives_of(letter)
    assert (directive.author, directive.entered_by) == ("chutich", "")
    assert audit.history(letter.UID())[-1]["on_behalf_of"] == ""
    assert office.step(letter, "lead").entered_by == ""


def test_the_work_is_handed_back_to_the_leader_not_to_the_clerk(office, letter):
    lead = office.step(letter, "lead")
    office.do("hand_back", letter, lead, "truongphong-vhtt", reason="Không đúng chức năng.")
    assert office.step(letter, "direct").actor == "pct-vanxa"


def test_the_leader_and_the_clerk_may_take_it_back(office, letter):
    office.do("take_back", letter, office.step(letter, "lead"), "vanthu")
    assert office.stage(letter) == "presented"
    assert office.step(letter, "direct").actor == "pct-vanxa"
    office.direct(letter, by="vanthu", author="pct-vanxa", coordinators=[], inform=[])
    office.do("take_back", letter, office.step(letter, "lead"), "pct-vanxa")


@pytest.mark.parametrize("author", ["", "chutich", "vanthu", "cv1-vhtt", "nobody"])
def test_only_in_the_name_of_whom_the_document_lies_with(office, author):
    letter = office.presented("pct-vanxa")
    with as_user("vanthu"), pytest.raises(RuleBroken):
        directives.issue_on_behalf(letter, author=author, **office.cast())
    assert directives_of(letter) == []


def test_a_document_that_lies_before_the_office_is_directed_by_one_of_its_chiefs(office):
    letter = office.presented("vp")
    office.direct(letter, by="vanthu", author="phochanhvp2")
    (directive,) = directives_of(letter)
    assert directive.author_title == "Phó Chánh Văn phòng"
