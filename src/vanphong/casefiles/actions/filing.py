"""Putting documents into files, taking them out, putting them in order."""

from collections.abc import Iterable
from dataclasses import replace
from plone import api
from vanphong.calendars import clock
from vanphong.casefiles import entries
from vanphong.casefiles import grants as granting
from vanphong.casefiles import places
from vanphong.casefiles import readmodel
from vanphong.casefiles import stages
from vanphong.casefiles.interfaces import DocumentFiled
from vanphong.casefiles.interfaces import DocumentTakenOut
from vanphong.casefiles.interfaces import EntryMoved
from vanphong.casefiles.rules import entries as rules
from vanphong.casefiles.rules import states
from vanphong.documents import index
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger import documents as document_rows
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.routing.rules import need_reason
from zope.event import notify


FILERS = _("the maker of the file or a contributor to it")
MAKERS = _("the maker of the file or the head of the unit")

#: Stages of documents that are not kept: not registered, sent back, given up.
NOT_KEPT = frozenset({"awaiting_reception", "returned", "cancelled"})


@office_act("file_document", "vanphong: File Document", FILERS, order=states.ARTICLE)
def file_document(
    case_file,
    document,
    *,
    kind: str = "",
    pages: int | None = None,
    note: str = "",
    grants: bool | None = None,
) -> rules.Entry:
    """Put a document into a file (đưa văn bản vào hồ sơ); it is referred to, not copied.

    :param kind: of ``rules.entries.Kind``; main document when left out.
    :param pages: those of its files when left out.
    :param grants: whether readers of the file may read it by that; when left out, if this
        person may hand it on and nothing on the document forbids it.
    :raises Conflict: for a file that is closed or frozen, or a document that is in it.
    :raises RuleBroken: for a document that is not registered, or must not be handed on.
    """
    entry = checked(case_file, document, kind=kind, pages=pages, note=note, grants=grants)
    entries.add(case_file, entry)
    entries.keep(document, entries.Kept(case_file.UID(), entry.grants))
    if entry.grants:
        show_readers(document)
    readmodel.write(case_file)
    done(
        "file_document",
        case_file,
        kept=document.UID(),
        symbol=document.symbol or document.subject[:80],
        number=entry.number,
        grants=entry.grants,
    )
    notify(DocumentFiled(case_file, document, entry))
    return entry


def checked(
    case_file,
    document,
    *,
    kind: str = "",
    pages: int | None = None,
    note: str = "",
    grants: bool | None = None,
) -> rules.Entry:
    """The entry that a document would get, for who asks before something else is done.

    Asks for every rule, but not for the permission of the act.
    """
    stages.check_writable(case_file)
    check_document(document, case_file.body_uid)
    there = entries.of_document(case_file, document.UID())
    if there is not None:
        raise Conflict(
            _("The document is in this file already, as number ${number}."),
            number=there.number,
            field="case_file",
        )
    if entries.count(case_file) >= rules.MOST_ENTRIES:
        raise RuleBroken(_("The file is full; open a second volume."), field="case_file")
    if grants is None:
        grants = granting.allowed(document)
    elif grants:
        rules.check_grant(
            may_hand_on=granting.may_hand_on(document), forbidden=granting.forbidden(document)
        )
    me = people.me()
    return rules.Entry(
        number=entries.last_number(case_file) + 1,
        document_uid=document.UID(),
        kind=rules.check_kind(kind),
        pages=rules.check_pages(pages, counted_pages(document)),
        note=" ".join(note.split())[:500],
        grants=grants,
        filed_by=me.user_id,
        filed_by_title=me.positions[0].title if me.positions else me.title,
        filed_at=clock.now(),
    )


@office_act("take_out_document", "vanphong: Take Out Document", MAKERS, order=states.ARTICLE)
def take_out(case_file, document_uid: str, *, reason: str) -> rules.Entry:
    """Take a document out of a file, with the reason; the document itself stays.

    :raises Conflict: for a file that is closed, in the archive, or frozen.
    """
    reason = need_reason(reason)
    stages.check_writable(case_file, leaving=True)
    entry = _entry(case_file, document_uid)
    entries.remove(case_file, entry)
    document = _document(document_uid)
    if document is not None:
        entries.let_go(document, case_file.UID())
        if entry.grants:
            show_readers(document)
    readmodel.write(case_file)
    done(
        "take_out_document",
        case_file,
        kept=document_uid,
        symbol="" if document is None else document.symbol or document.subject[:80],
        number=entry.number,
        reason=reason,
    )
    notify(DocumentTakenOut(case_file, document, entry))
    return entry


