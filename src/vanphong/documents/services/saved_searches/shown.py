"""A saved search as JSON."""

from vanphong.documents.searches import SavedSearch
from vanphong.organisation import people


def shown(one: SavedSearch, url: str) -> dict:
    """The search, and whether it is the person's own."""
    return {
        "@id": f"{url}/@saved-searches/{one.uid}",
        "uid": one.uid,
        "name": one.name,
        "query": dict(one.query),
        "owner": one.owner,
        "owner_title": one.owner_title,
        "unit_uid": one.unit_uid,
        "mine": one.owner == people.me().user_id,
    }
