from persistent.mapping import PersistentMapping
from sqlalchemy import delete
from sqlalchemy import select
from sqlalchemy import update
from sqlite3 import OperationalError
from sqlite3 import connect
from vanphong.documents.rules import parse_query
from vanphong.ledger import access
from vanphong.ledger import audit
from vanphong.ledger import documents
from vanphong.ledger import entries
from vanphong.ledger import mirrors
from vanphong.ledger import rebuild
from vanphong.ledger import search
from vanphong.ledger import session
from vanphong.ledger import tables
from vanphong.ledger import work
import pytest
import transaction


@pytest.fixture
def office(letters):
    """Two letters in a plain root; the second has been read."""
    root = PersistentMapping()
    for number in (1, 2):
        letters.enter(root, number)
    transaction.commit()
    access.seen("letter-2", "lan", ("lan", "lead-person", "inform-person"))
    return root


def change(statement):
    with session.autonomous() as connection:
        connection.execute(statement)


def everything():
    with session.reading() as connection:
        return {
            table.name: sorted(
                tuple(row) for row in connection.execute(select(*tables.content_columns(table)))
            )
            for table in rebuild._TABLES
        }


def told(drifts):
    return [str(drift) for drift in drifts]


def test_what_acts_write_has_not_drifted(office):
    assert rebuild.check(office.values()) == []


def test_rebuilding_restores_everything_even_what_was_read(office, monkeypatch):
    monkeypatch.setattr("vanphong.ledger.drift.BATCH", 1)
    before = everything()
    for table in (tables.document_reader, tables.document_index, tables.work):
        change(delete(table))
    change(delete(tables.register_entry))
    written = rebuild.rebuild(office.values())
    assert {name: number for name, number in written.items() if number} == {
        "work": 4,
        "document_index": 2,
        "document_text": 2,
        "register_entry": 2,
    }
    assert everything() == before
    assert {row["opened_by"] for row in work.timeline("letter-2")} == {"lan"}
    assert [row["state"] for row in work.timeline("letter-2") if row["action"] == "inform"] == [
        "done"
    ]


def test_rebuilding_gives_no_number_back(office):
    entries.void("in-book", "2026", 2, reason="Ghi nhầm", by="lan")
    entries.add({"register_uid": "in-book", "period": "2026", "number": 3, "document_uid": "lost"})
    entries.add({"register_uid": "in-book", "period": "2026", "number": 4})
    transaction.commit()
    del office["letter-2"]
    rebuild.rebuild(office.values())
    rows = entries.entries("in-book", "2026", newest_first=False).rows
    assert [row["void_reason"] for row in rows] == ["", "Ghi nhầm", "interrupted", ""]


def test_a_missing_row_is_found_and_mended(office):
    change(delete(tables.work).where(tables.work.c.step_uid == "letter-2-inform"))
    expected = ["work letter-2-inform: missing"]
    assert told(rebuild.check(office.values())) == expected
    assert told(rebuild.repair(office.values())) == expected
    assert rebuild.check(office.values()) == []


def test_what_is_searched_is_compared_and_built_again(office):
    def found(typed):
        asked = search.Criteria(words=parse_query(typed).words)
        return len(search.find(asked, search.Reader(clerk_of=("body",))).rows)

    assert (found("thu so"), found("nội dung 2")) == (2, 1)
    office["letter-2"]["subject"] = "Công điện"
    (drift,) = [one for one in rebuild.check(office.values()) if one.table == "document_text"]
    assert drift.what.startswith("head_exact: '2 \\ue000 thư số 2' → '2 \\ue000 công điện'")
    rebuild.repair(office.values())
    assert (found("thu so"), found("công điện")) == (1, 1)
    rebuild.rebuild(office.values())
    assert rebuild.check(office.values()) == []
    assert (found("thu so"), found("cong dien noi dung 2")) == (1, 1)


def test_a_different_column_is_told_with_both_values(office):
    change(
        update(tables.work).values(subject="khác").where(tables.work.c.step_uid == "letter-1-lead")
    )
    expected = ["work letter-1-lead: subject: 'khác' → 'Thư số 1'"]
    assert told(rebuild.check(office.values())) == expected
    rebuild.repair(office.values())
    assert rebuild.check(office.values()) == []


def test_what_was_read_is_compared_too(office):
    change(
        update(tables.work).values(is_open=True).where(tables.work.c.step_uid == "letter-2-inform")
    )
    (drift,) = rebuild.check(office.values())
    assert drift.what == "is_open: True → False"


def test_readers_are_compared(office):
    change(delete(tables.document_reader).where(tables.document_reader.c.token == "lead-person"))
    assert {drift.key for drift in rebuild.check(office.values())} == {"letter-1", "letter-2"}
    rebuild.repair(office.values())
    assert documents.count_documents("body", "in", tokens=["lead-person"]) == 2


def test_rows_without_content_are_dropped_and_their_number_voided(office):
    del office["letter-2"]
    assert {(drift.table, drift.what) for drift in rebuild.check(office.values())} == {
        ("work", "extra"),
        ("document_index", "extra"),
        ("document_text", "extra"),
        ("register_entry", "extra"),
    }
    rebuild.repair(office.values())
    assert rebuild.check(office.values()) == []
    assert work.timeline("letter-2") == []
    assert entries.taken("in-book", "2026", 2)[0]["void_reason"] == "interrupted"


def test_a_key_that_two_objects_claim_is_told(office, letters):
    office["copy"] = letters.make(1)
    assert {drift.what for drift in rebuild.check(office.values())} == {"given twice"}


def test_a_repair_leaves_a_trace(office):
    change(delete(tables.work).where(tables.work.c.step_uid == "letter-1-lead"))
    rebuild.repair(office.values())
    event = audit.history("letter-1")[-1]
    assert (event["act"], event["detail"]["what"]) == ("repair", "missing")


def test_checking_writes_nothing(office):
    change(delete(tables.work))
    before = everything()
    rebuild.check(office.values())
    assert everything() == before


def test_repair_of_some_documents_leaves_the_others_alone(office):
    change(delete(tables.work).where(tables.work.c.step_uid == "letter-1-lead"))
    change(delete(tables.work).where(tables.work.c.step_uid == "letter-2-lead"))
    assert told(rebuild.repair([office["letter-1"]], ["letter-1"])) == [
        "work letter-1-lead: missing"
    ]
    assert told(rebuild.check(office.values())) == ["work letter-2-lead: missing"]


def test_start_up_leaves_alone_what_another_server_is_committing(office, letters, monkeypatch):
    letter = office.pop("letter-2")
    monkeypatch.setattr(rebuild, "sleep", lambda _seconds: office.update({"letter-2": letter}))
    assert rebuild.repair_latest(office.get) == []
    assert entries.taken("in-book", "2026", 2)[0]["voided_at"] is None
    assert rebuild.check(office.values()) == []


def test_objects_are_asked_for_under_the_lock(office, url, on_sqlite):
    def objects():
        with pytest.raises(OperationalError, match="locked"):
            connect(url.removeprefix("sqlite:///"), timeout=0).execute("BEGIN IMMEDIATE")
        yield from office.values()

    assert rebuild.rebuild(objects())["work"] == 4


def test_an_object_is_mirrored_with_its_transaction(letters):
    mirrors.write(letters.make(5))
    transaction.abort()
    assert work.timeline("letter-5") == []
