"""What an administrator has set for the public pages."""

from base64 import b64decode
from functools import lru_cache
from plone.registry.interfaces import IRegistry
from typing import Any
from vanphong.portal import rules
from vanphong.portal.interfaces import IBodySettings
from vanphong.portal.interfaces import IPortalSettings
from zope.component import queryUtility


def setting(name: str) -> Any:
    """One value; the default as long as the site has none."""
    default = IPortalSettings[name].default
    registry = queryUtility(IRegistry)
    key = f"{IPortalSettings.__identifier__}.{name}"
    found = default if registry is None else registry.get(key, default)
    return default if found is None else found


def of_body(name: str, body_uid: str) -> Any:
    """One value of a body that is not the first of the site; the default before it is set."""
    registry = queryUtility(IRegistry)
    default = IBodySettings[name].default
    found = None if registry is None else registry.get(f"{prefix(body_uid)}.{name}", default)
    return default if found is None else found


def prefix(body_uid: str) -> str:
    """What the names of the records of such a body begin with."""
    return f"vanphong.portal.body.b{body_uid}"


def categories() -> dict[str, rules.Category]:
    """The categories by their codes, in the order of the settings."""
    return {one.code: one for one in _categories(tuple(setting("categories") or ()))}


def category_title(code: str) -> str:
    """Title of a category, the code itself where it was deleted."""
    found = categories().get(code)
    return code if found is None else found.title


@lru_cache(maxsize=8)
def _categories(lines: tuple[str, ...]) -> tuple[rules.Category, ...]:
    return rules.parse_categories(lines) if lines else rules.CATEGORIES


def decoded(value: bytes) -> bytes:
    """The picture in a value of the registry: ``filenameb64:…;datab64:…``."""
    data = value.rpartition(b"datab64:")[2]
    try:
        return b64decode(data, validate=True)
    except ValueError:
        return b""
