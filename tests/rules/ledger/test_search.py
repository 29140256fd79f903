"""The whole query suite, on SQLite and, where there is a server, on PostgreSQL.

VANPHONG_TEST_LEDGER names an empty database of PostgreSQL; psycopg must be importable.
"""

from datetime import date
from datetime import timedelta
from shutil import copy
from sqlalchemy import create_engine
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import text
from sqlalchemy import update
from unicodedata import normalize
from vanphong.calendars import clock
from vanphong.documents.rules import parse_query
from vanphong.ledger import documents
from vanphong.ledger import search
from vanphong.ledger import search_rows
from vanphong.ledger import session
from vanphong.ledger import work
from vanphong.ledger.search import Criteria
from vanphong.ledger.search import Reader
from vanphong.ledger.search_filters import Due
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_text
from vanphong.ledger.words import FILE
import importlib.util
import os
import pytest
import transaction


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path, migrated):
    if request.param == "sqlite":
        return f"sqlite:///{copy(migrated, tmp_path)}"
    server = os.environ.get("VANPHONG_TEST_LEDGER", "")
    if not server.startswith("postgresql") or importlib.util.find_spec("psycopg") is None:
        pytest.skip("VANPHONG_TEST_LEDGER names no PostgreSQL, or psycopg is not there")
    engine = create_engine(server)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return server


CLERK = Reader(clerk_of=("body",))

LETTERS = {
    "uyban": {
        "symbol": "12/2026/QĐ-UBND",
        "subject": "Quyết định của Ủy ban nhân dân tỉnh về đường bộ",
        "organ_name": "Ủy ban nhân dân tỉnh An Bình",
        "document_type": "quyet-dinh",
    },
    "vx": {
        "symbol": "1210/UBND-VX",
        "label": "1198",
        "number": 1198,
        "subject": "V/v khắc phục hậu quả bão lũ",
        "organ_name": "Uỷ ban nhân dân tỉnh An Bình",
        "body": f"{FILE}1210.pdf\nKính gửi các đơn vị.\fTiểu đoàn hòa bình giải ngân vốn.",
    },
    "tb": {
        "symbol": "186/TB-UBND",
        "label": "1210",
        "number": 1210,
        "subject": "Kết luận tại cuộc họp ngân sách",
        "organ_name": "Sở Tài chính",
        "body": f"{FILE}186.pdf\nVốn đầu tư công được giải quyết, sau đó ngân hàng trả.",
    },
    "plain": {
        "symbol": "5/CV",
        "subject": "Quyet dinh viet khong dau, uy ban",
        "organ_name": "So Noi vu",
    },
}


@pytest.fixture
def enter():
    def write(uid, readers=(), *, hours=0, keepers=3, body="", **values):
        at = clock.now() + timedelta(hours=hours)
        shown = {"body_uid": "body", "direction": "in", "registered_at": at, "document_uid": uid}
        own = {name: values.pop(name) for name in ("field", "signer_key") if name in values}
        documents.put_document(shown | values, readers)
        head = [values.get(name, "") for name in ("label", "symbol", "subject", "organ_name")]
        search_rows.put_document(
            {"document_uid": uid, "keepers": keepers, "head": head, "at": at} | own
        )
        if body:
            search_rows.put_text(uid, body)
        transaction.commit()

    return write


@pytest.fixture
def letters(enter):
    """Four letters, the newest first."""
    for hours, (uid, values) in enumerate(LETTERS.items()):
        enter(uid, ("lan",) if uid == "vx" else (), hours=-hours, **values)


def found(typed="", reader=CLERK, order="newest", page=1, **criteria):
    asked = Criteria(words=parse_query(typed).words, **criteria)
    return [row["document_uid"] for row in search.find(asked, reader, order=order, page=page).rows]


