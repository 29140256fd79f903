"""The boxes beside the results of a search: facets, saved searches, the file to fetch."""

from collections.abc import Callable
from collections.abc import Collection
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import urlencode
from vanphong.documents import exports
from vanphong.documents import rules
from vanphong.documents import searches
from vanphong.documents.browser.search_fields import LABELS
from vanphong.documents.browser.search_fields import Fields
from vanphong.ledger import jobs
from vanphong.ledger import rules as job_rules
from vanphong.ledger.search import Criteria
from vanphong.ledger.search import Facets
from vanphong.ledger.search import Reader
from vanphong.ledger.search import find
from vanphong.ledger.words import Words
from vanphong.organisation import directory
from vanphong.organisation import people


STATIC = Path(__file__).parent / "static"
RESOURCES = "++resource++vanphong-search"

#: Facets in their order: column of the index -> filter.
FACETS = {
    "direction": "direction",
    "document_type": "type",
    "state": "state",
    "organ": "organ",
    "urgency": "urgency",
    "field": "field",
    "body": "body",
}

#: So many values of a facet are shown.
SHOWN = 6

#: So many words are looked for one by one where all together find nothing.
TRIED = 8

#: The words of a term, see ``vanphong.ledger.words``.
Term = tuple[str, ...]

OVER = (job_rules.DONE, job_rules.FAILED, job_rules.STOPPED)


def narrowing(
    facets: Facets, values: dict[str, str], fields: Fields, link: Callable[..., str]
) -> list[dict]:
    """Each facet that tells the results apart: its values, most frequent first."""
    found = []
    for name, filter_ in FACETS.items():
        counted = facets.values[name][:SHOWN]
        if len(counted) < 2 or filter_ in values:
            continue
        options = [
            {
                "title": fields.said(filter_, str(value)),
                "count": count,
                "url": link(**{filter_: str(value)}),
            }
            for value, count in counted
        ]
        found.append({"title": LABELS[filter_], "options": options})
    return found


def html(pieces: rules.Pieces) -> str:
    """Pieces as markup; a template would put blanks between them."""
    return "".join(
        f"<mark>{escape(text)}</mark>" if mark else escape(text) for mark, text in pieces
    )


def snippet(body: str, words: Words) -> dict | None:
    """The part of the texts of a document that is shown; ``file`` is "" where that is its name."""
    found = rules.snippet(body, words)
    if found is None:
        return None
    is_name = "".join(text for _mark, text in found.pieces) == found.file
    file = "" if is_name else found.file
    return {"html": html(found.pieces), "file": file, "page": found.page}


def unknown(words: Words, reader: Reader) -> list[Term]:
    """The terms that occur in no document that the person may open, in any spelling."""
    if len(words.terms) < 2:
        return []
    return [
        term
        for term in words.terms[:TRIED]
        if not find(Criteria(words=Words((term,)).folded()), reader, size=1).rows
    ]


def typed(words: Words, but: Collection[Term] = ()) -> str:
    """The text that asks for these words, without some of them."""
    kept = [_quoted(term) for term in words.terms if term not in but]
    return " ".join((*kept, *(f"-{_quoted(term)}" for term in words.without)))


def _quoted(term: Term) -> str:
    return term[0] if len(term) == 1 else f'"{" ".join(term)}"'


def saved(me: people.Me, url: str, values: dict[str, str]) -> list[dict]:
    """The saved searches that a person sees."""
    return [
        {
            "uid": one.uid,
            "name": one.name,
            "url": f"{url}?{urlencode(one.query)}",
            "on": dict(one.query) == values,
            "mine": one.owner == me.user_id,
            "by": "" if one.owner == me.user_id else one.owner_title,
            "unit": directory.actor_title(f"Members:{one.unit_uid}") if one.unit_uid else "",
        }
        for one in searches.of(me)
    ]


def export(uid: str, me: people.Me, site, link: Callable[..., str]) -> dict | None:
    """How a file of this person stands; None for anybody else's."""
    row = jobs.status(uid) if uid else None
    if row is None or row["kind"] != exports.JOB or row["subject_uid"] != me.user_id:
        return None
    made = exports.find(uid, me.user_id)
    return {
        "waits": row["state"] not in OVER,
        "failed": row["state"] in (job_rules.FAILED, job_rules.STOPPED),
        "rows": (row["result"] or {}).get("rows", 0),
        "url": f"{site.absolute_url()}/@@search-export/{uid}" if made is not None else "",
        "filename": made.blob.filename if made is not None else "",
        "again": link(export=uid),
    }


def style(portal_url: str) -> str:
    """Address of the style; it changes with the file, so that browsers may keep it for long."""
    return f"{portal_url}/{RESOURCES}/search.css?v={_version()}"


@cache
def _version() -> str:
    return sha256((STATIC / "search.css").read_bytes()).hexdigest()[:10]
