"""The acts that the page of an outgoing document offers to one person."""

from collections.abc import Iterator
from vanphong import _
from vanphong.outgoing.browser.situation import Situation
from vanphong.outgoing.rules import Kind
from vanphong.outgoing.uploads import DOCX
from vanphong.routing.browser.offers import Offer
from vanphong.routing.browser.passing import waiting
from vanphong.routing.rules import Action


def offers(situation: Situation) -> Iterator[Offer]:
    """All offers, in the order of the stages."""
    yield from _passing(situation)
    yield from _drafting(situation)
    yield from _opinions(situation)
    yield from _holding(situation)
    yield from _signing(situation)
    yield from _issuing(situation)
    yield from _afterwards(situation)
    yield from _always(situation)


def _passing(situation: Situation) -> Iterator[Offer]:
    """Pass on what waits in a state that an administrator has put between two stages."""
    held = waiting(situation.document)
    if held is not None and held.mine:
        yield Offer("pass_stage", held.action, "check", 4, page="@@pass-stage", post=True)


def _drafting(situation: Situation) -> Iterator[Offer]:
    mine = situation.is_drafter or situation.has(Action.REVIEW)
    if situation.may("submit") and situation.is_drafter:
        yield Offer("submit", _("Submit"), "send", 10, key="c", disabled=_unready(situation))
    if mine and situation.may("add_version"):
        yield Offer("add_version", _("Add a version"), "upload", 40 if situation.mine else 20)
    if mine and situation.may("edit_draft"):
        yield Offer(
            "edit_draft",
            _("Change the particulars"),
            "pen",
            61,
            page="@@edit-draft",
            rare=not situation.is_drafter,
        )
    if situation.may("withdraw") and situation.is_drafter and situation.running:
        opened = next((one for one in situation.running if situation.opened_at(one)), None)
        if not situation.has(Action.DRAFT):
            yield Offer(
                "withdraw",
                _("Take back"),
                "reload",
                62,
                post=True,
                confirm=_("Take the draft back? Nobody has opened it yet."),
                disabled=_("${who} has opened it", mapping={"who": opened.actor_title})
                if opened is not None
                else "",
            )


def _unready(situation: Situation) -> str:
    document = situation.document
    if not document.versions:
        return _("attach the text first")
    if all(one.purpose == "keep" for one in document.recipients):
        return _("name the recipients first")
    return ""


def _opinions(situation: Situation) -> Iterator[Offer]:
    if situation.has(Action.OPINE) and situation.may("give_opinion"):
        yield Offer("give_opinion", _("Give the opinion"), "chat", 12, key="g")
    holds = situation.is_drafter or any(step.route_step for step in situation.mine)
    if holds and situation.may("ask_opinions"):
        missing = "" if situation.version is not None else _("attach the text first")
        yield Offer("ask_opinions", _("Ask for opinions"), "users", 63, disabled=missing)


def _holding(situation: Situation) -> Iterator[Offer]:
    """Check, appraise, approve, send back: whoever the document lies with."""
    own = _("you drafted it") if situation.is_drafter else ""
    if situation.has(Action.REVIEW) and situation.may("check_content"):
        yield Offer("check_content", _("Vouch for the content"), "check", 14, key="e")
    if situation.has(Action.APPRAISE) and situation.may("appraise"):
        yield Offer("appraise", _("Appraise the form"), "check", 14, key="e", disabled=own)
    if situation.may("approve"):
        if situation.has(Action.APPROVE):
            yield Offer("approve", _("Approve the draft"), "check", 14, key="e", disabled=own)
        elif situation.has(Action.SIGN) and not situation.vouched(Kind.APPROVE):
            yield Offer("approve", _("Approve, sign on paper"), "check", 20, disabled=own)
    if situation.has(Action.SIGN) and situation.may("sign"):
        yield Offer("sign", _("Sign"), "pen", 14, filled="official", key="k", disabled=own)
    if situation.ways_back and situation.may("send_back"):
        yield Offer("send_back", _("Send back"), "back", 30)


def _signing(situation: Situation) -> Iterator[Offer]:
    """The paper: printed, signed by hand, scanned, recorded."""
    approved = situation.vouched(Kind.APPROVE)
    waits = any(step.action is Action.SIGN for step in situation.running)
    if situation.may("record_signature") and situation.is_clerk and approved:
        first = waits and situation.document.signed_on is None
        title = _("Record the signature") if first else _("Add the signed scan")
        rank = 14 if first else 41
        yield Offer("record_signature", title, "scan", rank, filled="official")
    if waits and situation.may("print_for_signature"):
        reason = "" if approved else _("after the leader's approval")
        yield Offer(
            "print_for_signature",
            _("Print for signature"),
            "print",
            64,
            rare=bool(reason),
            disabled=reason,
        )


def _issuing(situation: Situation) -> Iterator[Offer]:
    if not situation.is_clerk:
        return
    document = situation.document
    if situation.may("number") and situation.has(Action.NUMBER):
        yield Offer("number", _("Number it"), "book", 15, filled="official", key="v")
    if situation.may("issue") and document.code is not None:
        yield Offer("issue", _("Issue"), "send", 15, filled="official", key="p")
    if situation.may("seal") and document.sealed_at is None:
        yield Offer("seal", _("Put on the seal"), "stamp", 42, post=True)


def _afterwards(situation: Situation) -> Iterator[Offer]:
    document = situation.document
    if situation.may("make_copy"):
        yield Offer("make_copy", _("Make a certified copy"), "file", 65)
    if situation.may("correct_issued"):
        belongs = any(one.unit_uid == document.drafting_unit for one in situation.me.positions)
        if belongs:
            yield Offer("correct_issued", _("Correct by letter"), "pen", 66, rare=True)
            yield Offer("replace_issued", _("Replace"), "swap", 67, rare=True)
    if situation.may("recall"):
        yield Offer("recall", _("Recall"), "x", 90, rare=True)
    if situation.may("cancel"):
        yield Offer("cancel", _("Give up"), "x", 91, rare=True)


def _always(situation: Situation) -> Iterator[Offer]:
    yield from _numbered(situation)
    if situation.may("comment") and situation.version is not None and situation.is_draft:
        yield Offer("comment", _("Remark"), "chat", 70)


def _numbered(situation: Situation) -> Iterator[Offer]:
    """The text as it was drafted, with number and date in their places."""
    version = situation.version
    if version is None or situation.document.code is None:
        return
    takes = situation.is_clerk or situation.is_drafter
    if takes and version.files[0].content_type == DOCX:
        title = _("Word file with its number")
        yield Offer("numbered_text", title, "file", 68, page="@@numbered-text")
