"""Addresses of the style, the scripts and the icons, with a version in them."""

from functools import cache
from hashlib import sha256
from pathlib import Path


STATIC = Path(__file__).parent.parent / "static"
RESOURCES = "++resource++vanphong"
BARCELONETA = "++theme++barceloneta/css/barceloneta.min.css"
SCRIPTS = ("keyboard.js", "act.js", "bulk.js", "complete.js", "pick.js", "drop.js", "viewer.js")


@cache
def version() -> str:
    """Changes when any static file changes, so that browsers may keep them for long."""
    digest = sha256()
    for path in sorted(STATIC.iterdir()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


def static(portal_url: str, name: str) -> str:
    """Address of one file that only some pages need."""
    return f"{portal_url}/{RESOURCES}/{name}?v={version()}"
