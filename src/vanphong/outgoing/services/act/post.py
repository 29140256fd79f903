"""POST @act/<name>."""

from collections.abc import Callable
from typing import Any
from vanphong.attachments.services.sent import SentFiles
from vanphong.ledger.services import NamedActService
from vanphong.outgoing import actions
from vanphong.outgoing.services.sent import fields_of
from vanphong.outgoing.services.shown import shown
from vanphong.ui.given import Given


def _note(body: Given) -> dict[str, Any]:
    return {"note": body.text("note")}


def _reason(body: Given) -> dict[str, Any]:
    return {"reason": body.text("reason")}


def _new(act: Callable) -> Callable:
    return lambda document, body: act(document, fields_of(body), SentFiles(body))


#: By its name in the address: the act as the trail calls it, and how it is called.
ACTS: dict[str, tuple[str, Callable]] = {
    "comment": (
        "comment",
        lambda document, body: actions.comment(
            document, body.text("text"), version=body.whole("version")
        ),
    ),
    "ask-opinions": (
        "ask_opinions",
        lambda document, body: actions.ask_opinions(
            document, body.texts("to"), due=body.day("due"), text=body.text("text")
        ),
    ),
    "give-opinion": (
        "give_opinion",
        lambda document, body: actions.give_opinion(document, body.text("text")),
    ),
    "submit": (
        "submit",
        lambda document, body: actions.submit(document, to=body.texts("to"), **_note(body)),
    ),
    "withdraw": ("withdraw", lambda document, body: actions.withdraw(document)),
    "check-content": (
        "check_content",
        lambda document, body: actions.check_content(document, **_note(body)),
    ),
    "appraise": (
        "appraise",
        lambda document, body: actions.appraise(
            document, body.values.get("checklist"), **_note(body)
        ),
    ),
    "approve": ("approve", lambda document, body: actions.approve(document, **_note(body))),
    "sign": ("sign", lambda document, body: actions.sign(document, **_note(body))),
    "record-signature": (
        "record_signature",
        lambda document, body: actions.record_signature(
            document, SentFiles(body), signed_on=body.day("signed_on"), **_note(body)
        ),
    ),
    "print-for-signature": (
        "print_for_signature",
        lambda document, body: actions.print_for_signature(
            document, amount=body.whole("amount", 1)
        ),
    ),
    "send-back": (
        "send_back",
        lambda document, body: actions.send_back(document, to=body.text("to"), **_reason(body)),
    ),
    "number": (
        "number",
        lambda document, body: actions.number(document, issued_date=body.day("issued_date")),
    ),
    "seal": ("seal", lambda document, body: actions.seal(document, **_note(body))),
    "issue": (
        "issue",
        lambda document, body: actions.issue(
            document, SentFiles(body), sealed=body.flag("sealed"), despite=body.text("despite")
        ),
    ),
    "note-delivery": (
        "note_delivery",
        lambda document, body: actions.note_delivery(
            document, body.text("recipient"), body.text("state"), **_note(body)
        ),
    ),
    "cancel": ("cancel", lambda document, body: actions.cancel(document, **_reason(body))),
    "recall": ("recall", lambda document, body: actions.recall(document, **_reason(body))),
    "correct": ("correct_issued", _new(actions.correct_issued)),
    "replace": ("replace_issued", _new(actions.replace_issued)),
}


class ActPost(NamedActService):
    """Do one act on the document."""

    acts = ACTS

    def done(self, made):
        """The document as it is now; a new one, where the act has made one."""
        if self.name in ("correct", "replace"):
            self.created(made.absolute_url())
            return shown(made, self.request)
        return shown(self.context, self.request)
