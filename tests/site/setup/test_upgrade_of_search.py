"""Step 1060 on a site whose documents were never searched."""

from plone import api
from sqlalchemy import delete
from sqlalchemy import func
from sqlalchemy import select
from sqlalchemy import update
from tests.office import as_user
from vanphong.documents import lexicon
from vanphong.documents import search
from vanphong.ledger import search as engine
from vanphong.ledger import search_rows
from vanphong.ledger import session
from vanphong.ledger.tables import document_index
from vanphong.ledger.tables import document_reader
from vanphong.ledger.tables import document_text
from vanphong.organisation import people
from vanphong.upgrades import v1060
import pytest


def found(user, text):
    with as_user(user):
        words = search.rules.parse_query(text).words
        reader = search.reader_of(people.me())
        return [row["subject"] for row in engine.first(engine.Criteria(words), reader, 100)]


def texts():
    with session.reading() as connection:
        return [dict(row) for row in connection.execute(select(document_text)).mappings()]


@pytest.fixture
def set_back(portal):
    """The sample, as it was before there was a search."""
    before = texts()
    connection = session.writing().connection()
    search_rows.wipe(connection)
    # readers of a later stage, as the rows before this step had them
    connection.execute(delete(document_reader).where(document_reader.c.token == "chutich"))
    with api.env.adopt_roles(["Manager"]):
        lexicon.unbind(portal)
    return before


def test_documents_come_into_the_search_with_their_readers(portal, set_back):
    assert found("vanthu", "uy ban") == []
    with api.env.adopt_roles(["Manager"]):
        v1060.search(portal.portal_setup)
    assert sorted(texts(), key=str) == sorted(set_back, key=str)
    assert found("vanthu", "uy ban")
    assert found("chutich", "")
    with session.reading() as connection:
        count = connection.execute(select(func.count()).select_from(document_index)).scalar()
    assert count == len(texts())


def test_plones_own_search_folds_every_word(portal, set_back):
    with api.env.adopt_roles(["Manager"]):
        title = "Ủy ban nhân dân họp phiên tháng Tám"
        api.content.create(portal, "Document", id="trang", title=title)
        assert not portal.portal_catalog(SearchableText="uy ban nhan dan hop phien")
        v1060.search(portal.portal_setup)
        assert [one.Title for one in portal.portal_catalog(SearchableText="uy ban")] == [title]


def test_it_can_run_again_and_mends_what_differs(portal, set_back):
    with api.env.adopt_roles(["Manager"]):
        v1060.search(portal.portal_setup)
        first = texts()
        v1060.search(portal.portal_setup)
        assert texts() == first
        one = first[0]["document_uid"]
        session.writing().connection().execute(
            update(document_text)
            .where(document_text.c.document_uid == one)
            .values(keepers=0, field="x")
        )
        v1060.search(portal.portal_setup)
        assert texts() == first
