"""Who looks at a schedule, and what they see of it."""

from AccessControl import getSecurityManager
from collections.abc import Iterable
from datetime import date
from operator import attrgetter
from plone import api
from vanphong.calendars.settings import work_calendar
from vanphong.ledger import schedule_items
from vanphong.organisation import people
from vanphong.schedules import rules
import json


PROPOSE = "vanphong: Propose Schedule Item"
COMPILE = "vanphong: Compile Schedule"
APPROVE = "vanphong: Approve Schedule"
MANAGE = "vanphong: Manage Schedule"
USE = "vanphong: Use Office"


def may(permission: str, context) -> bool:
    """Whether the current person holds a permission on a schedule or week."""
    return bool(getSecurityManager().checkPermission(permission, context))


def viewer(schedule) -> rules.Viewer:
    """The current person, as the rules of seeing look at them."""
    if api.user.is_anonymous():
        return rules.PUBLIC
    return rules.Viewer(
        people.me().tokens, inside=may(USE, schedule), office=may(COMPILE, schedule)
    )


def items_of(rows: Iterable[dict]) -> tuple[rules.Item, ...]:
    """The items of some rows of the ledger."""
    return tuple(rules.from_plain(json.loads(row["item"])) for row in rows)


def planned(body_uid: str, first: date, last: date, **more) -> tuple[rules.Item, ...]:
    """The items of a body on some days as they are worked on, for who keeps them."""
    found = schedule_items.between(body_uid, first, last, published=False, **more)
    return items_of(found)


def published(body_uid: str, first: date, last: date, **more) -> tuple[rules.Item, ...]:
    """The items of a body on some days as they are published."""
    found = schedule_items.between(body_uid, first, last, published=True, **more)
    return items_of(found)


def mine(tokens: frozenset[str], first: date, last: date) -> tuple[rules.Item, ...]:
    """The items of all bodies in which somebody with these tokens takes part.

    They are those of published weeks, and meetings to which an issued invitation invites: these
    are certain before the week is published.
    """
    found = items_of(schedule_items.concerning(tokens, first, last))
    working = items_of(schedule_items.concerning(tokens, first, last, published=False))
    invited = (one for one in working if one.invitation and one.state is rules.State.ACCEPTED)
    shown = {}
    for one in (*found, *invited):
        if rules.concerns(one, tokens):
            # once for who is invited with the unit and sent by it, too
            shown.setdefault((one.invitation or one.uid, one.day), one)
    return tuple(sorted(shown.values(), key=attrgetter("order")))


def conflicts_of(schedule, item: rules.Item) -> tuple[rules.Conflict, ...]:
    """What stands in the way of an item on its day."""
    others = planned(schedule.body_uid, item.day, item.day)
    return rules.conflicts(others, item, work_calendar())
