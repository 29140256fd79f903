"""The page of the organisation: all units as a tree."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.organisation.browser.rows import tree


class OrganisationView(BrowserView):
    """``view`` of the organisation; ``?all=1`` also shows units that do not exist today."""

    rail_id = "organisation"

    @property
    def title(self) -> str:
        """Name of the folder."""
        return self.context.title

    @cached_property
    def shows_all(self) -> bool:
        """Units of the past and the future are shown too."""
        return bool(self.request.form.get("all"))

    @cached_property
    def _units(self) -> list:
        return list(tree(self.context, clock.today()))

    @property
    def absent(self) -> int:
        """How many units do not exist today."""
        return sum(not row.exists for row in self._units)

    @property
    def people(self) -> int:
        """How many positions are filled in the units shown."""
        return sum(row.people for row in self.table["rows"])

    @cached_property
    def table(self) -> dict:
        """The tree, for the macro ``list_table``."""
        return {
            "caption": _("Units"),
            "columns": [
                {"id": "title", "title": _("Unit")},
                {"id": "kind", "title": _("Kind of unit")},
                {"id": "code", "title": _("Abbreviation")},
                {"id": "organ_id", "title": _("Identification code")},
                {"id": "people", "title": _("People"), "css": "num"},
            ],
            "rows": [row for row in self._units if row.exists or self.shows_all],
        }

    @property
    def may_add(self) -> bool:
        """This person may add a body."""
        return api.user.has_permission("vanphong: Manage Office", obj=self.context)