@pytest.mark.parametrize(
    ("typed", "uids"),
    [
        ("", ["uyban", "vx", "tb", "plain"]),
        # without diacritics both spellings are found, with them one
        ("uy ban", ["uyban", "vx", "plain"]),
        ("Ủy ban", ["uyban", "vx"]),
        ("Uỷ ban", ["uyban", "vx"]),
        ("ỦY BAN", ["uyban", "vx"]),
        (normalize("NFD", "Ủy ban"), ["uyban", "vx"]),
        ("quyet dinh", ["uyban", "plain"]),
        ("quyết định", ["uyban"]),
        ("hoa binh", ["vx"]),
        ("hoà bình", ["vx"]),
        ("hòa bình", ["vx"]),
        ("duong bo", ["uyban"]),
        ("đường bộ", ["uyban"]),
        # numbers as they are typed
        ("12/2026/QĐ-UBND", ["uyban"]),
        ("12/2026/qd-ubnd", ["uyban"]),
        ("1210/ubnd-vx", ["vx"]),
        ("1210/UBND-VX", ["vx"]),
        ("1210", ["vx", "tb"]),
        ("210", []),
        ("2026", ["uyban"]),
        # fields and content
        ("bão lũ", ["vx"]),
        ("tieu doan", ["vx"]),
        ("186.pdf", ["tb"]),
        ("ngan sach ngan hang", ["tb"]),
        # phrases, also over the end of a page, but not from one field into the next
        ("giai ngan", ["vx", "tb"]),
        ('"giải ngân"', ["vx"]),
        ('"giai ngan"', ["vx"]),
        ('"đơn vị tiểu đoàn"', ["vx"]),
        ('"đường bộ ủy ban"', []),
        ('"an binh kinh gui"', []),
        # exclusions
        ("uy ban -quyet", ["vx"]),
        ("von -\"giai ngan\"", ["tb"]),
        ("-uy", ["tb"]),
        ("-uy -von", []),
        ("-khongco", ["uyban", "vx", "tb", "plain"]),
        # what looks like an operator is a word, or nothing
        ("uy*", ["uyban", "vx", "plain"]),
        ("uy AND ban", []),
        ("ban%", ["uyban", "vx", "plain"]),
        ("_", ["uyban", "vx", "tb", "plain"]),
        ("'\"; DROP TABLE audit; --", []),
        ("head:uy", []),
        ("NEAR(uy ban)", []),
        ("(uy ban)", ["uyban", "vx", "plain"]),
        ("a " * 5000, []),
        ("uy " * 5000, ["uyban", "vx", "plain"]),
    ],
)  # fmt: skip
def test_what_is_typed_finds(letters, typed, uids):
    assert found(typed) == uids


def test_what_is_spelt_nowhere_so_is_found_otherwise(letters):
    answer = search.find(Criteria(words=parse_query("quyêt đinh").words), CLERK)
    assert answer.loosened
    assert [row["document_uid"] for row in answer.rows] == ["uyban", "plain"]
    assert not search.find(Criteria(words=parse_query("quyết định").words), CLERK).loosened


@pytest.mark.parametrize(
    ("order", "typed", "uids"),
    [
        ("oldest", "uy ban", ["plain", "vx", "uyban"]),
        # what is called so, what has it in its fields, a phrase before single words
        ("relevance", "1210/ubnd-vx", ["vx"]),
        ("relevance", "1210", ["tb", "vx"]),
        ("relevance", "ngan sach", ["tb"]),
        ("relevance", "giai ngan", ["vx", "tb"]),
        ("relevance", "von", ["vx", "tb"]),
        ("relevance", "uy ban quyet dinh", ["uyban", "plain"]),
        ("number", "", ["tb", "vx", "uyban", "plain"]),
    ],
)
def test_orders(letters, order, typed, uids):
    assert found(typed, order=order) == uids


