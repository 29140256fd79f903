"""Items that come from invitations: put down, changed and cancelled by the issuing act.

They need no permission of the schedule: whoever may issue an invitation says when and where.
"""

from dataclasses import replace
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.schedules import flow
from vanphong.schedules import rules
from vanphong.schedules import weeks
from vanphong.schedules.actions import frame
from vanphong.schedules.actions import publishing
from z3c.caching.purge import Purge
from zope.event import notify


def put(body_uid: str, item: rules.Item):
    """Add an item, or replace the one with its UID, in the week of its day.

    A published week gets a new edition at once: what is sent out must be on the portal.

    :raises InvalidInput: when the body keeps no schedule.
    """
    schedule = weeks.schedule(body_uid)
    if schedule is None:
        raise InvalidInput(_("This body keeps no schedule."))
    here = rules.week_of(item.day)
    for week in _holding(schedule, item.uid):
        if week.week != here:
            _change(week, _gone(week, item.uid, ""))
    week = weeks.get_or_make(schedule, here)
    _change(week, item)
    return week


def cancel(body_uid: str, item_uid: str, reason: str) -> None:
    """Cancel an item; what was published stays to be read, struck through."""
    schedule = weeks.schedule(body_uid)
    for week in [] if schedule is None else _holding(schedule, item_uid):
        _change(week, _gone(week, item_uid, reason))


def of(invitation_uid: str, body_uid: str) -> tuple[rules.Item, ...]:
    """The items that an invitation has put down in the schedule of a body."""
    schedule = weeks.schedule(body_uid)
    found = () if schedule is None else schedule.objectValues()
    return tuple(one for week in found for one in week.items if one.invitation == invitation_uid)


def _holding(schedule, item_uid: str) -> list:
    """The weeks in which an item stands."""
    standing = (rules.State.PROPOSED, rules.State.ACCEPTED)
    return [
        week
        for week in schedule.objectValues()
        if any(one.uid == item_uid and one.state in standing for one in week.items)
    ]


def _gone(week, item_uid: str, reason: str) -> rules.Item:
    item = next(one for one in week.items if one.uid == item_uid)
    read = week.edition is not None and any(one.uid == item_uid for one in week.edition.items)
    state = rules.State.CANCELLED if read else rules.State.WITHDRAWN
    return replace(item, state=state, reason=reason)


def _change(week, item: rules.Item) -> None:
    frame.put(week, item)
    if flow.state(week) != flow.PUBLISHED:
        return
    edition = week.edition
    before = {one.uid: one for one in edition.items}
    only = tuple(one for one in edition.items if one.uid != item.uid)
    now = (*only, item)
    if rules.pending(before.values(), now):
        items = rules.next_edition(edition.items, now)
        publishing.put_edition(week, items, "", edition.replaces_invitation)
        notify(Purge(week))
