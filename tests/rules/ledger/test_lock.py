"""Whoever has waited for the lock sees the content as it is by then."""

from persistent.mapping import PersistentMapping
from transaction import TransactionManager
from vanphong.ledger import session
from ZODB.DB import DB
from ZODB.MappingStorage import MappingStorage
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite
import pytest
import transaction


class Site(PersistentMapping):
    """As much of a site as setSite asks for."""

    def getSiteManager(self):
        return None


@pytest.fixture
def site():
    """The mapping that stands for the site; another connection changes it meanwhile."""
    database = DB(MappingStorage())
    with database.transaction() as connection:
        connection.root()["site"] = Site(number=1)
    found = database.open().root()["site"]
    setSite(found)
    yield found
    setSite(None)
    transaction.abort()
    database.close()


def change(site, **values):
    """What somebody else commits."""
    manager = TransactionManager()
    connection = site._p_jar.db().open(manager)
    with manager:
        connection.root()["site"].update(values)
    connection.close()


def test_after_the_lock_content_is_what_others_have_committed(site):
    assert site["number"] == 1
    change(site, number=2)
    assert site["number"] == 1
    session.lock("register")
    assert site["number"] == 2
    site["number"] += 1
    transaction.commit()
    assert site["number"] == 3


def test_content_changed_before_the_lock_is_not_taken_away(site):
    site["number"] = 5
    change(site, number=2)
    session.lock("register")
    assert site["number"] == 5
    with pytest.raises(ConflictError):
        transaction.commit()


def test_without_a_site_the_lock_is_just_a_lock():
    session.lock("register")
    assert session.is_writing()
