"""Where records are kept: ``van-ban/<body>/<direction>/<year>/<month>``.

The folders are unordered, made when the first record of the month arrives, and never
listed by a page.
"""

from Acquisition import aq_base
from datetime import date
from persistent.mapping import PersistentMapping
from plone import api
from plone.dexterity.utils import createContent
from plone.uuid.interfaces import ATTRIBUTE_NAME
from uuid import uuid4
from vanphong.documents.indexers import LikeOthers
from vanphong.organisation import directory


ROOT = "van-ban"

#: What keeps the contents of a folder: never the same for two of them.
CONTENTS = ("_tree", "_count", "_mt_index")

#: What of many records at once is indexed. The indexes of paths and ids make four objects for
#: each of them, half of all that is written, and nothing asks for records by these.
BY_UID = ("UID", "portal_type")

DIRECTIONS = {"in": "den", "out": "di", "internal": "noi-bo"}


def folder(body_uid: str, direction: str, day: date):
    """The folder for a record of this body and month; made when it is not there yet."""
    place = child(api.portal.get(), ROOT, "Văn bản")
    place = of_body(place, directory.unit_object(body_uid))
    place = child(place, DIRECTIONS[direction], DIRECTIONS[direction])
    place = child(place, f"{day:%Y}", f"{day:%Y}")
    return child(place, f"{day:%m}", f"{day:%m/%Y}")


def shared(day: date):
    """The folder of the month for what units of the office send each other.

    One for all of them: whose a record is, it says itself (``body_uid``), and a letter to 150
    recipients makes no 150 folders.
    """
    place = child(api.portal.get(), ROOT, "Văn bản")
    place = child(place, "noi-bo-chuyen-den", "Văn bản chuyển đến trong hệ thống")
    place = child(place, f"{day:%Y}", f"{day:%Y}")
    return child(place, f"{day:%m}", f"{day:%m/%Y}")


def put_alike(place, record, names: list[str]) -> list:
    """Add empty records that are like one already there but for their names and UIDs.

    Hundreds at a time: no event is fired, and the catalogue gets its few columns of each
    at once. The caller changes what is different, before anything asks for it.
    """
    catalog = api.portal.get_tool("portal_catalog")
    above, bare = place.getPhysicalPath(), aq_base(record)
    made = []
    for name in names:
        twin = _twin(bare, name)
        place._setOb(name, twin)
        path = (*above, name)
        known = LikeOthers(path, getattr(twin, ATTRIBUTE_NAME), bare.portal_type)
        catalog.catalog_object(known, "/".join(path), idxs=BY_UID)
        made.append(twin.__of__(place))
    return made


def _twin(record, name: str):
    twin = record.__class__(name)
    own = {*twin.__dict__, *CONTENTS, "workflow_history"} - {"portal_type"}
    for key, value in record.__dict__.items():
        if key not in own and not key.startswith("_v_"):
            setattr(twin, key, value)
    twin.id = name
    setattr(twin, ATTRIBUTE_NAME, uuid4().hex)
    history = {key: tuple(lines) for key, lines in record.workflow_history.items()}
    twin.workflow_history = PersistentMapping(history)
    return twin


def put(place, record, name: str):
    """Add a record under this name, or under one made unique with its UID."""
    if name in place:
        name = f"{name}-{record.UID()[:8]}"
    record.id = name
    place._setObject(name, record, set_owner=False)
    return place[name]


def of_body(place, body):
    """The folder of a body; another body may have the same short name elsewhere in the tree."""
    name, uid = body.getId(), body.UID()
    if name in place and place[name].body_uid != uid:
        name = f"{name}-{uid[:8]}"
    return child(place, name, body.title, body_uid=uid)


def child(place, name: str, title: str, **values):
    """A folder of records in another; made when it is not there yet."""
    if name not in place:
        child = createContent("RecordsFolder", title=title, **values)
        child.id = name
        # an owner could delete it
        place._setObject(name, child, set_owner=False)
        place[name].setOrdering("unordered")
    return place[name]
