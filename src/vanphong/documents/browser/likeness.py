"""Documents that may be here already, in words: for forms, for the page of a document."""

from collections.abc import Iterable
from urllib.parse import urlencode
from vanphong import _
from vanphong.documents import duplicates
from vanphong.documents.duplicates import Alike
from vanphong.documents.rules import similar
from vanphong.ledger import search as engine
from vanphong.ui import format as fmt
from xml.sax.saxutils import escape
from xml.sax.saxutils import quoteattr
from zope.i18n import translate


#: What makes one think that a document is here already; one sentence for each kind.
SAID = {
    duplicates.SAME_FILE: _("has the very same file"),
    duplicates.SAME_LETTER: _("has the same issuing body, number and symbol, and year"),
    duplicates.LIKE_TEXT: _("has a text that looks alike (${n} %)"),
}

#: Characters of two texts that are laid beside each other.
COMPARED = 6000


def said(one: Alike):
    """Why it is named, as a message."""
    text = SAID[one.kind]
    return _(text, mapping={"n": one.percent}) if one.kind == duplicates.LIKE_TEXT else text


def shown(found: Iterable[Alike], request, url: str = "") -> list[dict]:
    """Documents for a list.

    :param url: address of the document that they are compared with; "" while it is none.
    """
    return [
        {
            "uid": one.uid,
            "url": request.physicalPathToURL(one.path.split("/")),
            "kind": one.kind,
            "label": one.row["label"] or one.row["symbol"] or "–",
            "subject": one.row["subject"],
            "sender": ", ".join(filter(None, (one.row["organ_name"], one.row["symbol"]))),
            "day": _day(one.row["issued_date"]),
            "percent": one.percent,
            "said": translate(said(one), context=request),
            "compare": f"{url}/@@compare?{urlencode({'with': one.uid})}" if url else "",
        }
        for one in found
    ]


def row_html(row: dict, text: str, request) -> str:
    """Markup of one document in a form: a link, why it is named, and what differs.

    :param row: from ``shown``.
    :param text: the text that it is compared with; "" for what has none.
    """
    link = f'<a href={quoteattr(row["url"])} target="_blank">{escape(row["label"])}</a>'
    more = f'{link}: {escape(row["subject"])} <span class="muted">· {escape(row["said"])}</span>'
    if row["compare"]:
        compare = translate(_("Compare"), context=request)
        return f'{more} <a class="compare" href={quoteattr(row["compare"])}>{compare}</a>'
    pieces = differing(text, row["uid"]) if text and row["kind"] == duplicates.LIKE_TEXT else ()
    if not pieces:
        return more
    words = " ".join(f"<mark>{escape(one)}</mark>" if mark else escape(one) for mark, one in pieces)
    title = translate(_("What differs in its text"), context=request)
    return f'{more} <details><summary>{title}</summary><p class="words">{words}</p></details>'


def differing(text: str, uid: str) -> similar.Pieces:
    """The beginning of a stored document's text, with marks where another one is different."""
    body = engine.bodies([uid]).get(uid, "")
    there = duplicates.first_text(body[:COMPARED])
    return similar.difference(text[:COMPARED], there)[1]


def _day(day) -> str:
    return fmt.full_date(day) if day else ""