@office_act("change_entry", "vanphong: Take Out Document", MAKERS, order=states.ARTICLE)
def change_entry(
    case_file,
    document_uid: str,
    *,
    kind: str | None = None,
    pages: int | None = None,
    note: str | None = None,
    grants: bool | None = None,
) -> rules.Entry:
    """Change what is said of a document in a file; what is left out stays.

    :raises RuleBroken: when the document must not be opened to the readers of the file.
    """
    stages.check_writable(case_file)
    entry = _entry(case_file, document_uid)
    document = _document(document_uid)
    if grants and not entry.grants and document is not None:
        rules.check_grant(
            may_hand_on=granting.may_read(document) and granting.may_hand_on(document),
            forbidden=granting.forbidden(document),
        )
    changed = replace(
        entry,
        kind=entry.kind if kind is None else rules.check_kind(kind),
        pages=entry.pages if pages is None else rules.check_pages(pages, 0),
        note=entry.note if note is None else " ".join(note.split())[:500],
        grants=entry.grants if grants is None else grants,
    )
    entries.change(case_file, changed)
    if changed.grants != entry.grants and document is not None:
        entries.keep(document, entries.Kept(case_file.UID(), changed.grants))
        show_readers(document)
    readmodel.write(case_file)
    done("change_entry", case_file, kept=document_uid, number=entry.number)
    notify(EntryMoved(case_file))
    return changed


@office_act("move_entry", "vanphong: Take Out Document", MAKERS, order=states.ARTICLE)
def move_entry(case_file, document_uid: str, to: int) -> rules.Entry:
    """Give a document another number in the file; those between move by one."""
    stages.check_writable(case_file)
    entry = _entry(case_file, document_uid)
    last = entries.last_number(case_file)
    if not 1 <= to <= last:
        raise InvalidInput(_("Choose a number from 1 to ${last}."), last=last, field="number")
    entries.move(case_file, entry, to)
    done("move_entry", case_file, kept=document_uid, number=entry.number, to=to)
    notify(EntryMoved(case_file))
    moved = entries.of_document(case_file, document_uid)
    return entry if moved is None else moved


def file_many(
    case_file, documents: Iterable, *, kind: str = ""
) -> tuple[list, list[tuple[object, OfficeError]]]:
    """Put several documents into a file; those that cannot go are told apart."""
    filed, refused = [], []
    for document in documents:
        try:
            file_document(case_file, document, kind=kind)
        except OfficeError as refusal:
            refused.append((document, refusal))
        else:
            filed.append(document)
    return filed, refused


def show_readers(document) -> None:
    """Write anew who finds a document in lists and in the search."""
    document_rows.put_document(index.row(document), index.readers(document))


def counted_pages(document) -> int:
    """Pages of a document: those that were typed, else those of its files."""
    typed = getattr(document, "page_amount", None)
    return typed or sum(one.pages or 0 for one in document.attachments)


def check_document(document, body_uid: str) -> None:
    """Refuse what no file of a body may hold: what is not read, another body's, no record yet.

    :raises OfficeError: with the reason.
    """
    if not IOfficeDocument.providedBy(document):
        raise InvalidInput(_("Only documents of the office lie in a file."), field="document")
    if not granting.may_read(document):
        raise NotAllowed(_("Only ${who} may do this here."), who=_("readers of the document"))
    if document.body_uid != body_uid:
        raise RuleBroken(
            _("The document belongs to another body than the file."),
            field="case_file",
            rule=rules.ARTICLE,
        )
    if api.content.get_state(document) in NOT_KEPT:
        raise RuleBroken(
            _("Only what is registered, or drafted here, is kept in a file."),
            field="document",
            rule=rules.ARTICLE,
        )


def _entry(case_file, document_uid: str) -> rules.Entry:
    entry = entries.of_document(case_file, document_uid)
    if entry is None:
        raise InvalidInput(_("The document is not in this file any more."), field="document")
    return entry


def _document(document_uid: str):
    return places.by_uid(document_uid)
