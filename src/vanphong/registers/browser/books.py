"""The registers that the person works with: ``@@registers`` on the site."""

from collections.abc import Iterator
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation import rules
from vanphong.registers import actions
from vanphong.registers.browser import words


#: Functions in a body, or in its Office, that have to do with its registers.
KEEPING = {rules.LEADERS, rules.CLERKS}


def units_with_books() -> Iterator:
    """The units whose registers the person may want: those led or kept, and of their bodies."""
    seen = set()
    for position in people.me().positions:
        unit = directory.unit_object(position.unit_uid)
        if unit is None or not KEEPING & position.functions:
            continue
        for place in (unit, directory.body_of(unit)):
            if place is not None and place.UID() not in seen:
                seen.add(place.UID())
                yield place


class RegistersView(BrowserView):
    """Registers of the bodies whose clerk, head or chief of Office I am."""

    rail_id = "registers"
    title = _("Registers")
    home = _("Go to my desktop")

    @cached_property
    def _administers(self) -> bool:
        return api.user.has_permission("vanphong: Manage Registers", obj=self.context)

    @cached_property
    def books(self) -> list:
        """The registers, the present period first, incoming before outgoing."""
        found = [book for unit in units_with_books() for book in actions.registers_of(unit)]
        if self._administers:
            found = self._all()
        found = [one for one in found if api.user.has_permission("View", obj=one)]
        found.sort(key=lambda book: (book.direction, book.title))
        return sorted(found, key=lambda book: book.period, reverse=True)

    def _all(self) -> list:
        brains = api.portal.get_tool("portal_catalog")(portal_type="Register")
        return [brain.getObject() for brain in brains]

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        return {
            "caption": self.title,
            "columns": [
                {"title": _("Register book")},
                {"title": _("Direction")},
                {"title": _("Year or term")},
                {"title": _("State")},
                {"title": _("Next number"), "css": "num"},
            ],
            "rows": [self._row(book) for book in self.books],
        }

    def _row(self, book) -> dict:
        tint, word = words.state(book)
        return {
            "title": book.title,
            "url": book.absolute_url(),
            "body": words.body_title(book),
            "direction": words.DIRECTIONS.get(book.direction, book.direction),
            "period": book.period,
            "tint": tint,
            "state": word,
            "next": f"{actions.forecast(book):02d}" if actions.is_open(book) else "–",
        }
