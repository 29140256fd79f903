"""The files of a document and the pictures of their pages."""

from AccessControl import getSecurityManager
from urllib.parse import urlencode
from vanphong.attachments import actions
from vanphong.attachments import previews
from vanphong.attachments import status
from vanphong.documents import inside
from vanphong.errors import OfficeError
from vanphong.ui import format as fmt
from vanphong.ui import marks
from zope.component.hooks import getSite
from zope.i18n import translate


#: Width and height of A4: keeps the place of a page free until its picture is there.
SHEET = {"width": 210, "height": 297}

ICONS = {"main": "scan"}

#: So many pages are sent at once; of longer files one goes on from part to part.
SHOWN = 60

#: Longer texts are not looked for.
LONGEST = 200


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
    """What the macro ``viewer`` needs; other files open at the same address.

    With ``find`` and no ``file`` the first file is shown that has the words.
    """
    typed = _text(request, "find")[:LONGEST]
    shown = _with_words(document, typed) or chosen(document, _text(request, "file"))
    url = document.absolute_url()
    if shown is None:
        return {"id": "scan", "pages": [], "title": ""}
    count = page_count(shown)
    asked = _page(request, count)
    start = max(asked - 1, 0) // SHOWN * SHOWN
    pages = [
        {"url": f"{url}/@@page/{shown.uid}/{number}", "number": number, **SHEET}
        for number in range(start + 1, min(count, start + SHOWN) + 1)
    ]
    return {
        "id": "scan",
        "pages": pages,
        "title": shown.filename,
        "file": shown.uid,
        "count": count,
        "page": asked or None,
        "download": "" if shown.is_held else f"{url}/@@file/{shown.uid}",
        "inside": _inside(shown, url, typed),
        "original": _original(shown, url) if pages else None,
        "previous": _part(request, shown, start - SHOWN + 1) if start else None,
        "next": _part(request, shown, start + SHOWN + 1) if start + SHOWN < count else None,
        "tabs": _tabs(document, request, shown),
    }


def _with_words(document, typed: str):
    """The first file that has the words; None where none has."""
    if not typed or _text(document.REQUEST, "file"):
        return None
    return next((one for one in document.attachments if inside.find(one, typed).total), None)


def _inside(shown, url: str, typed: str) -> dict | None:
    """Addresses for looking into a file; None for one without words."""
    if shown.is_held or shown.words is None or not shown.words.length:
        return None
    views = {"words": "page-words", "find": "find-in-file", "text": "file-text"}
    found = {name: f"{url}/@@{view}/{shown.uid}" for name, view in views.items()}
    return {**found, "typed": typed}


def _original(shown, url: str) -> dict | None:
    """Addresses of a PDF and of the program that draws it."""
    if shown.is_held or shown.extension != "pdf":
        return None
    reader = f"{getSite().absolute_url()}/@@pdf-reader"
    return {"file": f"{url}/@@file/{shown.uid}", "reader": reader}


def _part(request, shown, page: int) -> str:
    """Address of other pages of a long file."""
    return f"{request['URL']}?{urlencode({'file': shown.uid, 'page': page})}"


def _page(request, count: int) -> int:
    """The page that is asked for; 0 for none."""
    asked = _text(request, "page")
    return min(int(asked), count) if asked.isdecimal() and len(asked) < 6 else 0


def _text(request, name: str) -> str:
    value = request.form.get(name, "")
    return value.strip() if isinstance(value, str) else ""


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
