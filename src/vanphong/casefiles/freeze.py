"""Freezing documents and files on an order, lifting it, and the refusal of every act between.

Decree 30/2020, Annex VI, Part I.IV.1.g. Each frozen thing says itself by whom and why; a
folder of the site names them all, so that they can be listed.
"""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Callable
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from plone import api
from vanphong.calendars import clock
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles import readmodel
from vanphong.casefiles.archive_events import FreezeLifted
from vanphong.casefiles.archive_events import RecordFrozen
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.rules import freeze as rules
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.ledger.acts import attempt
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.ledger.interfaces import IActGuard
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules as organisation_rules
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.interface import implementer


FREEZE = "vanphong: Freeze Record"
WHO = _("the archive officer or the chief of the Office")

#: Where the site lists what is frozen, by UID.
LISTED = "vanphong.frozen"

#: So many are frozen at once.
MOST = 500


@dataclass(frozen=True)
class Freeze:
    """An order that holds something as it is."""

    reason: str
    by: str
    at: datetime
    order: str = ""

    @property
    def day(self) -> str:
        """The day, as it is written."""
        return f"{self.at:%d/%m/%Y}"


@office_act("freeze", FREEZE, WHO)
def freeze(context, *, reason: str, order: str = ""):
    """Hold a document or a file as it is.

    :param order: number and day of the order, or "".
    :raises Conflict: when it is frozen.
    """
    made = _order(reason, order)
    _refuse_frozen(context)
    _hold(context, made)
    done("freeze", context, reason=made.reason, order=made.order)
    notify(RecordFrozen(context))


@office_act("lift_freeze", FREEZE, WHO)
def lift_freeze(context, *, reason: str):
    """Let something go that was frozen; nothing else of it changes.

    :raises Conflict: when it is not frozen itself.
    """
    reason = rules.need_reason(reason)
    held = own(context)
    if held is None:
        raise Conflict(_("This is not frozen."), rule=rules.FREEZE_RULE)
    context.frozen = None
    listed = IAnnotations(api.portal.get()).get(LISTED)
    if listed is not None and context.UID() in listed:
        del listed[context.UID()]
    _mirror(context)
    done("lift_freeze", context, reason=reason, was=held.reason)
    notify(FreezeLifted(context))


def freeze_many(records: Iterable, *, reason: str, order: str = "") -> tuple[list, list]:
    """Freeze several documents and files, each for itself; those refused are told apart.

    :returns: what is frozen now, and (what, refusal) pairs of the others.
    :raises InvalidInput: without a reason; then nothing was done.
    """
    rules.need_reason(reason)
    return _each(records, partial(freeze, reason=reason, order=order))


def lift_many(records: Iterable, *, reason: str) -> tuple[list, list]:
    """Let several go, each for itself; see ``freeze_many``."""
    rules.need_reason(reason)
    return _each(records, partial(lift_freeze, reason=reason))


def records(uids: Iterable[str]) -> list:
    """Documents and files by their UIDs, each once; who may see them is for the caller to ask.

    :raises InvalidInput: for none, for too many, for what is neither.
    """
    found = [_record(uid) for uid in dict.fromkeys(uids)]
    if not 0 < len(found) <= MOST:
        raise InvalidInput(_("Choose from one to ${most}."), field="uids", most=MOST)
    return found


def may_in(body) -> bool:
    """Whether this person freezes in a body; each act asks anew, of what it is about."""
    offices = [one.UID() for one in directory.offices(body)]
    groups = (organisation_rules.ARCHIVISTS, organisation_rules.LEADERS)
    wanted = {organisation_rules.token(group, uid) for uid in offices for group in groups}
    return not wanted.isdisjoint(people.me().tokens)


def is_any() -> bool:
    """Whether anything is frozen in this site."""
    return bool(IAnnotations(api.portal.get()).get(LISTED))


def own(context):
    """The freeze on a document or a file itself, None without."""
    return getattr(aq_base(context), "frozen", None)


def holding(context):
    """What holds a document or a file: (the frozen object, its freeze), or None.

    A document is held by its own freeze, or by that of a file which it lies in.
    """
    if not (ICaseFile.providedBy(context) or IOfficeDocument.providedBy(context)):
        return None
    held = own(context)
    if held is not None:
        return context, held
    for kept in entries.kept_in(context):
        case_file = places.find(kept.case_file)
        held = None if case_file is None else own(case_file)
        if held is not None:
            return case_file, held
    return None


def refuse(context) -> None:
    """Refuse to change a document or a file that is held.

    :raises RuleBroken: naming the order.
    """
    found = holding(context)
    if found is not None:
        what, held = found
        raise rules.refusal(what.title, held.reason, held.by, held.day)


def frozen() -> list:
    """Everything that is frozen, the newest first."""
    listed = IAnnotations(api.portal.get()).get(LISTED) or {}
    found = [one for one in map(places.by_uid, listed) if one is not None]
    return sorted(found, key=lambda one: own(one).at, reverse=True)


@implementer(IActGuard)
class FreezeGuard:
    """Every act about something frozen is refused, but for lifting it and looking at it."""

    def __call__(self, name, context, given):
        """See IActGuard."""
        if name in rules.HARMLESS:
            return
        refuse(context)
        for one in given:
            refuse(one)


def refuse_removal(context, event):
    """Refuse to move, rename or delete what is frozen, by whatever way.

    :raises RuleBroken: naming the order.
    """
    if getattr(event, "oldParent", None) is None:
        return
    with attempt("move", context):
        refuse(context)


def _each(records: Iterable, act: Callable) -> tuple[list, list]:
    finished, refused = [], []
    for one in records:
        try:
            act(one)
        except OfficeError as refusal:
            refused.append((one, refusal))
        else:
            finished.append(one)
    return finished, refused


def _order(reason: str, order: str) -> Freeze:
    return Freeze(rules.need_reason(reason), people.me().title, clock.now(), order.strip())


def _record(uid: str):
    found = places.by_uid(uid)
    if not (ICaseFile.providedBy(found) or IOfficeDocument.providedBy(found)):
        raise InvalidInput(_("There is no such document or file."), field="uids")
    return found


def _refuse_frozen(context) -> None:
    if own(context) is not None:
        raise Conflict(_("“${what}” is frozen already."), what=context.title)


def _hold(context, made: Freeze) -> None:
    context.frozen = made
    notes = IAnnotations(api.portal.get())
    if LISTED not in notes:
        notes[LISTED] = OOBTree()
    notes[LISTED][context.UID()] = made.at
    _mirror(context)


def _mirror(context) -> None:
    if ICaseFile.providedBy(context):
        readmodel.write(context)
