"""Where files are kept: ``ho-so/<body>/<year>``, and the file lists beside the years.

The folders are unordered, made when they are first needed, and never listed by a page.
"""

from plone import api
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.interfaces import IFileList
from vanphong.documents import places
from vanphong.documents.rules import fold
from vanphong.organisation import directory
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


ROOT = "ho-so"

_KEY = "vanphong.case_files"


def of_body(body_uid: str):
    """The folder of a body; made when it is not there yet."""
    place = places.child(api.portal.get(), ROOT, "Hồ sơ công việc")
    return places.of_body(place, directory.unit_object(body_uid))


def of_year(body_uid: str, year: int):
    """The folder for the files of a body and year; made when it is not there yet."""
    return places.child(of_body(body_uid), f"{year}", f"{year}")


def file_name(notation: str) -> str:
    """Id of a file by its number and symbol, in letters that need no escape in an address."""
    return fold(notation).replace(" ", "-")


def list_name(year: int) -> str:
    """Id of the file list of a year."""
    return f"danh-muc-{year}"


def file_list(body_uid: str, year: int):
    """The file list of a body and year, None while it has none. Writes nothing."""
    root = api.portal.get().get(ROOT)
    for place in () if root is None else root.objectValues():
        if getattr(place, "body_uid", "") == body_uid:
            return place.get(list_name(year))
    return None


def file_lists(body_uid: str) -> list:
    """All file lists of a body, the newest first. Writes nothing."""
    root = api.portal.get().get(ROOT)
    found = []
    for place in () if root is None else root.objectValues():
        if getattr(place, "body_uid", "") == body_uid:
            names = [name for name in place.objectIds(ordered=False) if name.startswith("danh-muc")]
            found += [place[name] for name in names]
    return sorted((one for one in found if IFileList.providedBy(one)), key=lambda one: -one.year)


def find(uid: str):
    """The file with a UID, None when there is none; whoever asks. Remembered for the request."""
    request = getRequest()
    cache = {} if request is None else IAnnotations(request).setdefault(_KEY, {})
    if uid not in cache:
        found = by_uid(uid)
        if found is None:
            return None
        cache[uid] = found if ICaseFile.providedBy(found) else None
    return cache[uid]


def by_uid(uid: str):
    """Any record with a UID, whoever asks; None without."""
    if not uid:
        return None
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid)
    return brains[0]._unrestrictedGetObject() if brains else None
