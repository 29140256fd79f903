"""The files of a document and the pictures of their pages."""

from AccessControl import getSecurityManager
from urllib.parse import urlencode
from vanphong.attachments import actions
from vanphong.attachments import previews
from vanphong.attachments import status
from vanphong.errors import OfficeError
from vanphong.ui import format as fmt
from vanphong.ui import marks
from zope.i18n import translate


#: Width and height of A4: keeps the place of a page free until its picture is there.
SHEET = {"width": 210, "height": 297}

ICONS = {"main": "scan"}


def chosen(document, uid: str):
    """The file to be shown: the one asked for, else the main one; None without files."""
    files = document.attachments
    return next((one for one in files if one.uid == uid), files[0] if files else None)


def page_count(attachment) -> int:
    """Number of pages that can be shown; 0 when none can."""
    if attachment is None or not previews.is_drawable(attachment):
        return 0
    try:
        return previews.page_count(attachment)
    except OfficeError:
        return 0


def viewer(document, request) -> dict:
    """What the macro ``viewer`` needs; other files open at the same address."""
    shown = chosen(document, request.form.get("file", ""))
    url = document.absolute_url()
    if shown is None:
        return {"id": "scan", "pages": [], "title": ""}
    pages = [
        {"url": f"{url}/@@page/{shown.uid}/{number}", **SHEET}
        for number in range(1, page_count(shown) + 1)
    ]
    return {
        "id": "scan",
        "pages": pages,
        "title": shown.filename,
        "download": "" if shown.is_held else f"{url}/@@file/{shown.uid}",
        "tabs": _tabs(document, request, shown),
    }


def _tabs(document, request, shown) -> list[dict]:
    if len(document.attachments) < 2:
        return []
    kept = {name: request.form[name] for name in ("do", "step", "replaces") if name in request.form}
    return [
        {
            "title": one.filename,
            "url": f"{request['URL']}?{urlencode({**kept, 'file': one.uid})}",
            "on": one.uid == shown.uid,
        }
        for one in document.attachments
    ]


def files(document) -> list[dict]:
    """The files with their sizes, for download."""
    url = document.absolute_url()
    return [
        {
            "title": one.filename,
            "url": "" if one.is_held else f"{url}/@@file/{one.uid}",
            "icon": ICONS.get(one.role, "clip"),
            "note": f"{one.kind} · {fmt.size(one.size)}",
            **_state(document, one, url),
        }
        for one in document.attachments
    ]


def _state(document, one, url: str) -> dict:
    """How far the file is, what is to be known before it is opened, and the way to try again."""
    request = document.REQUEST
    tint, words = status.status(one)
    may = getSecurityManager().checkPermission(actions.RETRY, document)
    return {
        "badge": marks.badge(tint, translate(words, context=request)),
        "warnings": [translate(said, context=request) for said in status.warnings(one)],
        "uid": one.uid,
        "retry": f"{url}/@@retry-file" if may and actions.may_retry(one) else "",
    }
