"""Search shows what opening allows: no document more, and none less."""

from plone import api
from sqlalchemy import select
from tests.office import as_user
from tests.office_acts import EVERYBODY
from vanphong.documents import search
from vanphong.ledger import search as engine
from vanphong.ledger import session
from vanphong.ledger.tables import document_index
from vanphong.organisation import people
import pytest


def every_stage(office):
    """Documents at every stage, beside those of the sample."""
    office.arrive()
    office.register()
    office.presented("pct-vanxa")
    office.presented("vp")
    office.assigned()
    office.finished()
    taken_back = office.directed()
    office.do("take_back", taken_back, office.step(taken_back, "lead"), "chutich")
    office.directed(lead="anlac", coordinators=[], inform=[])


def all_documents(office):
    with session.reading() as connection:
        rows = connection.execute(select(document_index.c.document_uid, document_index.c.path))
        return {uid: office.portal.unrestrictedTraverse(path) for uid, path in rows}


@pytest.mark.parametrize("few", [engine.FEW, 0])
def test_for_every_person_and_every_document_search_is_what_opening_allows(
    office, monkeypatch, few
):
    monkeypatch.setattr(engine, "FEW", few)
    every_stage(office)
    documents = all_documents(office)
    assert len(documents) > 25
    for user in EVERYBODY:
        with as_user(user):
            may_open = {
                uid for uid, one in documents.items() if api.user.has_permission("View", obj=one)
            }
            reader = search.reader_of(people.me())
            rows = engine.first(engine.Criteria(), reader, 5000)
            assert {row["document_uid"] for row in rows} == may_open, user


def test_with_words_it_is_the_same(office):
    documents = all_documents(office)
    words = search.rules.parse_query("uy ban nhan dan").words
    found, may_open = {}, {}
    for user in EVERYBODY:
        with as_user(user):
            reader = search.reader_of(people.me())
            rows = engine.first(engine.Criteria(words), reader, 5000)
            found[user] = {row["document_uid"] for row in rows}
            may_open[user] = {
                uid for uid, one in documents.items() if api.user.has_permission("View", obj=one)
            }
    with_words = set().union(*found.values())
    assert len(with_words) > 5
    for user in EVERYBODY:
        assert found[user] == with_words & may_open[user], user
