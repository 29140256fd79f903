"""Addresses of the style and the scripts of lists and forms, with a version in them."""

from functools import cache
from hashlib import sha256
from pathlib import Path


STATIC = Path(__file__).parent / "static"
RESOURCES = "++resource++vanphong-lists"


def static(portal_url: str, name: str) -> str:
    """Address of one file; it changes with the file, so that browsers may keep it for long."""
    return f"{portal_url}/{RESOURCES}/{name}?v={_version(name)}"


@cache
def _version(name: str) -> str:
    return sha256((STATIC / name).read_bytes()).hexdigest()[:10]
