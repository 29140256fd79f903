"""What looking at a document does: it is opened, and then it cannot be taken back any more."""

from plone import api
from Products.CMFCore.indexing import processQueue
from tests.office import as_user
from tests.office import tick
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.ledger import access
from vanphong.ledger import audit
from vanphong.ledger import work
from vanphong.organisation import people
import pytest


def look(document, user):
    """What the page of a document does."""
    with as_user(user):
        return access.seen(document.UID(), user, people.me().tokens)


def take_back(office, document, action, by):
    office.do("take_back", document, office.step(document, action), by)


BEFORE = {
    "a presentation": (lambda office: office.presented(), "direct", "vanthu", "chutich"),
    "a lead": (lambda office: office.directed(), "lead", "chutich", "vanthu-vhtt"),
    "a coordination": (lambda office: office.directed(), "coordinate", "chutich", "pho-noivu"),
    "an information": (lambda office: office.directed(), "inform", "chutich", "vanthu-tuphap"),
    "an assignment": (lambda office: office.assigned(), "lead", "truongphong-vhtt", "cv1-vhtt"),
}


@pytest.mark.parametrize("name", BEFORE)
def test_before_it_is_opened_it_can_be_taken_back(office, name):
    make, action, giver, _holder = BEFORE[name]
    document = make(office)
    step = office.step(document, action)
    take_back(office, document, action, giver)
    assert office.rows(document)[step.uid]["state"] == "cancelled"


@pytest.mark.parametrize("name", BEFORE)
def test_after_it_is_opened_it_cannot(office, name):
    make, action, giver, holder = BEFORE[name]
    document = make(office)
    look(document, holder)
    stage = office.stage(document)
    with pytest.raises(Conflict, match="has opened it already"):
        take_back(office, document, action, giver)
    assert office.stage(document) == stage


@pytest.mark.parametrize("somebody", ["vanthu", "chanhvp", "truongphong-noivu", "chutich"])
def test_others_do_not_open_it_by_looking(office, somebody):
    document = office.directed()
    look(document, somebody)
    take_back(office, document, "lead", "chutich")


def test_who_opened_it_and_when(office):
    document = office.directed()
    moment = clock.now()
    assert look(document, "vanthu-vhtt")
    row = office.rows(document)[office.step(document, "lead").uid]
    assert (row["opened_at"], row["opened_by"]) == (moment, "vanthu-vhtt")
    assert row["state"] == "open"


def test_the_second_who_looks_does_not_take_the_place_of_the_first(office):
    document = office.directed()
    look(document, "vanthu-vhtt")
    tick()
    look(document, "truongphong-vhtt")
    row = office.rows(document)[office.step(document, "lead").uid]
    assert row["opened_by"] == "vanthu-vhtt"
    assert [one["user_id"] for one in access.opened_by(document.UID())] == [
        "vanthu-vhtt",
        "truongphong-vhtt",
    ]


def test_what_was_opened_stays_so_when_the_sheet_is_written_again(office):
    document = office.directed()
    look(document, "vanthu-vhtt")
    step = office.step(document, "lead")
    office.do("receive", document, step, "vanthu-vhtt")
    assert office.rows(document)[step.uid]["opened_by"] == "vanthu-vhtt"


def inbox(user):
    with as_user(user):
        return {row["document_uid"] for row in work.inbox(people.me().tokens, size=200).rows}


def test_what_one_is_told_of_is_done_by_reading_it(office):
    document = office.directed()
    assert document.UID() in inbox("truongphong-tuphap")
    moment = clock.now()
    look(document, "truongphong-tuphap")
    row = office.rows(document)[office.step(document, "inform").uid]
    assert (row["state"], row["is_open"]) == ("done", False)
    assert (row["finished_at"], row["finished_by"]) == (moment, "truongphong-tuphap")
    assert document.UID() not in inbox("truongphong-tuphap")


def test_reading_writes_no_content(office, portal):
    document = office.directed()
    processQueue()
    before = list(portal._p_jar._registered_objects)
    sheet = office.sheet(document)
    look(document, "truongphong-tuphap")
    assert office.sheet(document) is sheet
    assert portal._p_jar._registered_objects == before


def test_what_was_read_stays_done_when_the_sheet_is_written_again(office):
    document = office.directed()
    look(document, "truongphong-tuphap")
    office.do("receive", document, office.step(document, "lead"), "vanthu-vhtt")
    row = office.rows(document)[office.step(document, "inform").uid]
    assert (row["state"], row["is_open"]) == ("done", False)


def test_who_never_read_it_cannot_after_it_was_taken_back(office):
    document = office.directed()
    take_back(office, document, "inform", "chutich")
    with as_user("truongphong-tuphap"):
        assert not api.user.has_permission("View", obj=document)


def test_a_refused_taking_back_leaves_one_line(office):
    document = office.directed()
    look(document, "pho-vhtt")
    with pytest.raises(Conflict):
        take_back(office, document, "lead", "chutich")
    line = audit.history(document.UID())[-1]
    assert (line["act"], line["outcome"], line["user_id"]) == ("take_back", "refused", "chutich")
    assert "has opened it already" in line["detail"]["refusal"]
