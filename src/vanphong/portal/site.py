"""What the frame of the public pages says about the body that keeps this office."""

from datetime import datetime
from functools import cached_property
from hashlib import sha256
from vanphong import _
from vanphong.calendars import clock
from vanphong.organisation.interfaces import IOrganisation
from vanphong.organisation.rules import BODIES
from vanphong.portal import settings
from vanphong.portal.interfaces import LINK
from vanphong.portal.interfaces import OFFICIAL
from vanphong.portal.interfaces import STRUCTURE
from vanphong.ui.public_site import PublicSite


COLOURS = {"official_colour": OFFICIAL, "structure_colour": STRUCTURE, "link_colour": LINK}


class BodySite(PublicSite):
    """Settings of the portal; what they leave empty is taken from the organisation."""

    @cached_property
    def body(self):
        """The body that keeps this office, or None."""
        return first_body(self.site)

    @cached_property
    def body_name(self) -> str:
        """Full name."""
        named = settings.setting("body_name")
        return named or (super().body_name if self.body is None else self.body.title)

    @cached_property
    def short_name(self) -> str:
        """Short name, for titles of windows."""
        return self.body_name if self.body is None else self.body.short_name or self.body_name

    @property
    def above(self) -> str:
        """The line above the name."""
        return settings.setting("above") or _("Electronic information page")

    @property
    def contact(self) -> tuple[str, ...]:
        """Address, telephone and e-mail, those that are set."""
        names = ("address", "telephone", "email")
        return tuple(filter(None, (settings.setting(name) for name in names)))

    @property
    def responsible(self) -> str:
        """Who answers for the content."""
        return settings.setting("responsible")

    @property
    def emblem_url(self) -> str:
        """The emblem of the body, or the star."""
        emblem = settings.setting("emblem")
        if not emblem:
            return super().emblem_url
        return f"{self.portal_url}/@@portal-emblem?v={sha256(emblem).hexdigest()[:10]}"

    @property
    def colours_url(self) -> str:
        """The style sheet of the colours, when they are not the usual ones."""
        chosen = [settings.setting(name) for name in COLOURS]
        if chosen == list(COLOURS.values()):
            return ""
        return f"{self.portal_url}/@@portal-colours.css?v={''.join(chosen).replace('#', '')}"

    @cached_property
    def now(self) -> datetime:
        """The clock of the office."""
        return clock.now()


def first_body(site):
    """The body that keeps this office: the first one in the folder of the units, or None."""
    for place in site.objectValues() if site is not None else ():
        if IOrganisation.providedBy(place):
            return next((unit for unit in place.objectValues() if unit.kind in BODIES), None)
    return None