def test_relevance_looks_at_fields_symbols_and_phrases(enter):
    enter("words", hours=3, body="giải quyết kinh phí, ngân sách")
    enter("phrase", hours=2, body="việc giải ngân")
    enter("field", hours=1, subject="V/v giải ngân")
    enter("both", hours=0, subject="Về giải quyết ngân sách")
    assert found("giai ngan", order="relevance") == ["field", "both", "phrase", "words"]
    assert found("giải ngân", order="relevance") == ["field", "both", "phrase", "words"]
    enter("named", hours=-9, symbol="186/TB-UBND")
    enter("mentions", hours=9, subject="Theo Thông báo số 186/TB-UBND")
    assert found("186/TB-UBND", order="relevance") == ["named", "mentions"]
    assert found("186/tb-ubnd", order="relevance") == ["named", "mentions"]


def test_only_the_newest_are_ranked_and_it_is_said(enter, monkeypatch):
    monkeypatch.setattr(search, "RANKED", 2)
    for number in range(3):
        enter(str(number), hours=number, subject="lũ", number=number)
    answer = search.find(Criteria(), CLERK, order="number")
    assert ([row["document_uid"] for row in answer.rows], answer.cut) == (["2", "1"], True)
    assert not search.find(Criteria(), CLERK).cut


MORE = {
    "a": {
        "state": "registered",
        "urgency": 2,
        "register_uid": "book",
        "document_type": "cong-van",
        "organ_key": "so tai chinh",
        "organ_name": "Sở Tài chính",
        "issued_date": date(2026, 3, 1),
        "field": "VX",
        "signer_key": "chu tich nguyen van an",
        "number": 7,
    },
    "b": {
        "state": "finished",
        "direction": "out",
        "organ_key": "so noi vu",
        "issued_date": date(2026, 2, 1),
        "has_file": True,
        "body_uid": "body",
    },
}


@pytest.mark.parametrize(
    ("criteria", "uids"),
    [
        ({}, ["a", "b"]),
        ({"directions": ("out",)}, ["b"]),
        ({"bodies": ("body",)}, ["a", "b"]),
        ({"bodies": ("other",)}, []),
        ({"registers": ("book",)}, ["a"]),
        ({"document_types": ("cong-van", "bao-cao")}, ["a"]),
        ({"states": ("finished",)}, ["b"]),
        ({"urgencies": (2, 3)}, ["a"]),
        ({"fields": ("VX",)}, ["a"]),
        ({"organs": ("Sở Tài chính",)}, ["a"]),
        ({"sender": "noi vu"}, ["b"]),
        ({"sender": "%"}, []),
        ({"signer": "van an"}, ["a"]),
        ({"number": 7}, ["a"]),
        ({"has_file": True}, ["b"]),
        ({"has_file": False}, ["a"]),
        ({"case_file": "01.TCCB"}, []),
        ({"since": date(2026, 3, 2)}, ["a"]),
        ({"until": date(2026, 3, 1)}, ["b"]),
        ({"issued_since": date(2026, 3, 1)}, ["a"]),
        ({"issued_until": date(2026, 2, 1)}, ["b"]),
        ({"units": ("vhtt",)}, ["a"]),
        ({"actors": ("Desk:vhtt", "lan")}, ["a"]),
        ({"actors": ("minh",)}, []),
    ],
)
def test_filters(enter, step, criteria, uids):
    enter("a", **MORE["a"])
    enter("b", hours=-30, **MORE["b"])
    work.put([step("s", "Desk:vhtt") | {"document_uid": "a", "unit_uid": "vhtt"}])
    transaction.commit()
    assert found(**criteria) == uids
    assert found("-khongco", **criteria) == uids


@pytest.mark.parametrize(
    ("kind", "uids"),
    [("late", ["late"]), ("soon", ["soon"]), ("ahead", ["far"]), ("none", ["ended", "never"])],
)
def test_deadlines(enter, kind, uids):
    now = clock.now()
    for place, (uid, hours) in enumerate({"late": -1, "soon": 5, "far": 90, "ended": -9}.items()):
        state = "finished" if uid == "ended" else "in_process"
        enter(uid, hours=-place, due_at=now + timedelta(hours=hours), state=state)
    enter("never", hours=-9)
    due = Due(kind, now, now + timedelta(hours=8), ("finished",))
    assert found(due=due) == uids


