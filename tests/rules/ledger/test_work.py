from datetime import timedelta
from sqlalchemy import insert
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.ledger import paging
from vanphong.ledger import session
from vanphong.ledger import work
from vanphong.ledger.tables import complete
from vanphong.ledger.tables import work as work_table
import pytest
import transaction


SOON = timedelta(hours=24)
DESK = "Desk:unit"


def boxed(box, *tokens, **options):
    options.setdefault("soon_until", clock.now() + SOON)
    return [row["step_uid"] for row in work.inbox(tokens, box=box, **options).rows]


@pytest.mark.parametrize(
    ("values", "boxes"),
    [
        ({"action": "direct"}, {"direct"}),
        ({"action": "lead"}, {"handle"}),
        ({"action": "lead", "state": "received"}, {"handle"}),
        ({"action": "coordinate"}, {"coordinate"}),
        ({"action": "lead", "actor": DESK}, {"receive"}),
        ({"action": "coordinate", "actor": DESK}, {"receive"}),
        ({"action": "lead", "actor": DESK, "state": "received"}, {"handle"}),
        ({"action": "coordinate", "actor": DESK, "state": "received"}, {"coordinate"}),
        ({"action": "inform"}, {"read"}),
        ({"action": "extend"}, {"extend"}),
        ({"action": "direct", "due": 3}, {"direct", "soon"}),
        ({"action": "direct", "due": 30}, {"direct"}),
        ({"action": "direct", "due": -1}, {"direct", "overdue"}),
        ({"action": "lead", "state": "done", "is_open": False}, set()),
        ({"action": "lead", "actor": DESK, "state": "assigned", "is_open": False}, set()),
        ({"action": "lead", "actor": "somebody else"}, set()),
    ],
)
def test_a_step_is_in_the_boxes_it_belongs_to(step, put, values, boxes):
    put(step("a", values.pop("actor", "lan"), **values))
    mine = ("lan", DESK)
    assert {box for box in work.BOXES if boxed(box, *mine)} == boxes | ({"all"} if boxes else set())
    counts = work.counts(mine, soon_until=clock.now() + SOON)
    assert {box for box, number in counts.items() if number} - {"all"} == boxes


def test_an_unknown_box_or_order_is_told():
    with pytest.raises(InvalidInput):
        work.inbox(["lan"], box="lost")
    with pytest.raises(InvalidInput):
        work.inbox(["lan"], order="random")


def test_orders(step, put):
    morning = clock.now()
    put(
        step("plain", urgency=0, started_at=morning),
        step("due", due=2, urgency=1, started_at=morning - SOON),
        step("due later", due=9, urgency=3, started_at=morning - 2 * SOON),
    )
    assert boxed("all", "lan") == ["due", "due later", "plain"]
    assert boxed("all", "lan", order="newest") == ["plain", "due", "due later"]
    assert boxed("all", "lan", order="urgency") == ["due later", "due", "plain"]


def test_pages(step, put):
    put(*(step(f"{number:02}", due=number) for number in range(25)))
    first = work.inbox(["lan"], size=10)
    third = work.inbox(["lan"], size=10, page=3)
    assert [row["step_uid"] for row in first.rows] == [f"{number:02}" for number in range(10)]
    assert (first.more, len(third.rows), third.more) == (True, 5, False)
    assert work.inbox(["lan"], size=10, page=-4).number == 1
    assert work.inbox(["lan"], page=10**9).number == paging.LAST_PAGE


def test_counts_stop_at_more_than_a_thousand(step, put):
    put(*(step(str(number)) for number in range(1100)))
    counts = work.counts(["lan"])
    assert counts["all"] == counts["handle"] == paging.CAP + 1
    assert counts["direct"] == 0


def test_a_row_is_overwritten(step, put):
    put(step("a", subject="cũ"))
    put(step("a", subject="mới"))
    assert [row["subject"] for row in work.timeline("doc")] == ["mới"]


def test_a_column_that_is_not_there_is_refused(step):
    with pytest.raises(TypeError, match="work has no column dead_line"):
        work.put([step("a", dead_line=None)])


def test_forget(step, put):
    put(step("a"), step("b", document_uid="other"))
    work.forget("doc")
    transaction.commit()
    assert boxed("all", "lan") == ["b"]


def test_timeline_is_in_the_order_in_which_things_happened(step, put):
    put(
        step("second"),
        step("first", started_at=clock.now() - SOON, is_open=False),
        step("another", document_uid="other"),
    )
    assert [row["step_uid"] for row in work.timeline("doc")] == ["first", "second"]


def test_holders_are_the_open_steps_of_each_document(step, put):
    put(
        step("a"),
        step("b", is_open=False),
        step("c", "minh", document_uid="other"),
        step("d", document_uid="another"),
    )
    found = work.holders(["doc", "other", "empty"])
    assert {uid: [row["step_uid"] for row in rows] for uid, rows in found.items()} == {
        "doc": ["a"],
        "other": ["c"],
        "empty": [],
    }


def test_holding_counts_what_a_unit_has_and_what_is_late(step, put):
    put(
        step("a", unit_uid="unit", actor_title="Trần Thị Lan", due=-2),
        step("b", unit_uid="unit", actor_title="Trần Thị Lan", due=2),
        step("c", unit_uid="unit", actor_title="Trần Thị Lan", is_open=False, due=-2),
        step("d", "minh", unit_uid="unit"),
        step("e", "minh", unit_uid="elsewhere"),
    )
    assert work.holding("unit") == [
        {"actor": "lan", "actor_title": "Trần Thị Lan", "open": 2, "late": 1},
        {"actor": "minh", "actor_title": "", "open": 1, "late": 0},
    ]


def test_given_by(step, put):
    put(step("a", giver="head", due=5), step("b", giver="head", due=1), step("c", giver="chief"))
    assert [row["step_uid"] for row in work.given_by("head").rows] == ["b", "a"]


@pytest.mark.parametrize(
    ("query", "index"),
    [
        *((lambda box=box: work.inbox(["lan", DESK], box=box), "work_inbox") for box in work.BOXES),
        (lambda: work.counts(["lan", DESK]), "work_inbox"),
        (lambda: work.holding("unit"), "work_unit"),
        (lambda: work.given_by("head"), "work_given"),
        (lambda: work.timeline("doc"), "work_document"),
        (lambda: work.holders(["doc", "other"]), "work_document"),
    ],
)
def test_every_query_goes_by_its_index(plans, query, index):
    touched = [line for line in plans(query) if line.startswith(("SEARCH work", "SCAN work"))]
    assert touched
    assert all(f"USING INDEX {index}" in line for line in touched), touched


def test_the_archive_does_not_make_the_desktop_dearer(step, put, on_sqlite):
    def archive(start, stop):
        rows = [
            complete(work_table, step(f"old-{number}", is_open=False, state="done", due=-number))
            for number in range(start, stop)
        ]
        with session.autonomous() as connection:
            connection.execute(insert(work_table), rows)

    def cost():
        """Steps of SQLite's virtual machine: the same on any computer."""
        ticks = []
        with session.reading() as connection:
            driver = connection.connection.dbapi_connection
            driver.set_progress_handler(lambda: ticks.append(1), 1)
        work.inbox(["lan"], box="overdue")
        work.counts(["lan"])
        driver.set_progress_handler(None, 0)
        return len(ticks)

    put(*(step(f"open-{number}", due=-number) for number in range(60)))
    archive(0, 100)
    cost()  # statements are prepared
    young = cost()
    archive(100, 3000)
    assert young > 100
    assert cost() == young
