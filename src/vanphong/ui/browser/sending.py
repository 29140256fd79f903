"""Headers of answers that are no pages: files to be saved, pictures, values for a script."""

from urllib.parse import quote
import json
import re
import unicodedata


#: For one person and one look: nothing between the office and the person keeps a copy.
UNKEPT = "private, no-store"

#: Nothing in a stranger's file is run, not even when a browser shows it (CSP Level 3, ``sandbox``).
LOCKED = "sandbox; default-src 'none'"

#: What a file is called when nothing is left of its name.
NAMELESS = "tep"

#: Signs that may stand unquoted in ``filename*`` beside letters and digits (RFC 8187, 3.2.1).
UNQUOTED = "!#$&+^`|"


def sent(request, kind: str, *, cache: str = UNKEPT, policy: str = "") -> None:
    """Headers of what is shown or read by a script.

    :param kind: the media type, which the browser is not to guess anew.
    :param cache: value of ``Cache-Control``; "" leaves it to the caller.
    :param policy: value of ``Content-Security-Policy``.
    """
    for name, said in {
        "Content-Type": kind,
        "X-Content-Type-Options": "nosniff",
        "X-Theme-Disabled": "1",
        "Cache-Control": cache,
        "Content-Security-Policy": policy,
    }.items():
        if said:
            request.response.setHeader(name, said)


def saved(request, kind: str, name: str, size: int = 0, *, cache: str = UNKEPT) -> None:
    """Headers of a file that is saved under a name, never run in the page.

    :param size: octets, where they are known and the answer is not packed.
    """
    sent(request, kind, cache=cache, policy=LOCKED)
    _named(request, "attachment", name, size)


def opened(request, kind: str, name: str, size: int = 0, *, cache: str = UNKEPT) -> None:
    """Headers of a file that the browser itself may show, in no frame of anybody's."""
    sent(request, kind, cache=cache, policy="default-src 'self'; frame-ancestors 'none'")
    _named(request, "inline", name, size)


def as_json(request, value, *, cache: str = UNKEPT) -> str:
    """A plain value as JSON for a script of a page, with its headers."""
    sent(request, "application/json; charset=utf-8", cache=cache)
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def disposition(way: str, name: str) -> str:
    """A value of ``Content-Disposition`` (RFC 6266).

    :param way: ``attachment`` or ``inline``.
    :param name: any name; what would lead into a folder or end the header goes. Beside
        Vietnamese letters stands the name without their marks, for programs that know no other.
    """
    name = unicodedata.normalize("NFC", name)
    kept = (" " if letter.isspace() else letter for letter in name)
    name = "".join(letter for letter in kept if unicodedata.category(letter)[0] != "C")
    name = re.sub(r'[\\/:*?"<>|%]', "-", name).strip(" .") or NAMELESS
    parts = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    ascii_name = "".join(
        letter if letter.isascii() else "_" for letter in parts if not unicodedata.combining(letter)
    )
    said = f'{way}; filename="{ascii_name}"'
    return said if ascii_name == name else f"{said}; filename*=UTF-8''{quote(name, safe=UNQUOTED)}"


def _named(request, way: str, name: str, size: int) -> None:
    request.response.setHeader("Content-Disposition", disposition(way, name))
    if size:
        request.response.setHeader("Content-Length", str(size))
