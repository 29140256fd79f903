from datetime import timedelta
from vanphong.calendars import clock
from vanphong.ledger import documents
from vanphong.ledger import overviews
from vanphong.ledger import work
import pytest
import transaction


SOON = timedelta(hours=24)
DESK = "Desk:unit"


@pytest.fixture
def enter():
    def write(uid, readers=(), *, hours=0, **values):
        row = {
            "document_uid": uid,
            "body_uid": "body",
            "direction": "in",
            "registered_at": clock.now() + timedelta(hours=hours),
        }
        documents.put_document(row | values, readers)
        transaction.commit()

    return write


def tallied(*tokens):
    rows = overviews.tally(tokens, soon_until=clock.now() + SOON)
    return {(row.pop("place"), row.pop("box")): row for row in rows}


def test_a_tally_counts_by_place_and_box(step, put):
    put(
        step("a", action="direct", body_uid="body"),
        step("b", DESK, unit_uid="unit", body_uid="body", due=3),
        step("c", DESK, unit_uid="unit", body_uid="body", due=-1),
        step("d", unit_uid="unit", due=30, opened_at=clock.now()),
        step("e", "minh", unit_uid="unit"),
        step("f", unit_uid="unit", state="done", is_open=False),
    )
    found = tallied("lan", DESK)
    assert set(found) == {("body", "direct"), ("unit", "receive"), ("unit", "handle")}
    assert found["unit", "receive"] == {
        "open": 2,
        "unopened": 2,
        "soon": 1,
        "overdue": 1,
        "first_due": clock.now() - timedelta(hours=1),
    }
    assert found["body", "direct"]["first_due"] is None


@pytest.mark.parametrize("action", ["direct", "lead", "coordinate", "inform", "extend"])
@pytest.mark.parametrize("actor", ["lan", DESK])
@pytest.mark.parametrize("state", ["open", "received"])
def test_a_tally_and_the_list_mean_the_same_boxes(step, put, action, actor, state):
    put(step("a", actor, action=action, state=state))
    (box,) = {box for _place, box in tallied("lan", DESK)}
    assert [row["step_uid"] for row in work.inbox(["lan", DESK], box=box).rows] == ["a"]


def test_a_list_of_one_place(step, put):
    put(step("a", unit_uid="unit"), step("b", unit_uid="other"), step("c", body_uid="body"))
    assert [row["step_uid"] for row in work.inbox(["lan"], place="unit").rows] == ["a"]
    assert [row["step_uid"] for row in work.inbox(["lan"], place="body").rows] == ["c"]


def test_a_tally_stops_at_the_cap(step, put, monkeypatch):
    monkeypatch.setattr(overviews, "CAP", 2)
    put(*(step(f"s{number}", due=number) for number in range(4)), step("late", due=-1))
    (row,) = tallied("lan").values()
    assert (row["open"], row["overdue"]) == (3, 2)


def test_work_of_a_unit_late_first(step, put):
    put(
        step("a", unit_uid="unit"),
        step("b", "minh", unit_uid="unit", due=-1),
        step("c", unit_uid="other", due=-2),
    )
    page = overviews.of_unit("unit")
    assert [row["step_uid"] for row in page.rows] == ["b", "a"]
    assert [row["step_uid"] for row in overviews.of_unit("unit", actor="minh").rows] == ["b"]


def test_who_is_no_head_sees_what_may_be_read(step, put, enter):
    put(
        step("mine", unit_uid="unit", document_uid="one"),
        step("read", "minh", unit_uid="unit", document_uid="two"),
        step("hidden", "minh", unit_uid="unit", document_uid="three"),
    )
    enter("two", ["lan"])
    enter("three", ["minh"])
    page = overviews.of_unit("unit", readable_by=["lan"])
    assert {row["step_uid"] for row in page.rows} == {"mine", "read"}


def test_steps_by_uid(step, put):
    put(step("a"), step("b", state="done", is_open=False))
    assert {row["step_uid"] for row in overviews.steps(["a", "b", "lost"])} == {"a", "b"}


def test_documents_in_a_state_for_longest(enter):
    enter("new", state="registered")
    enter("old", hours=-1, state="registered")
    enter("done", hours=-2, state="finished")
    found = documents.oldest("body", "in", "registered", 5)
    assert [row["document_uid"] for row in found] == ["old", "new"]
    assert len(documents.oldest("body", "in", "registered", 1)) == 1
    assert [row["document_uid"] for row in documents.found(["new", "lost"])] == ["new"]


def test_indexes(plans):
    assert any("work_inbox" in plan for plan in plans(lambda: overviews.tally(["a", "b"])))
    assert any("work_unit" in plan for plan in plans(lambda: overviews.of_unit("unit")))
    oldest = plans(lambda: documents.oldest("body", "in", "registered", 5))
    assert any("document_state" in plan for plan in oldest)
