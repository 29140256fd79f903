"""GET @units."""

from vanphong.calendars import clock
from vanphong.organisation import directory
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import token
from vanphong.ui.services import OfficeService
from vanphong.ui.services import address


class UnitsGet(OfficeService):
    """The units of the body that exist today, in tree order."""

    def answer(self):
        """Every unit with what a directive or a list needs of it."""
        body = directory.body_of(self.context)
        found = directory.units(body.UID(), clock.today())
        return {
            "@id": f"{self.context.absolute_url()}/@units",
            "items": [shown(one, self.request) for one in found],
        }


def shown(unit: directory.UnitInfo, request) -> dict:
    """A unit as JSON; ``actor`` is how steps name it."""
    return {
        "@id": address(unit.path, request),
        "UID": unit.uid,
        "title": unit.title,
        "short_name": unit.short,
        "kind": unit.kind,
        "symbol_code": unit.symbol_code,
        "organ_id": unit.organ_id,
        "parent": unit.parent,
        "depth": unit.depth,
        "has_account": unit.has_account,
        "actor": token(DESK, unit.uid),
    }
