"""Units and contacts of the body: ``@@contacts``. Positions and office numbers, no persons."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.organisation import directory
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.organisation.vocabularies import KIND_TITLES
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.interfaces import IPublicSite
from zope.component import getMultiAdapter


class ContactsView(PublicPage):
    """The body first, then its units by their kind, as the organisation has them today."""

    title = _("Units and contacts")
    description = _("Units of the body, their heads and how to reach them.")
    menu_id = "contacts"

    @cached_property
    def site(self):
        """What the frame says of the body."""
        return getMultiAdapter((self.context, self.request), IPublicSite)

    @cached_property
    def body(self):
        """The body that the page is about."""
        return self.site.body

    @property
    def own(self) -> list[tuple[str, str, str]]:
        """Contact of the body itself: words, value, what it opens."""
        found = [
            (_("Address"), self.site.setting("address"), ""),
            (_("Telephone"), self.site.setting("telephone"), "tel:"),
            (_("E-mail"), self.site.setting("email"), "mailto:"),
        ]
        return [
            (words, value, opens and opens + "".join(value.split()))
            for words, value, opens in found
            if value
        ]

    @cached_property
    def groups(self) -> list[dict]:
        """The units of today by their kind, in the order in which the kinds come up."""
        groups: dict[str, list[dict]] = {}
        for unit in () if self.body is None else self.body.objectValues():
            if IUnitMarker.providedBy(unit) and directory.info(unit).exists_on(clock.today()):
                groups.setdefault(unit.kind, []).append(_row(unit))
        return [
            {"id": kind, "title": KIND_TITLES.get(kind, kind), "rows": rows}
            for kind, rows in groups.items()
        ]


def _row(unit) -> dict:
    heads = [one.position for one in directory.heads(unit) if one.position]
    return {
        "title": unit.title,
        "head": heads[0] if heads else "",
        "address": getattr(unit, "address", "") or "",
        "telephone": getattr(unit, "telephone", "") or "",
        "email": getattr(unit, "email", "") or "",
    }
