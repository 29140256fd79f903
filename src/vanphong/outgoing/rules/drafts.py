"""What of a draft is approved, by whom, and when an approval counts.

An approval binds to a fingerprint of the files and fields that were approved. What has
changed since has to be approved anew (Decree 30/2020/NĐ-CP, Article 11.2).
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import is_dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules import CHECKLIST
from vanphong.outgoing.forms.rules import Item
from vanphong.outgoing.rules import articles
import json


class Kind(StrEnum):
    """What somebody vouched for."""

    CONTENT = "content"
    FORM = "form"
    APPROVE = "approve"
    SIGN = "sign"


KIND_TEXTS = {
    Kind.CONTENT: _("Content checked"),
    Kind.FORM: _("Form checked"),
    Kind.APPROVE: _("Draft approved"),
    Kind.SIGN: _("Signed"),
}

_ARTICLES = {
    Kind.CONTENT: articles.CONTENT,
    Kind.FORM: articles.FORM,
    Kind.APPROVE: articles.APPROVE,
    Kind.SIGN: articles.SIGN,
}


@dataclass(frozen=True)
class Comment:
    """A remark on one version of a draft."""

    at: datetime
    by: str
    title: str
    text: str


@dataclass(frozen=True)
class Answer:
    """One line of the checklist: ``yes``, or ``none`` where the document has no such part."""

    item: str
    answer: str
    note: str = ""


@dataclass(frozen=True)
class Approval:
    """Somebody vouched for one fingerprint of the draft.

    ``by`` is a user id, ``title`` the position; for a signature on paper ``entered_by`` is
    the clerk who recorded it.
    """

    kind: Kind
    fingerprint: str
    version: int
    by: str
    title: str
    at: datetime
    checklist: tuple[Answer, ...] = ()
    note: str = ""
    entered_by: str = ""


def fingerprint(files: Iterable[str], fields: Mapping[str, object]) -> str:
    """SHA-256 over the SHA-256 of the files, in their order, and the fields that are approved."""
    what = {"files": list(files), "fields": dict(fields)}
    text = json.dumps(what, sort_keys=True, ensure_ascii=False, default=_plain)
    return sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return str(value)


def given(approvals: Iterable[Approval], kind: Kind, now: str) -> Approval | None:
    """The newest approval of a kind that counts for the fingerprint ``now``."""
    found = [one for one in approvals if one.kind is kind and one.fingerprint == now]
    return found[-1] if found else None


def need_given(approvals: Iterable[Approval], kinds: Iterable[Kind], now: str) -> None:
    """Refuse what has not been vouched for as it is now.

    :raises RuleBroken: naming the check that is missing, or was lost by a change.
    """
    approvals = tuple(approvals)
    for kind in kinds:
        if given(approvals, kind, now) is not None:
            continue
        lost = any(one.kind is kind for one in approvals)
        raise RuleBroken(
            _("“${check}” was given to another version; the draft has changed since.")
            if lost
            else _("“${check}” is missing; it comes first."),
            check=KIND_TEXTS[kind],
            rule=articles.CHANGED if lost else _ARTICLES[kind],
        )


def refuse_own(drafter: str, user_id: str, kind: Kind) -> None:
    """Who drafted it does not vouch for its form, nor approve or sign it.

    :raises NotAllowed: naming the article.
    """
    if drafter == user_id and kind is not Kind.CONTENT:
        raise NotAllowed(
            _("You drafted this document; “${check}” is for somebody else to give."),
            check=KIND_TEXTS[kind],
            rule=_ARTICLES[kind],
        )


ANSWERS = ("yes", "none")


def read_checklist(raw: object) -> tuple[Answer, ...]:
    """Answers to every line of the checklist.

    :param raw: a mapping from the code of a line to ``yes`` or ``none``, or to a mapping with
        ``answer`` and ``note``.
    :raises RuleBroken: for a line without an answer, or answered with no.
    """
    given_ = raw if isinstance(raw, Mapping) else {}
    return tuple(_answer(item, given_.get(item.code)) for item in CHECKLIST)


def _answer(item: Item, value: object) -> Answer:
    note = ""
    if isinstance(value, Mapping):
        note = str(value.get("note") or "").strip()[:500]
        value = value.get("answer")
    answer = "yes" if value in (True, "true") else value
    if isinstance(answer, str) and answer in ANSWERS:
        return Answer(item.code, answer, note)
    text = (
        _("“${item}” is answered with no: send the draft back with the reason.")
        if answer
        else _("Answer every line of the checklist; “${item}” is open.")
    )
    raise RuleBroken(text, item=item.question, field="checklist", rule=item.article)
