"""Acting as the system, for work that nobody waits for.

Handlers of jobs may read and write everything. What they do through an act stands in the
audit trail under the name of the system.
"""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from AccessControl.users import system
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from vanphong.organisation import people
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite
from zope.globalrequest import getRequest


#: Name of the system in the audit trail, which keeps names as they were said on that day.
TITLE = "Hệ thống"

#: The same key under which ``people.me`` remembers persons.
_PEOPLE = "vanphong.people"


@contextmanager
def as_system() -> Iterator[None]:
    """Be the system in this block, whoever is signed in."""
    before = getSecurityManager()
    request = getRequest()
    newSecurityManager(request, system)
    try:
        with _named(request):
            yield
    finally:
        setSecurityManager(before)


def site_path() -> str:
    """Path of the Plone site of this thread, "" without one."""
    site = getSite()
    return "" if site is None else "/".join(site.getPhysicalPath())


def user_id() -> str:
    """Who is signed in; "" for the system and for nobody."""
    user = getSecurityManager().getUser()
    return (None if user is None else user.getId()) or ""


@contextmanager
def _named(request: Any) -> Iterator[None]:
    """Let ``people.me`` know the system by its name."""
    if request is None:
        yield
        return
    notes = IAnnotations(request)
    before = notes.get(_PEOPLE)
    notes[_PEOPLE] = {"": people.Me("", TITLE, (), frozenset())}
    try:
        yield
    finally:
        notes.pop(_PEOPLE, None)
        if before is not None:
            notes[_PEOPLE] = before