@pytest.mark.parametrize(
    ("reader", "uids"),
    [
        (Reader(), []),
        (Reader(tokens=("lan",)), ["mine"]),
        (Reader(tokens=("Desk:vhtt", "minh")), ["both", "theirs"]),
        (Reader(tokens=("lan",), clerk_of=("other",)), ["elsewhere", "mine"]),
        (Reader(clerk_of=("body",)), ["both", "theirs", "mine"]),
        (Reader(chief_of=("body",)), ["draft", "both", "theirs", "mine"]),
        (Reader(clerk_of=("other",), chief_of=("body",)), None),
    ],
)
@pytest.mark.parametrize("few", [500, 0])
def test_only_what_the_reader_may_open(enter, monkeypatch, reader, uids, few):
    monkeypatch.setattr(search, "FEW", few)
    for number, (uid, readers, keepers, body_uid) in enumerate(
        [
            ("mine", ("lan",), 3, "body"),
            ("theirs", ("Desk:vhtt",), 3, "body"),
            ("both", ("minh", "Desk:vhtt"), 3, "body"),
            ("draft", ("drafter",), 2, "body"),
            ("elsewhere", (), 3, "other"),
            ("nobody", (), 0, "body"),
        ]
    ):
        enter(uid, readers, hours=number, keepers=keepers, body_uid=body_uid, subject="lũ lụt")
    uids = ["elsewhere", "draft", "both", "theirs", "mine"] if uids is None else uids
    for typed in ("", "lu", "lũ lụt", "-khongco"):
        for order in search.ORDERS:
            assert sorted(found(typed, reader, order)) == sorted(uids), (typed, order)
        assert found(typed, reader) == uids
        asked = Criteria(words=parse_query(typed).words)
        assert search.facets(asked, reader).total == len(uids)


def test_pages_are_capped(enter):
    for number in range(5):
        enter(str(number), hours=number)
    answer = search.find(Criteria(), CLERK, size=2)
    assert ([row["document_uid"] for row in answer.rows], answer.more) == (["4", "3"], True)
    assert found(page=99, order="oldest") == []
    last = search.find(Criteria(), CLERK, size=2, page=3)
    assert ([row["document_uid"] for row in last.rows], last.more) == (["0"], False)
    assert search.find(Criteria(), CLERK, size=10**9, page=10**9).size == search.LARGEST


def test_facets_count_the_newest(enter, monkeypatch):
    for number in range(4):
        enter(str(number), hours=number, document_type="cong-van" if number else "bao-cao")
    answer = search.facets(Criteria(), CLERK)
    assert answer.total == 4
    assert answer.values["document_type"] == [("cong-van", 3), ("bao-cao", 1)]
    assert answer.values["direction"] == [("in", 4)]
    monkeypatch.setattr(search, "CAP", 2)
    answer = search.facets(Criteria(), CLERK)
    assert (answer.total, answer.values["document_type"]) == (3, [("cong-van", 2)])


def test_what_is_written_again_is_found_as_it_is_now(enter):
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


def test_texts_of_what_is_not_there_are_not_kept(enter):
    search_rows.put_text("nobody", "bão")
    search_rows.forget("nobody")
    transaction.commit()
    assert found("bao") == []


def test_many_documents_of_one_moment_have_each_a_place(enter, monkeypatch):
    monkeypatch.setattr(search_rows, "ROOM", 16)
    for number in range(7):
        enter(str(number), subject=f"lũ {number}")
    assert sorted(found("lu")) == list("0123456")
    assert all(found(f"lu {number}") == [str(number)] for number in range(7))


def test_a_long_text_is_found_from_end_to_end(enter):
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
def test_any_text_can_be_kept(enter, body):
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


def test_what_is_missing_in_the_index_of_documents_is_not_shown(enter):
    enter("a", subject="lũ")
    with session.autonomous() as connection:
        connection.execute(update(document_index).values(document_uid="b"))
        assert connection.execute(select(func.count()).select_from(document_text)).scalar() == 1
    assert found("lu") == []
