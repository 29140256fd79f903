"""Where tasks are kept: ``nhiem-vu/<body>/<year>/<month>``; finding them by UID."""

from plone import api
from vanphong.documents import places
from vanphong.organisation import directory
from vanphong.tasks.interfaces import ITask


ROOT = "nhiem-vu"


def of_month(body_uid: str, day):
    """The folder for the tasks of a body and month; made when it is not there yet."""
    place = places.child(api.portal.get(), ROOT, "Nhiệm vụ")
    place = places.of_body(place, directory.unit_object(body_uid))
    place = places.child(place, f"{day:%Y}", f"{day:%Y}")
    return places.child(place, f"{day:%m}", f"{day:%m/%Y}")


def by_uid(uid: str):
    """Any object with a UID, None when there is none. Who may see it is for the caller to ask."""
    if not uid:
        return None
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(UID=uid)
    return found[0]._unrestrictedGetObject() if found else None


def find(uid: str):
    """The task with a UID, None when there is none."""
    found = by_uid(uid)
    return found if ITask.providedBy(found) else None
