"""Addresses that a publisher puts beside a document: ``Title | https://…``, one a line."""

from dataclasses import dataclass
from urllib.parse import urlsplit
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


MOST = 20
LONGEST_TITLE = 200
LONGEST_URL = 500


@dataclass(frozen=True)
class Link:
    """A title and where it leads."""

    title: str
    url: str


def read_links(text: str) -> tuple[Link, ...]:
    """The links in some lines.

    Addresses begin with https:// or http://, or with / for a page of this site: nothing else
    can be opened without harm from a page for everybody.

    :raises InvalidInput: naming the line.
    """
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if len(lines) > MOST:
        raise InvalidInput(_("At most ${n} links are kept."), n=MOST, field="links")
    return tuple(_link(line) for line in lines)


def _link(line: str) -> Link:
    title, _bar, url = (part.strip() for part in line.rpartition("|"))
    title = title or url
    if not _opens(url) or len(url) > LONGEST_URL or len(title) > LONGEST_TITLE:
        raise InvalidInput(
            _("“${line}”: write a title, a bar and an address, such as Luật | https://vbpl.vn/…"),
            line=line[:80],
            field="links",
        )
    return Link(title, url)


def _opens(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    if any(sign in url for sign in " \"'<>\\") or not url.isprintable():
        return False
    if parts.scheme in ("http", "https"):
        return bool(parts.hostname) and "@" not in parts.netloc
    return not parts.scheme and not parts.netloc and url.startswith("/")
