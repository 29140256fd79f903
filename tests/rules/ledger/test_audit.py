from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from vanphong.ledger import audit
from vanphong.ledger import session
import pytest
import transaction


@pytest.fixture
def lan(letters):
    return letters.Clerk()


@pytest.fixture
def trail(lan):
    for act in ("register", "present", "direct"):
        audit.record(act, "doc", "/van-ban/doc", actor=lan, detail={"số": 45})
        audit.record(act, "other", actor=lan)
    audit.record("sign_in", actor=lan)
    transaction.commit()


def run(statement):
    with session.autonomous() as connection:
        connection.execute(text(statement))


def untie():
    """What a forger with the database in hand would do first."""
    if session._opened().writer.dialect.name == "sqlite":
        run("DROP TRIGGER audit_no_update")
        run("DROP TRIGGER audit_no_delete")
    else:
        run("DROP TRIGGER audit_no_change ON audit")


def test_history_tells_who_did_what_when(trail):
    first, *_rest = audit.history("doc")
    assert [row["act"] for row in audit.history("doc")] == ["register", "present", "direct"]
    assert (first["user_id"], first["user_title"]) == ("lan", "Trần Thị Lan, Văn thư")
    assert (first["path"], first["outcome"], first["detail"]) == (
        "/van-ban/doc",
        "done",
        {"số": 45},
    )


def test_an_event_goes_with_the_act(lan):
    audit.record("register", "doc", actor=lan)
    transaction.abort()
    assert audit.history("doc") == []


@pytest.mark.parametrize("end", [transaction.abort, transaction.commit])
@pytest.mark.parametrize("has_written", [True, False])
def test_a_refusal_is_written_once_whatever_becomes_of_the_transaction(lan, step, end, has_written):
    if has_written:
        session.writing()
    audit.refused("register", "doc", actor=lan, rule="Điều 22", detail={"kind": "rule"})
    end()
    (row,) = audit.history("doc")
    assert (row["outcome"], row["rule"], row["detail"]) == ("refused", "Điều 22", {"kind": "rule"})
    assert audit.verify() == []


@pytest.mark.parametrize("statement", ["UPDATE audit SET act = 'x'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_the_trail(trail, statement):
    with pytest.raises(DBAPIError, match="append-only"):
        run(statement)


def test_each_document_has_a_chain_of_its_own(trail):
    rows = audit.history("doc")
    assert [row["previous_hash"] for row in rows] == ["", rows[0]["hash"], rows[1]["hash"]]
    assert audit.verify() == audit.verify("doc") == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE audit SET act = 'return' WHERE id = 3",
        "UPDATE audit SET user_title = 'Ai đó' WHERE id = 3",
        "UPDATE audit SET at = '2026-03-02 00:00:00.000000' WHERE id = 3",
        "UPDATE audit SET detail = '{}' WHERE id = 3",
        "UPDATE audit SET document_uid = 'other' WHERE id = 3",
    ],
)
def test_a_changed_row_breaks_the_chain(trail, change):
    untie()
    run(change)
    assert 3 in audit.verify()


def test_a_row_taken_out_breaks_the_chain_behind_it(trail):
    untie()
    run("DELETE FROM audit WHERE id = 3")
    assert audit.verify() == audit.verify("doc") == [5]
    assert audit.verify("other") == []


def test_the_documents_acted_on_last(trail, lan):
    assert audit.latest_documents(100) == ["other", "doc"]
    assert audit.latest_documents(2) == ["other"]
    audit.record("finish", "doc", actor=lan)
    assert audit.latest_documents(100) == ["doc", "other"]
