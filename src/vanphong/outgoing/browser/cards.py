"""Versions, approvals, opinions and copies of an outgoing document, as its page shows them."""

from collections.abc import Iterator
from vanphong import _
from vanphong.outgoing import copies
from vanphong.outgoing import rules
from vanphong.outgoing.browser.situation import Situation
from vanphong.outgoing.rules import Kind
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.ui import format as fmt


#: Badge of an opinion, by how the step stands.
OPINIONS = {
    State.DONE: ("done", _("given")),
    State.CANCELLED: ("line", _("no longer awaited")),
    State.RETURNED: ("soon", _("sent back")),
}


def version(situation: Situation, one) -> dict:
    """A version with its files and remarks."""
    url = situation.url
    files = [
        {
            "title": file.filename,
            "icon": "clip",
            "note": f"{file.kind} · {fmt.size(file.size)}",
            "url": "" if file.is_held else f"{url}/@@draft-file/{one.number}/{file.uid}",
        }
        for file in one.files
    ]
    return {
        "number": one.number,
        "title": one.title,
        "at": one.at,
        "note": one.note,
        "files": files,
        "remarks": [{"by": r.title, "when": r.at, "text": r.text} for r in one.comments],
        "url": f"{url}?version={one.number}",
        "comment_url": f"{url}/@@act?do=comment&version={one.number}",
    }


def approvals(situation: Situation) -> Iterator[dict]:
    """Who vouched for what, the newest first, and whether it still counts."""
    found = enumerate(situation.document.approvals)
    for place, one in reversed(list(found)):
        counts = place in situation.valid
        yield {
            "kind": _(rules.KIND_TEXTS[one.kind]),
            "by": one.title,
            "at": one.at,
            "version": one.version,
            "note": one.note,
            "counts": counts,
            "paper": bool(one.entered_by),
            "badge": ("done", _("counts")) if counts else ("line", _("for an earlier state")),
            "checklist": list(_answers(one)) if one.kind is Kind.FORM else [],
        }


def _answers(approval) -> Iterator[dict]:
    questions = {item.code: item for item in rules.CHECKLIST}
    words = {"yes": _("Yes"), "none": _("Not in it")}
    for one in approval.checklist:
        item = questions.get(one.item)
        if item is not None:
            yield {"question": _(item.question), "answer": words[one.answer], "law": item.article}


def opinions(situation: Situation) -> Iterator[dict]:
    """Whom the drafter or a holder asked, and what they said; the newest request first."""
    for step in reversed(situation.sheet):
        if step.action is Action.OPINE:
            opened = situation.opened_at(step)
            waits = ("soon", _("opened")) if opened else ("line", _("not opened"))
            yield {
                "who": step.actor_title,
                "asked_by": step.giver_title,
                "asked": step.instruction,
                "at": step.finished_at or step.started_at,
                "due": step.due,
                "text": step.result,
                "badge": OPINIONS.get(step.state, waits),
                "lateness": situation.lateness(step) if step.due and step.awaits else None,
            }


PAPERS = {"paper": _("for paper"), "electronic": _("electronic")}


def _papers(situation: Situation, one) -> list[dict]:
    """The copy as PDF: with its block below the end, or with the electronic mark."""
    url = f"{situation.url}/@@copy-paper/{one.number}"
    return [{"url": f"{url}/{form}", "title": title} for form, title in PAPERS.items()]


def made_copies(situation: Situation) -> list[dict]:
    """Certified copies, the newest first."""
    return [
        {
            "symbol": one.symbol,
            "subject": one.subject,
            "at": one.made_at,
            "by": one.made_by_title,
            "recipients": one.recipients,
            "amount": one.amount,
            "papers": _papers(situation, one) if situation.may("make_copy") else [],
        }
        for one in reversed(copies.of(situation.document))
    ]
