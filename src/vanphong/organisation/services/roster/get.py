"""GET @roster."""

from vanphong.organisation import directory
from vanphong.ui.services import OfficeService


class RosterGet(OfficeService):
    """The people of one unit: leaders, then clerks, then members."""

    def answer(self):
        """Everybody with position and functions."""
        return {
            "@id": f"{self.context.absolute_url()}/@roster",
            "items": [shown(one) for one in directory.people(self.context)],
        }


def shown(person: directory.Person) -> dict:
    """A person in one position as JSON."""
    return {
        "user_id": person.user_id,
        "fullname": person.fullname,
        "position": person.position,
        "functions": sorted(person.functions),
        "unit": person.unit_uid,
        "unit_title": person.unit_title,
    }
