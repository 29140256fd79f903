"""What must be read on the page of an outgoing document before anything is done."""

from collections.abc import Iterator
from vanphong import _
from vanphong.documents import duplicates
from vanphong.errors import OfficeError
from vanphong.organisation import directory
from vanphong.outgoing import flows
from vanphong.outgoing.browser.situation import Situation
from vanphong.outgoing.replies import Finish
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.ui.errors import message
from zope.i18nmessageid import Message


AMENDMENTS = {
    "corrects": _("Corrected by ${symbol}."),
    "replaces": _("Replaced by ${symbol}."),
}


def notices(situation: Situation, finish: Finish | None) -> Iterator[dict]:
    """Dicts of kind, icon, title, by, when, text, url and link; the gravest first."""
    document = situation.document
    if document.recalled_at is not None:
        title = _("Recalled from all recipients")
        yield _note("bad", "x", title, document.recalled_at, document.recall_reason)
    if document.cancelled_at is not None:
        title = _("Given up")
        yield _note("bad", "x", title, document.cancelled_at, document.cancel_reason)
    for _uid, symbol, kind in document.amended_by:
        said = Message(AMENDMENTS[kind], mapping={"symbol": symbol})
        yield _note("warn", "info", said)
    if finish is not None:
        yield _finish(situation, finish)
    yield from _printed(situation)
    yield from _said(situation)
    yield from _alike(situation)
    yield from _way(situation)


def _alike(situation: Situation) -> Iterator[dict]:
    """To the drafter, before it is submitted: somebody else is writing nearly the same."""
    document = situation.document
    if not situation.is_drafter or situation.plan or document.cancelled_at is not None:
        return
    unit = directory.unit_object(document.drafting_unit)
    text = duplicates.beginning(document)
    if unit is None or not text:
        return
    found = flows.similar(unit, document.subject, document.UID(), text)
    if found:
        said = "; ".join(f"“{one['subject']}”" for one in found)
        yield _note("warn", "warn", _("A draft about nearly the same is on its way:"), text=said)


def _note(kind: str, icon: str, title: str, when=None, text: str = "", by: str = "") -> dict:
    return {"kind": kind, "icon": icon, "title": title, "when": when, "text": text, "by": by}


def _finish(situation: Situation, finish: Finish) -> dict:
    """The reply is issued: the step of the document that it answers may be finished."""
    title = _(
        "The answer is issued. Finish your work on arrival number ${number}?",
        mapping={"number": finish.label},
    )
    url = situation.request.physicalPathToURL(finish.path.split("/"))
    link = f"{url}/@@act?do=finish&step={finish.step}"
    return {**_note("done", "check", title), "url": link, "link": _("Finish the work")}


def _printed(situation: Situation) -> Iterator[dict]:
    """The files to print, right after the print was noted."""
    version = situation.version
    if version is None or situation.request.form.get("print") != str(version.number):
        return
    base = f"{situation.url}/@@draft-file/{version.number}"
    yield {
        **_note("rule", "print", _("Print, have it signed, then record the signed scan.")),
        "url": f"{base}/{version.files[0].uid}",
        "link": version.files[0].filename,
    }


def _said(situation: Situation) -> Iterator[dict]:
    """Why it came back, or what was said with it."""
    step = situation.step
    if step is None:
        return
    if step.action is Action.DRAFT:
        back = [one for one in situation.sheet if one.state is State.RETURNED]
        if back:
            last = back[-1]
            yield _note(
                "warn",
                "back",
                _("Sent back"),
                last.finished_at,
                last.comment,
                last.finished_by or last.actor_title,
            )
    elif step.instruction:
        title = _("Submitted with the note") if step.route_step else _("What is asked")
        yield _note("rule", "chat", title, step.started_at, step.instruction, step.giver_title)


def _way(situation: Situation) -> Iterator[dict]:
    """Before the first submission: which way it would take, or why there is none."""
    if not situation.is_drafter or situation.plan or not situation.is_draft:
        return
    if situation.document.cancelled_at is not None:
        return
    planned = situation.planned
    if isinstance(planned, OfficeError):
        yield _note(
            "warn",
            "swap",
            _("It cannot be submitted yet"),
            text=message(planned, situation.request),
        )
