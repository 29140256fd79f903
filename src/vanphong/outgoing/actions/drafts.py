"""Drafting: begin a draft, change it, give it a new version, remark on a version.

Decree 30/2020/NĐ-CP, Article 10.
"""

from collections.abc import Iterable
from vanphong.calendars import clock
from vanphong.documents.index import index_document
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import session
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.outgoing import drafting
from vanphong.outgoing import flows
from vanphong.outgoing import links
from vanphong.outgoing import rules
from vanphong.outgoing import turns
from vanphong.outgoing import uploads
from vanphong.outgoing import versions
from vanphong.outgoing.interfaces import DraftChanged
from vanphong.outgoing.interfaces import DraftCommented
from vanphong.outgoing.interfaces import DraftCreated
from vanphong.outgoing.rules import articles
from vanphong.routing import sheet as sheets
from zope.event import notify


MEMBERS = _("those who belong to the drafting unit")
DRAFTER = _("who drafts the document, or the head of the unit that it lies with")


@office_act("create_draft", "vanphong: Draft Document", MEMBERS)
def create_draft(
    unit, raw: dict, files: Iterable = (), *, reply_to: str = "", overlap_reason: str = ""
):
    """Begin a draft (dự thảo).

    :param unit: the drafting unit.
    :param raw: field values as a form or a client sends them, with ``recipients``,
        ``legal_bases``, ``related`` and ``consulted``.
    :param files: vanphong.attachments.content.Attachment, the text first: version 1.
    :param reply_to: UID of the incoming document that it answers.
    :param overlap_reason: why a second flow for the same document; the head of the unit's.
    :raises Conflict: when another flow answers the same document.
    :raises RuleBroken: for a secret document, or a unit that issues nothing.
    """
    drafting.refuse_stranger(unit)
    values = drafting.checked(unit, raw, files)
    answered = drafting.answered(reply_to)
    files = tuple(files)
    uploads.refuse_programs(files)
    if reply_to:
        session.lock(f"reply:{reply_to}")
        flows.refuse_second(unit, reply_to, overlap_reason)
    document = drafting.make(unit, values, files)
    if answered is not None:
        document.reply_to = reply_to
        document.reply_symbol = answered.symbol or answered.label
        document.overlap_reason = overlap_reason.strip()
    index_document(document)
    links.write(document)
    done("create_draft", document, reply_to=document.reply_symbol, reason=overlap_reason)
    notify(DraftCreated(document))
    return document


@office_act("edit_draft", "vanphong: Draft Document", DRAFTER, order=articles.STAGES)
def edit_draft(document, raw: dict):
    """Change fields of a draft; what was approved of it is to be approved anew.

    :raises InvalidInput: when a value cannot be read.
    """
    unit = drafting.unit_of(document)
    values = drafting.checked(unit, {**drafting.given(document), **raw}, (), old=document)
    changed = {
        name: [str(getattr(document, name)), str(values[name])]
        for name in values
        if getattr(document, name) != values[name]
    }
    if not changed:
        return
    drafting.apply(document, values)
    versions.refresh(document)
    index_document(document)
    links.write(document)
    sheets.refresh(document)
    done("edit_draft", document, changed=changed)
    notify(DraftChanged(document))


@office_act("add_version", "vanphong: Draft Document", DRAFTER, order=articles.STAGES)
def add_version(document, files: Iterable, *, note: str = "") -> versions.DraftVersion:
    """Give the draft a new version; approvals of the one before do not count for it.

    :param files: the text first.
    :raises RuleBroken: without a file.
    """
    files = tuple(files)
    if not files:
        raise RuleBroken(_("A version of a draft has a file."), field="files", rule=articles.DRAFT)
    uploads.refuse_programs(files)
    version = versions.add(document, files, turns.remark(note))
    index_document(document)
    done("add_version", document, version=version.number, note=version.note)
    notify(DraftChanged(document))
    return version


@office_act(
    "comment", "vanphong: Comment Draft", _("those whom the draft lies with, and who saw it")
)
def comment(document, text: str, *, version: int | None = None) -> rules.Comment:
    """Remark on a version of the draft; the newest when none is named."""
    text = text.strip()
    if not text:
        raise RuleBroken(_("Write the comment."), field="text", rule=articles.DRAFT)
    numbers = [one.number for one in document.versions]
    number = version if version is not None else (numbers[-1] if numbers else 0)
    if number not in numbers:
        raise InvalidInput(_("The draft has no version ${number}."), number=number, field="version")
    me = people.me()
    made = rules.Comment(clock.now(), me.user_id, me.title, text[:5000])
    kept = document.versions[number - 1]
    kept.comments = (*kept.comments, made)
    done("comment", document, version=number, text=made.text)
    notify(DraftCommented(document))
    return made
