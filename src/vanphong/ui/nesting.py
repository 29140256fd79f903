"""JSON nested so deep that reading it fails: refused before anybody reads it.

plone.restapi looks for credentials in every JSON body, before the person is known and
before any service of ours is asked.
"""

from vanphong.errors import InvalidInput
from vanphong.errors import mark as _


#: Python reads about a thousand levels; no body of a client comes near this.
DEEPEST = 100

TOO_DEEP = _("The JSON is nested deeper than ${most} levels.")


def is_deep(text: bytes, most: int) -> bool:
    """Whether brackets are nested deeper than so many levels; those in texts do not count."""
    if text.count(b"[") + text.count(b"{") <= most:
        return False
    depth, quoted, escaped = 0, False, False
    for sign in text:
        if quoted:
            quoted = escaped or sign != 0x22
            escaped = sign == 0x5C and not escaped
        elif sign == 0x22:
            quoted = True
        elif sign in b"[{":
            depth += 1
            if depth > most:
                return True
        elif sign in b"]}":
            depth -= 1
    return False


def refuse_deep(site, event):
    """Refuse a request before it is traversed any further.

    :raises InvalidInput: for such a body; the page of refusals answers it.
    """
    request = event.request
    kind = (request.getHeader("Content-Type") or "").partition(";")[0].strip().lower()
    body = request.get("BODY") if kind == "application/json" else None
    if isinstance(body, bytes) and is_deep(body, DEEPEST):
        raise InvalidInput(TOO_DEEP, most=DEEPEST)
