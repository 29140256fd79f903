"""GET @roster."""

from vanphong.organisation import directory
from vanphong.ui.services import OfficeService


class RosterGet(OfficeService):
    """The people of one unit: its head, deputies, clerks, members."""

    def answer(self):
        """Everybody with position, functions, rank and fields."""
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
        "rank": person.rank,
        "fields": sorted(person.fields),
        "signs_as": person.signs_as,
        "unit": person.unit_uid,
        "unit_title": person.unit_title,
    }
