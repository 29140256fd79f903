"""What is typed, how it is narrowed, and in which order it comes."""

from datetime import date
from datetime import timedelta
from unicodedata import normalize
from vanphong.calendars import clock
from vanphong.documents.rules import parse_query
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from vanphong.ledger import search
from vanphong.ledger import work
from vanphong.ledger.search import Criteria
from vanphong.ledger.search import Reader
from vanphong.ledger.search_filters import Due
import pytest
import transaction


CLERK = Reader(clerk_of=("body",))


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
def test_what_is_typed_finds(letters, typed, uids, found):
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
def test_orders(letters, order, typed, uids, found):
    assert found(typed, order=order) == uids


def test_relevance_looks_at_fields_symbols_and_phrases(enter, found):
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
def test_filters(enter, step, criteria, uids, found):
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
def test_deadlines(enter, kind, uids, found):
    now = clock.now()
    for place, (uid, hours) in enumerate({"late": -1, "soon": 5, "far": 90, "ended": -9}.items()):
        state = "finished" if uid == "ended" else "in_process"
        enter(uid, hours=-place, due_at=now + timedelta(hours=hours), state=state)
    enter("never", hours=-9)
    due = Due(kind, now, now + timedelta(hours=8), ("finished",))
    assert found(due=due) == uids


@pytest.mark.parametrize(
    ("asked", "uids"),
    [
        ("H99.20.2024.01.VHTT", ["uyban", "tb"]),
        ("01.VHTT", ["uyban", "tb"]),
        ("02.VHTT", ["vx"]),
        # as it was typed at the end of the work, before there were files
        ("Tủ 3, hộp 7", ["typed"]),
        ("1.VHTT", []),
        ("%", []),
    ],
)
def test_what_lies_in_a_file_is_found_by_it(letters, enter, found, asked, uids):
    for number, documents in (("01", ["uyban", "tb"]), ("02", ["vx"])):
        notation = f"{number}.VHTT"
        names = {"notation": notation, "code": f"H99.20.2024.{notation}"}
        case_files.put({"case_file_uid": number, "body_uid": "body", **names}, {})
        case_entries.put(
            {"case_file_uid": number, "number": place, "document_uid": one}
            for place, one in enumerate(documents, 1)
        )
    enter("typed", hours=-9, subject="Văn bản cũ", case_file="Tủ 3, hộp 7")
    assert found(case_file=asked) == uids


@pytest.mark.parametrize(
    ("title", "uids"),
    [
        ("chuyen doi so", ["uyban"]),
        ("so nam 2024", ["uyban"]),
        ("chuyen doi", ["uyban"]),
        ("huyen doi", []),  # no whole words
        ("%", []),
        ("", []),
    ],
)
def test_what_lies_in_a_file_is_found_by_words_of_its_title(letters, found, title, uids):
    names = {"notation": "01.VHTT", "folded": "h99.01.vhtt chuyen doi so nam 2024"}
    case_files.put({"case_file_uid": "01", "body_uid": "body", **names}, {})
    case_entries.put([{"case_file_uid": "01", "number": 1, "document_uid": "uyban"}])
    assert found(case_file="x", case_title=title) == uids
