"""Where records are kept: ``van-ban/<body>/<direction>/<year>/<month>``.

The folders are unordered, made when the first record of the month arrives, and never
listed by a page.
"""

from datetime import date
from plone import api
from plone.dexterity.utils import createContent
from vanphong.organisation import directory


ROOT = "van-ban"
DIRECTIONS = {"in": "den", "out": "di", "internal": "noi-bo"}


def folder(body_uid: str, direction: str, day: date):
    """The folder for a record of this body and month; made when it is not there yet."""
    place = _child(api.portal.get(), ROOT, "Văn bản")
    place = _of_body(place, directory.unit_object(body_uid))
    place = _child(place, DIRECTIONS[direction], DIRECTIONS[direction])
    place = _child(place, f"{day:%Y}", f"{day:%Y}")
    return _child(place, f"{day:%m}", f"{day:%m/%Y}")


def put(place, record, name: str):
    """Add a record under this name, or under one made unique with its UID."""
    if name in place:
        name = f"{name}-{record.UID()[:8]}"
    record.id = name
    place._setObject(name, record, set_owner=False)
    return place[name]


def _of_body(place, body):
    """The folder of a body; another body may have the same short name elsewhere in the tree."""
    name, uid = body.getId(), body.UID()
    if name in place and place[name].body_uid != uid:
        name = f"{name}-{uid[:8]}"
    return _child(place, name, body.title, body_uid=uid)


def _child(place, name: str, title: str, **values):
    if name not in place:
        child = createContent("RecordsFolder", title=title, **values)
        child.id = name
        # an owner could delete it
        place._setObject(name, child, set_owner=False)
        place[name].setOrdering("unordered")
    return place[name]
