"""What the frame of the public pages says about the body that keeps this office."""

from Acquisition import aq_base
from Acquisition import aq_chain
from Acquisition import aq_inner
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
from vanphong.ui.interfaces import IPublicSite
from vanphong.ui.public_site import PublicSite
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


COLOURS = {"official_colour": OFFICIAL, "structure_colour": STRUCTURE, "link_colour": LINK}

_KEY = "vanphong.portal.site"


class BodySite(PublicSite):
    """Settings of the portal; what they leave empty is taken from the organisation."""

    @cached_property
    def bodies(self) -> list:
        """The bodies of the site, the one that keeps it first."""
        return bodies(self.site)

    @cached_property
    def body(self):
        """The body that the page is about; the first where it is about none, or None."""
        asked = self.request.form.get("body", "")
        near = {getattr(one, "body_uid", "") for one in aq_chain(aq_inner(self.context))[:2]}
        for one in self.bodies:
            if one.UID() in near or (asked and one.getId() == asked):
                return one
        return next(iter(self.bodies), None)

    @cached_property
    def is_first(self) -> bool:
        """Whether it is the body that keeps the site."""
        return not self.bodies or aq_base(self.body) is aq_base(self.bodies[0])

    @cached_property
    def body_uid(self) -> str:
        """UID of the body."""
        return "" if self.body is None else self.body.UID()

    @property
    def body_id(self) -> str:
        """The name of a body other than the first, as addresses have it."""
        return "" if self.is_first else self.body.getId()

    @property
    def elsewhere(self) -> frozenset[str]:
        """UIDs of the other bodies that have pages of their own."""
        return frozenset(one.UID() for one in self.bodies) - {self.body_uid}

    def setting(self, name: str):
        """A setting of the body."""
        return settings.setting(name) if self.is_first else settings.of_body(name, self.body_uid)

    @cached_property
    def body_name(self) -> str:
        """Full name."""
        named = self.setting("body_name")
        return named or (super().body_name if self.body is None else self.body.title)

    @cached_property
    def short_name(self) -> str:
        """Short name, for titles of windows."""
        return self.body_name if self.body is None else self.body.short_name or self.body_name

    @property
    def above(self) -> str:
        """The line above the name."""
        return self.setting("above") or _("Electronic information page")

    @property
    def contact(self) -> tuple[str, ...]:
        """Address, telephone and e-mail, those that are set."""
        names = ("address", "telephone", "email")
        return tuple(filter(None, (self.setting(name) for name in names)))

    @property
    def responsible(self) -> str:
        """Who answers for the content."""
        return self.setting("responsible")

    @property
    def emblem_url(self) -> str:
        """The emblem of the body, or the star."""
        emblem = self.setting("emblem")
        if not emblem:
            return super().emblem_url
        return self._file("portal-emblem", sha256(emblem).hexdigest()[:10])

    @property
    def colours_url(self) -> str:
        """The style sheet of the colours, when they are not the usual ones."""
        chosen = [self.setting(name) for name in COLOURS]
        if chosen == list(COLOURS.values()):
            return ""
        return self._file("portal-colours.css", "".join(chosen).replace("#", ""))

    @property
    def home_url(self) -> str:
        """The front page of the body."""
        return self.page_url("@@portal") if self.body_id else super().home_url

    def _file(self, name: str, version: str) -> str:
        url = self.page_url(f"@@{name}")
        return f"{url}{'&' if '?' in url else '?'}v={version}"

    @cached_property
    def now(self) -> datetime:
        """The clock of the office."""
        return clock.now()


@implementer(IPublicSite)
def of_page(context, request) -> BodySite:
    """One for the frame and all parts of a page: what is looked up is looked up once."""
    kept = IAnnotations(request).setdefault(_KEY, {})
    key = (context.getPhysicalPath(), str(request.form.get("body", "")))
    if key not in kept:
        kept[key] = BodySite(context, request)
    return kept[key]


def bodies(site) -> list:
    """The bodies in the folder of the units, in their order: those that have public pages."""
    for place in site.objectValues() if site is not None else ():
        if IOrganisation.providedBy(place):
            return [unit for unit in place.objectValues() if unit.kind in BODIES]
    return []


def first_body(site):
    """The body that keeps this office: the first one in the folder of the units, or None."""
    return next(iter(bodies(site)), None)
