"""Who finds what, and how much of it at a time."""

from vanphong.documents.rules import parse_query
from vanphong.ledger import search
from vanphong.ledger.search import Criteria
from vanphong.ledger.search import Reader
import pytest


CLERK = Reader(clerk_of=("body",))


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
def test_only_what_the_reader_may_open(enter, monkeypatch, reader, uids, few, found):
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


@pytest.mark.parametrize("few", range(1, 9))
def test_a_document_read_for_two_reasons_hides_no_other(enter, monkeypatch, few, found):
    monkeypatch.setattr(search, "FEW", few)
    uids = ["d", "c", "b", "a"]
    for number, uid in enumerate(reversed(uids)):
        readers = ("lan",) if uid == "d" else ("lan", "Desk:vhtt")
        enter(uid, readers, hours=number, subject="lũ lụt")
    for typed in ("", "lụt"):
        assert found(typed, Reader(tokens=("lan", "Desk:vhtt"))) == uids


def test_pages_are_capped(enter, found):
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
