"""What is written into the search, and taken out of it."""

from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import update
from vanphong.ledger import search_rows
from vanphong.ledger import session
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_text
import pytest
import transaction


def test_what_is_written_again_is_found_as_it_is_now(enter, found):
    enter("a", subject="bão lũ", body="cơn bão số 3")
    enter("a", subject="hạn hán")
    assert found("bao") == ["a"]
    assert found("lu") == []
    search_rows.put_text("a", "nắng nóng")
    transaction.commit()
    assert (found("bao"), found("han han nang")) == ([], ["a"])
    enter("b", subject="hạn hán")
    enter("a", hours=-1, subject="hạn hán")
    assert found("han") == ["b", "a"]
    assert found("nắng nóng") == ["a"]
    search_rows.forget("a")
    transaction.commit()
    assert (found("han"), found("nang")) == (["b"], [])


def test_texts_of_what_is_not_there_are_not_kept(enter, found):
    search_rows.put_text("nobody", "bão")
    search_rows.forget("nobody")
    transaction.commit()
    assert found("bao") == []


def test_many_documents_of_one_moment_have_each_a_place(enter, monkeypatch, found):
    monkeypatch.setattr(search_rows, "ROOM", 16)
    for number in range(7):
        enter(str(number), subject=f"lũ {number}")
    assert sorted(found("lu")) == list("0123456")
    assert all(found(f"lu {number}") == [str(number)] for number in range(7))


def test_a_long_text_is_found_from_end_to_end(enter, found):
    enter("long", body="đầu " + "giữa chừng " * 12_000 + "cuối cùng")
    for typed in ("dau", '"đầu giữa"', "cuối", "chung cung"):
        assert found(typed) == ["long"], typed


@pytest.mark.parametrize(
    "body",
    [
        "\x00\x01'\"\\ : * % _ ( ) { } ' : A",
        " ".join(f"w{number}" for number in range(60_000)),
        "x" * 100_000,
        "ẩ" * 3000,
        "'a':1A,2B & !c <-> \\' ''",
    ],
)
def test_any_text_can_be_kept(enter, body, found):
    enter("a", subject="lũ", body=body.replace("\x00", ""))
    assert found("lu") == ["a"]
    search_rows.put_text("a", "")
    transaction.commit()
    assert found("lu") == ["a"]


def test_it_is_not_asked_in_the_order_of_the_rows_but_of_their_moments(enter):
    enter("new", hours=5, subject="lũ")
    enter("old", hours=-5, subject="lũ")
    with session.reading() as connection:
        positions = list(
            connection.execute(select(document_text.c.document_uid).order_by("position")).scalars()
        )
    assert positions == ["old", "new"]


def test_what_is_missing_in_the_index_of_documents_is_not_shown(enter, found):
    enter("a", subject="lũ")
    with session.autonomous() as connection:
        connection.execute(update(document_index).values(document_uid="b"))
        assert connection.execute(select(func.count()).select_from(document_text)).scalar() == 1
    assert found("lu") == []
