"""Where the links of a publication lead: pages of this site are looked up when publishing."""

from AccessControl import getSecurityManager
from AccessControl.SpecialUsers import nobody
from collections.abc import Sequence
from plone import api
from urllib.parse import urlsplit
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import publications as ledger
from vanphong.portal.interfaces import IPublicationMarker
from vanphong.portal.rules import Link
from zExceptions import NotFound


def checked(links: Sequence[Link]) -> tuple[Link, ...]:
    """The links, if those into this site lead to something that everybody may open.

    Addresses of other sites are not asked for: the server opens nothing outside.

    :raises InvalidInput: naming the first that leads nowhere.
    """
    for link in links:
        path = _inside(link.url)
        if path is not None and not _is_open(path):
            raise InvalidInput(
                _("“${url}” leads to no page that everybody may open."),
                url=link.url[:200],
                field="links",
            )
    return tuple(links)


def _inside(url: str) -> str | None:
    """The path below the site that an address names; None for another site."""
    root = urlsplit(api.portal.get().absolute_url())
    parts = urlsplit(url)
    if parts.netloc and parts.netloc != root.netloc:
        return None
    path = parts.path
    if root.path and path.startswith(f"{root.path}/"):
        path = path[len(root.path) :]
    return path.strip("/")


def _is_open(path: str) -> bool:
    """Whether the anonymous may open an object or a page at a path below the site."""
    site = api.portal.get()
    if not path:
        return True
    steps, _slash, last = path.rpartition("/")
    try:
        found = site.unrestrictedTraverse(path)
    except (KeyError, AttributeError, NotFound, ValueError):
        return False
    if IPublicationMarker.providedBy(found):
        return ledger.is_public_path("/".join(found.getPhysicalPath()), clock.today())
    if last.startswith("@@"):
        roles = getattr(found, "__roles__", ())
        return roles is None or _sees(site.unrestrictedTraverse(steps) if steps else site)
    return _sees(found)


def _sees(context) -> bool:
    with api.env.adopt_user(user=nobody):
        return bool(getSecurityManager().checkPermission("View", context))
