"""What the acts share: reading the week, writing it, and telling of it."""

from dataclasses import replace
from typing import Any
from uuid import uuid4
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import mirrors
from vanphong.ledger import schedule_items
from vanphong.ledger.acts import done
from vanphong.organisation import people
from vanphong.schedules import flow
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules.interfaces import ScheduleActDone
from zope.event import notify


PROPOSE, COMPILE, APPROVE, MANAGE = (
    viewing.PROPOSE,
    viewing.COMPILE,
    viewing.APPROVE,
    viewing.MANAGE,
)

PROPOSERS = _("heads and clerks of the units")
KEEPERS = _("the Office of the body")
APPROVERS = _("the chief of the Office and the leaders of the body")


def new_uid() -> str:
    """A UID for an item."""
    return uuid4().hex


def myself() -> rules.Who:
    """The person who acts."""
    me = people.me()
    return rules.Who(me.user_id, me.title)


def reason_of(text: str, *, needed: bool = True) -> str:
    """A reason, as one line.

    :raises InvalidInput: when there is none, or it is a novel.
    """
    found = " ".join(text.split())
    if needed and not found:
        raise InvalidInput(_("Give the reason."), field="reason")
    if len(found) > 500:
        raise InvalidInput(_("This is too long."), field="reason")
    return found


def item_of(week: Any, uid: str) -> rules.Item:
    """An item of a week that the person sees.

    :raises InvalidInput: for one that is not there, or not theirs to see: alike.
    """
    viewer = viewing.viewer(weeks.schedule_of(week))
    for one in week.items:
        if one.uid == uid and rules.may_see(one, viewer):
            return one
    raise InvalidInput(_("There is no such item in this week."), field="uid")


def check_changeable(item: rules.Item) -> None:
    """Refuse to change what is over.

    :raises Conflict: for an item that was refused, withdrawn or cancelled.
    """
    if item.state not in (rules.State.PROPOSED, rules.State.ACCEPTED):
        raise Conflict(_("This item was refused, withdrawn or cancelled already."))


def put(week: Any, *items: rules.Item) -> None:
    """Write items into a week: those that are there change, the others are added."""
    new = {one.uid: one for one in items}
    kept = [new.pop(one.uid, one) for one in week.items]
    week.items = (*kept, *new.values())
    if flow.state(week) == flow.APPROVED:
        flow.move(week, "reopen_approval")
        week.approved = ""
    write(week)


def write(week: Any) -> None:
    """Write the rows of a week anew."""
    schedule_items.forget(week.UID())
    mirrors.write(week)


def told(act: str, context: Any, **detail: Any) -> None:
    """Write the line of an act, and tell the features above of it."""
    done(act, context, **detail)
    notify(ScheduleActDone(act, context, detail))


def with_state(item: rules.Item, state: rules.State, reason: str = "") -> rules.Item:
    """The item in another state."""
    return replace(item, state=state, reason=reason)
