"""Is the same matter on its way already? (luồng trùng)"""

from vanphong.documents import duplicates
from vanphong.documents.rules import similar as texts
from vanphong.errors import Conflict
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import alike as ledger
from vanphong.ledger import documents
from vanphong.ledger import links
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.outgoing import rules
from vanphong.outgoing.forms.docx import open_docx
from vanphong.outgoing.forms.docx import read_facts
from vanphong.outgoing.rules import articles
from vanphong.outgoing.stages import OPEN


#: From this likeness of the words on, of 100, a drafter is warned: letters of one form have
#: more in common than others.
SAME_WORDS = 80.0

#: So many of the newest open drafts are compared.
COMPARED = 200


def refuse_second(unit, reply_to: str, reason: str, own_uid: str = "") -> None:
    """One incoming document is answered by one flow, unless the head of the unit says why.

    :raises Conflict: naming the unit that drafts the answer already.
    :raises RuleBroken: for a reason that is not the head's.
    """
    others = links.pointing_at(reply_to, "reply", OPEN, own_uid)
    if not others:
        return
    if not reason.strip():
        raise Conflict(
            _(
                "${subject} is being drafted already as the answer to this document. "
                "A second one needs a reason of the head of the unit."
            ),
            subject=f"“{others[0]['subject']}”",
            path=others[0]["path"],
            field="reply_to",
            rule=articles.DRAFT,
        )
    if token(LEADERS, unit.UID()) not in people.me().tokens:
        raise RuleBroken(
            _("Only the head of ${unit} lets a second answer be drafted."),
            unit=unit.title,
            field="overlap_reason",
            rule=articles.DRAFT,
        )


def similar(unit, subject: str, own_uid: str = "", text: str = "") -> list[dict]:
    """Open drafts of the body whose subject or text is nearly the same, the likest first.

    They are named to whoever drafts, so that nobody drafts the same twice: subject, unit and
    stage, no more.

    :param text: what is written in the draft.
    """
    body = directory.body_of(unit)
    rows = documents.newest(body.UID(), "out", OPEN, COMPARED)
    rows = [row for row in rows if row["document_uid"] != own_uid]
    found = {row["document_uid"]: (likeness, row) for likeness, row in rules.alike(subject, rows)}
    for likeness, row in _like_texts(body.UID(), text, own_uid):
        found.setdefault(row["document_uid"], (likeness, row))
    likest = sorted(found.values(), key=lambda one: -one[0])
    return [
        {
            "subject": row["subject"],
            "state": row["state"],
            "uid": row["document_uid"],
            "likeness": round(likeness),
        }
        for likeness, row in likest[:5]
    ]


def _like_texts(body_uid: str, text: str, own_uid: str) -> list[tuple[float, dict]]:
    """Open drafts whose words are nearly the same, of 100."""
    opened = texts.opening(text)
    rows = ledger.on_their_way(texts.bands(opened), body_uid, "out", OPEN, own_uid)
    found = [
        (100 * texts.likeness(opened, texts.opening(duplicates.first_text(body))), row)
        for row, body in rows
    ]
    return [one for one in found if one[0] >= SAME_WORDS]


def words_of(content: bytes) -> str:
    """The words of a DOCX that is not stored yet, "" for another file."""
    try:
        return "\n".join(block.text for block in read_facts(open_docx(content)).blocks)
    except OfficeError:
        return ""
