"""``@@import-documents`` of the site: leads to the body whose old documents one may bring in."""

from AccessControl import getSecurityManager
from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.imports.actions import IMPORT
from vanphong.organisation import directory
from vanphong.organisation.interfaces import IOrganisation
from vanphong.organisation.rules import BODIES


def bodies(site) -> list:
    """The bodies that this person may import into."""
    check = getSecurityManager().checkPermission
    found = []
    for place in site.objectValues():
        if not IOrganisation.providedBy(place):
            continue
        for unit in place.objectValues():
            kinds = [unit, *(directory.unit_object(one.uid) for one in directory.subunits(unit))]
            found += [one for one in kinds if one.kind in BODIES and check(IMPORT, one)]
    return found


class ImportDoor(BrowserView):
    """A list of bodies; with one there is nothing to choose."""

    title = _("Import old documents")
    rail_id = "registers"

    def __call__(self):
        """Lead on, or show the list."""
        if len(self.bodies) == 1:
            return self.request.response.redirect(self.bodies[0]["url"])
        return self.index()

    @cached_property
    def bodies(self) -> list[dict]:
        """Titles and addresses."""
        return [
            {"title": one.title, "url": f"{one.absolute_url()}/@@import-documents"}
            for one in bodies(self.context)
        ]

    @cached_property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        columns = ({"title": _("Body"), "css": "su"},)
        return {"caption": self.title, "columns": columns, "rows": self.bodies, "css": "jobs"}
