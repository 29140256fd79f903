"""Folders behind which visitors learn nothing, not even whether there is something.

For who is not signed in, whatever address below is answered alike: Plone asks for a name and
leads on to the page afterwards. Only what features have opened goes through; their pages
answer for themselves.
"""

from AccessControl import Unauthorized
from Acquisition import aq_parent
from plone.base.interfaces import IPloneSiteRoot


#: Names of views that everybody may ask for.
_OPEN: set[str] = set()


def open_to_all(*names: str) -> None:
    """Let visitors come to the views of these names."""
    _OPEN.update(names)


def check(folder, request, depth: int = 0) -> None:
    """Called when a folder of the site is on the way to what is asked for.

    :param depth: so many names below the folder are no secret.
    :raises Unauthorized: for a visitor; Plone leads to the page for signing in.
    """
    if not IPloneSiteRoot.providedBy(aq_parent(folder)):
        return
    left = [name.removeprefix("@@") for name in request.get("TraversalRequestNameStack", ())]
    if _OPEN.isdisjoint(left) and len(left) >= depth and not is_signed_in(folder, request):
        raise Unauthorized("Not for visitors.")


def is_signed_in(context, request) -> bool:
    """Whether somebody sends the request; Zope itself asks for that after the path only."""
    site = context.portal_url.getPortalObject()
    for place in (site, site.getPhysicalRoot()):
        users = place.acl_users
        if users._extractUserIds(request, users.plugins):
            return True
    return False
