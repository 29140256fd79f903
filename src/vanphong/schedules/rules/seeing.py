"""Who sees which item."""

from collections.abc import Iterable
from dataclasses import dataclass
from vanphong.schedules.rules.items import Item
from vanphong.schedules.rules.items import Visibility


@dataclass(frozen=True)
class Viewer:
    """Who looks.

    :param inside: somebody of the office, with an account; else a citizen.
    :param office: somebody who keeps the schedule, and sees all of it.
    """

    tokens: frozenset[str] = frozenset()
    inside: bool = False
    office: bool = False


#: A citizen.
PUBLIC = Viewer()


def may_see(item: Item, viewer: Viewer) -> bool:
    """Whether somebody sees an item; what they may not see is for them not there."""
    if viewer.office or item.visibility is Visibility.PUBLIC:
        return True
    if not viewer.inside:
        return False
    return item.visibility is Visibility.INTERNAL or not viewer.tokens.isdisjoint(item.tokens)


def seen(items: Iterable[Item], viewer: Viewer) -> tuple[Item, ...]:
    """The items that somebody sees."""
    return tuple(one for one in items if may_see(one, viewer))


def concerns(item: Item, tokens: frozenset[str]) -> bool:
    """Whether an item is in the schedule of somebody with these tokens."""
    return not tokens.isdisjoint({one.token for one in item.people})
