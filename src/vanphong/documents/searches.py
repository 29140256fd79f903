"""Searches that people have saved, and the columns that they want to see.

Content, not ledger: they cannot be made again from anything else. They lie in one place of
the site; each search is an object of its own, so that two people may save at a time.
"""

from BTrees.OOBTree import OOBTree
from dataclasses import dataclass
from persistent import Persistent
from plone import api
from vanphong.organisation import people
from zope.annotation.interfaces import IAnnotations


KEY = "vanphong.searches"

#: Where ``exports`` keeps its files.
EXPORTS = "vanphong.exports"

#: More saved searches than these nobody keeps apart.
MOST = 50
LONGEST_NAME = 100
LONGEST_VALUE = 1000

#: Columns of the results beside the subject: those that can be chosen, and those shown first.
COLUMNS = (
    "number",
    "registered",
    "symbol",
    "issued",
    "organ",
    "type",
    "state",
    "holder",
    "due",
    "field",
    "urgency",
)
DEFAULT_COLUMNS = ("number", "registered", "state", "holder", "due")


@dataclass(frozen=True)
class SavedSearch:
    """A named search; ``unit_uid`` is the unit that it is shared with, or ""."""

    uid: str
    name: str
    query: tuple[tuple[str, str], ...]
    owner: str
    owner_title: str
    unit_uid: str = ""


class _Store(Persistent):
    """All that was saved; made by the first act that saves something."""

    def __init__(self) -> None:
        self.searches = OOBTree()  # uid -> SavedSearch
        self.columns = OOBTree()  # user id -> names


def _store() -> _Store | None:
    return IAnnotations(api.portal.get()).get(KEY)


def _made() -> _Store:
    notes = IAnnotations(api.portal.get())
    if KEY not in notes:
        notes[KEY] = _Store()
    return notes[KEY]


def of(me: people.Me) -> list[SavedSearch]:
    """The searches of a person, then those shared with the person's units; each by name."""
    store = _store()
    if store is None:
        return []
    units = set(me.units())
    seen = [
        one
        for one in store.searches.values()
        if one.owner == me.user_id or (one.unit_uid and one.unit_uid in units)
    ]
    return sorted(seen, key=lambda one: (one.owner != me.user_id, one.name.lower(), one.uid))


def find(uid: str) -> SavedSearch | None:
    """A saved search, whosever it is."""
    store = _store()
    return None if store is None else store.searches.get(uid)


def put(search: SavedSearch) -> None:
    """Keep a search, in place of the one with the same UID."""
    _made().searches[search.uid] = search


def remove(uid: str) -> None:
    """Forget a search."""
    del _made().searches[uid]


def columns(user_id: str) -> tuple[str, ...]:
    """The columns that a person sees."""
    store = _store()
    return DEFAULT_COLUMNS if store is None else store.columns.get(user_id, DEFAULT_COLUMNS)


def put_columns(user_id: str, names: tuple[str, ...]) -> None:
    """Remember the columns of a person."""
    _made().columns[user_id] = names


def forget(site) -> None:
    """Take all that was saved away with the product."""
    notes = IAnnotations(site)
    for key in (KEY, EXPORTS):
        notes.pop(key, None)
