"""The whole query suite runs on SQLite and, where there is a server, on PostgreSQL.

VANPHONG_TEST_LEDGER names an empty database of PostgreSQL; psycopg must be importable.
"""

from datetime import timedelta
from shutil import copy
from tests.postgresql import empty
from vanphong.calendars import clock
from vanphong.documents.rules import parse_query
from vanphong.ledger import documents
from vanphong.ledger import search
from vanphong.ledger import search_rows
from vanphong.ledger.search import Criteria
from vanphong.ledger.search import Reader
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
    empty(server)
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


#: What the text of a document has for itself.
OWN = ("field", "signer_key", "case_file")


@pytest.fixture
def enter():
    def write(uid, readers=(), *, hours=0, keepers=3, body="", **values):
        at = clock.now() + timedelta(hours=hours)
        shown = {"body_uid": "body", "direction": "in", "registered_at": at, "document_uid": uid}
        own = {name: values.pop(name) for name in OWN if name in values}
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


@pytest.fixture
def found():
    """The UIDs of a page of results: ``found("uy ban")``."""

    def find(typed="", reader=CLERK, order="newest", page=1, **criteria):
        asked = Criteria(words=parse_query(typed).words, **criteria)
        rows = search.find(asked, reader, order=order, page=page).rows
        return [row["document_uid"] for row in rows]

    return find
