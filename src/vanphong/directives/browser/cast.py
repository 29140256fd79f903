"""Whom a directive may name: the units by kind, and the leaders, for the macro ``pick``."""

from collections.abc import Collection
from vanphong import _
from vanphong.calendars import clock
from vanphong.ledger import work
from vanphong.organisation import directory
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import unit_of
from vanphong.organisation.vocabularies import KIND_TITLES


#: Kinds of unit in the order in which a leader looks for them.
ORDER = (
    "office",
    "division",
    "public-unit",
    "commune",
    "mass-organisation",
    "party-body",
    "body",
)

PEOPLE = "leaders"


class Cast:
    """Units that exist today below a body, and its leaders."""

    def __init__(self, body_uid: str, without: str) -> None:
        """``without`` is the user id of who directs: nobody informs themselves."""
        self.body = directory.unit_object(body_uid)
        self.units = directory.units(body_uid, clock.today())
        self.held = work.held([unit.uid for unit in self.units])
        self.without = without

    def unit_groups(self, *, whole: bool) -> list[dict]:
        """The units by kind; with ``whole`` a kind can be chosen as one."""
        return [self._group(kind, whole) for kind in ORDER if self._of(kind)]

    def groups(self) -> list[dict]:
        """The units by kind, each to be chosen as one, and the leaders."""
        leaders = [
            {"value": person.user_id, "title": person.title}
            for person in directory.people(self.body)
            if LEADERS in person.functions and person.user_id != self.without
        ]
        title = _("Leaders of the body")
        people = {"id": PEOPLE, "title": title, "options": leaders}
        return [*self.unit_groups(whole=True), *([people] if leaders else [])]

    def members(self, kinds: Collection[str]) -> list[str]:
        """UIDs of all units of these kinds."""
        return [unit.uid for unit in self.units if unit.kind in kinds]

    def _of(self, kind: str) -> list[directory.UnitInfo]:
        return [unit for unit in self.units if unit.kind == kind]

    def _group(self, kind: str, whole: bool) -> dict:
        units = self._of(kind)
        several = whole and len(units) > 1
        return {
            "id": kind,
            "title": KIND_TITLES[kind],
            "options": [self._option(unit) for unit in units],
            "all": self._all(kind, len(units)) if several else "",
        }

    def _all(self, kind: str, number: int):
        if kind == "commune":
            return _("All ${n} communes and townships", mapping={"n": number})
        return _("All ${n}", mapping={"n": number})

    def _option(self, unit: directory.UnitInfo) -> dict:
        number = self.held[unit.uid]
        hint = _("holds ${n}", mapping={"n": number}) if number else ""
        return {"value": unit.uid, "title": unit.title, "short": unit.short, "hint": hint}


def named(actor: str) -> str:
    """The value under which a list offers an actor: a unit's UID, or the user id."""
    return unit_of(actor) or actor
