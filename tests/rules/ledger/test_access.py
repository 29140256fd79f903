from datetime import timedelta
from sqlalchemy import event
from vanphong.calendars import clock
from vanphong.ledger import access
from vanphong.ledger import session
from vanphong.ledger import work
import pytest
import transaction


LAN = ("lan", "Leaders:unit", "Desk:unit")


def steps():
    return {row["step_uid"]: row for row in work.timeline("doc")}


@pytest.fixture
def writes():
    """Statements that the writing engine has run."""
    statements = []
    engine = session._opened().writer

    def note(_connection, _cursor, statement, *_rest):
        statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    yield statements
    event.remove(engine, "before_cursor_execute", note)


def test_seeing_a_document_opens_the_steps_that_wait_for_the_person(step, put):
    put(step("mine"), step("desk", "Desk:unit"), step("other", "minh"))
    put(step("closed", is_open=False))
    assert access.seen("doc", "lan", LAN)
    found = steps()
    assert {uid for uid, row in found.items() if row["opened_at"]} == {"mine", "desk"}
    assert found["desk"]["opened_by"] == "lan"
    assert found["mine"]["opened_at"] == clock.now()
    assert found["mine"]["is_open"]


def test_the_first_to_open_a_step_stays(step, put):
    put(step("desk", "Desk:unit"))
    access.seen("doc", "lan", LAN)
    access.seen("doc", "minh", ("minh", "Desk:unit"), clock.now() + timedelta(hours=1))
    assert steps()["desk"]["opened_by"] == "lan"


def test_a_step_for_information_ends_by_being_read(step, put):
    put(step("a", action="inform"))
    access.seen("doc", "lan", LAN)
    row = steps()["a"]
    assert (row["is_open"], row["state"], row["finished_by"]) == (False, "done", "lan")
    assert row["finished_at"] == clock.now()
    assert work.inbox(LAN).rows == []


def test_what_was_read_stays_read_when_the_sheet_is_written_again(step, put):
    put(step("a", action="inform"), step("b"))
    access.seen("doc", "lan", LAN)
    put(step("a", action="inform", subject="sửa"), step("b", state="received"))
    found = steps()
    assert (found["a"]["is_open"], found["a"]["subject"]) == (False, "sửa")
    assert (found["b"]["state"], found["b"]["opened_by"]) == ("received", "lan")


def test_the_sheet_can_take_back_what_was_read(step, put):
    put(step("a", action="inform"))
    access.seen("doc", "lan", LAN)
    put(step("a", action="inform", state="cancelled", is_open=False, finished_by="head"))
    assert (steps()["a"]["state"], steps()["a"]["finished_by"]) == ("cancelled", "head")


def test_a_second_look_within_minutes_writes_nothing(step, put, writes):
    put(step("a"))
    assert access.seen("doc", "lan", LAN)
    writes.clear()
    assert not access.seen("doc", "lan", LAN, clock.now() + timedelta(minutes=4))
    assert writes == []
    assert access.seen("doc", "lan", LAN, clock.now() + timedelta(minutes=5))
    assert access.opened_by("doc")[0]["times"] == 2


def test_a_second_look_opens_a_step_that_is_new(step, put):
    access.seen("doc", "lan", LAN)
    put(step("a"))
    assert access.seen("doc", "lan", LAN, clock.now() + timedelta(minutes=1))
    assert steps()["a"]["opened_by"] == "lan"


def test_a_visit_is_kept_though_the_page_fails(step, put):
    access.seen("doc", "lan", LAN)
    transaction.abort()
    assert [row["user_id"] for row in access.opened_by("doc")] == ["lan"]


def test_visits_are_told_in_the_order_in_which_people_came():
    morning = clock.now()
    access.seen("doc", "minh", ("minh",), morning + timedelta(hours=1))
    access.seen("doc", "lan", LAN, morning)
    access.seen("doc", "lan", LAN, morning + timedelta(hours=2))
    lan, minh = access.opened_by("doc")
    assert (lan["user_id"], lan["first_at"], lan["last_at"]) == (
        "lan",
        morning,
        morning + timedelta(hours=2),
    )
    assert (minh["user_id"], minh["times"]) == ("minh", 1)


def test_opened_since(step, put):
    put(step("a", "Desk:unit"))
    assert not access.opened_since("doc", "Desk:unit", clock.now())
    access.seen("doc", "lan", LAN)
    assert access.opened_since("doc", "Desk:unit", clock.now())
    assert not access.opened_since("doc", "Desk:unit", clock.now() + timedelta(seconds=1))
    assert not access.opened_since("doc", "minh", clock.now())
