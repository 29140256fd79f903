from datetime import date
from datetime import timedelta
from vanphong.calendars import clock
from vanphong.ledger import documents
from vanphong.ledger import paging
from vanphong.ledger.documents import Filters
import pytest
import transaction


@pytest.fixture
def enter():
    def write(uid, readers=("lan",), *, hours=0, **values):
        row = {
            "document_uid": uid,
            "body_uid": "body",
            "direction": "in",
            "registered_at": clock.now() + timedelta(hours=hours),
        }
        documents.put_document(row | values, readers)
        transaction.commit()

    return write


def listed(tokens=None, direction="in", **filters):
    page = documents.list_documents("body", direction, tokens=tokens, filters=Filters(**filters))
    return [row["document_uid"] for row in page.rows]


def test_newest_first_of_one_body_and_direction(enter):
    enter("old", hours=-1)
    enter("new")
    enter("elsewhere", body_uid="other")
    enter("out", direction="out")
    assert listed() == ["new", "old"]


def test_only_what_one_may_find(enter):
    enter("mine", ("lan", "Desk:unit"))
    enter("theirs", ("minh",))
    assert listed(["lan"]) == ["mine"]
    assert listed(["minh", "Desk:unit"]) == ["theirs", "mine"]
    assert listed([]) == []
    assert documents.count_documents("body", "in", tokens=["lan"]) == 1


def test_readers_are_replaced(enter):
    enter("a", ("lan", "minh"))
    enter("a", ("minh", "hoa"))
    assert (listed(["lan"]), listed(["minh"]), listed(["hoa"])) == ([], ["a"], ["a"])
    enter("a", ())
    assert listed(["minh", "hoa"]) == []


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, ["b", "a"]),
        ({"states": ("registered",)}, ["a"]),
        ({"states": ("registered", "presented")}, ["b", "a"]),
        ({"urgency": 2}, ["b"]),
        ({"register_uid": "book", "period": "2026"}, ["a"]),
        ({"register_uid": "book", "period": "2025"}, []),
        ({"words": ("ngan sach",)}, ["a"]),
        ({"words": ("492", "quy")}, ["b"]),
        ({"words": ("492", "sach")}, []),
        ({"words": ("100%",)}, ["b"]),
        ({"words": ("_",)}, []),
        ({"since": date(2026, 3, 2)}, ["b"]),
        ({"until": date(2026, 3, 1)}, ["a"]),
        ({"since": date(2026, 3, 1), "until": date(2026, 3, 2)}, ["b", "a"]),
    ],
)
def test_filters(enter, filters, found):
    enter(
        "a",
        hours=-8,
        state="registered",
        register_uid="book",
        period="2026",
        folded="1198 493/ubnd-vx ve ngan sach uy ban 1000",
    )
    enter("b", state="presented", urgency=2, folded="1199 492/ubnd-vp giai ngan 100% quy 1")
    assert listed(**filters) == found


def test_counts_are_capped(enter):
    for number in range(3):
        enter(str(number))
    assert documents.count_documents("body", "in", tokens=None) == 3
    assert paging.CAP == 1000


def test_duplicates_go_by_identifier_first_then_by_key(enter):
    enter("key", duplicate_key="492/ubnd-vp|phu khe|2026")
    enter("code", document_identifier="H41.01.2026.492")
    find = documents.find_duplicate
    assert find("body", "492/ubnd-vp|phu khe|2026", "H41.01.2026.492")["document_uid"] == "code"
    assert find("body", "492/ubnd-vp|phu khe|2026", "")["document_uid"] == "key"
    assert find("body", "492/ubnd-vp|phu khe|2026", "", "key") is None
    assert find("other", "492/ubnd-vp|phu khe|2026", "H41.01.2026.492") is None


def test_nothing_is_no_duplicate_of_nothing(enter):
    enter("a")
    assert documents.find_duplicate("body", "", "") is None


def test_organs_that_write_often_come_first(enter):
    for uid, name, key in (
        ("a", "Sở Nội vụ", "so noi vu"),
        ("b", "Sở Tài chính", "so tai chinh"),
        ("c", "Sở Tài chính", "so tai chinh"),
        ("d", "Bộ Nội vụ", "bo noi vu"),
        ("e", "", ""),
    ):
        enter(uid, organ_name=name, organ_key=key)
    assert documents.complete_organs("body", "so")[0] == "Sở Tài chính"
    assert set(documents.complete_organs("body", "noi vu")) == {"Sở Nội vụ", "Bộ Nội vụ"}
    assert documents.complete_organs("body", "o", 1) == ["Sở Tài chính"]
    assert documents.complete_organs("other", "so") == []


def test_symbols_complete_from_their_beginning_the_latest_first(enter):
    enter("a", symbol="492/UBND-VP", symbol_key="492/ubnd-vp", hours=-2)
    enter("b", symbol="493/UBND-VX", symbol_key="493/ubnd-vx")
    enter("c", symbol="1493/UBND-VX", symbol_key="1493/ubnd-vx")
    assert documents.complete_symbols("body", "49") == ["493/UBND-VX", "492/UBND-VP"]


def test_forget(enter):
    enter("a")
    documents.forget("a")
    transaction.commit()
    assert listed() == []
    assert listed(["lan"]) == []


def test_lists_walk_the_newest_and_sort_nothing(plans):
    lines = plans(lambda: listed(["lan", "Desk:unit"], words=("ngan",)))
    assert any("document_index USING INDEX document_newest" in line for line in lines)
    assert any("SEARCH document_reader USING" in line for line in lines)
    assert not any("TEMP B-TREE" in line for line in lines)


@pytest.mark.parametrize("keys", [("key", ""), ("", "code")])
def test_duplicates_are_found_by_an_index(plans, keys):
    (line, *_sort) = plans(lambda: documents.find_duplicate("body", *keys))
    assert line.startswith("SEARCH document_index USING INDEX document_")
