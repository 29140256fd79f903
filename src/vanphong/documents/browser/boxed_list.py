"""What lists of the ledger have in common that show one of several boxes: mine, my unit, all."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong.calendars import clock
from vanphong.documents.browser import scope
from vanphong.documents.browser.asked import Asked
from vanphong.ledger import paging
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.ui.browser.resources import static


class BoxedList(BrowserView):
    """A subclass gives ``page_name``, ``defaults`` of the choices with a ``box``, the titles of the
    ``boxes``, ``columns``, ``page``, ``count`` and ``rows``.
    """

    title = ""
    page_name = ""
    defaults: dict = {}
    boxes: dict = {}
    columns: tuple = ()

    @cached_property
    def me(self) -> people.Me:
        """The person of this request."""
        return people.me()

    @cached_property
    def asked(self) -> Asked:
        """The choices of tabs and filters."""
        url = f"{self.context.absolute_url()}/@@{self.page_name}"
        asked = Asked(url, self.request.form, self.defaults)
        if asked["box"] not in self.boxes:
            asked.values["box"] = self.defaults["box"]
        return asked

    @cached_property
    def page(self) -> paging.Page:
        """One page of the list."""
        raise NotImplementedError

    def count(self) -> int | None:
        """How many there are on all pages."""
        raise NotImplementedError

    @cached_property
    def rows(self) -> list[dict]:
        """The rows as they are shown."""
        raise NotImplementedError

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        return {"columns": self.columns, "rows": self.rows, "caption": self.title}

    @property
    def paging(self) -> dict:
        """For the macro of that name."""
        return self.asked.counted(self.page, self.count)

    @property
    def tabs(self) -> list[dict]:
        """For the macro of that name."""
        return [
            {"title": title, "url": self.asked.link(box=box), "on": box == self.asked["box"]}
            for box, title in self.boxes.items()
        ]

    def units(self, *, bodies: bool = False) -> list[tuple[str, str]]:
        """Units of the person's bodies, to choose from; each body before its units, on demand."""
        found = {}
        for body in scope.bodies(self.me):
            if bodies:
                found[body.UID()] = body.short_name or body.title
            for unit in directory.units(body.UID(), clock.today()):
                found[unit.uid] = unit.short
        return list(found.items())

    def form_url(self, name: str, permission: str) -> str:
        """Address of a form of the person's own unit, "" for who has none or may not."""
        found = scope.positions(self.me)
        unit = directory.unit_object(found[0].unit_uid) if found else None
        if unit is None or not scope.may(permission, unit):
            return ""
        return f"{unit.absolute_url()}/@@{name}"

    @property
    def style(self) -> str:
        """Address of the style of lists."""
        return static(api.portal.get().absolute_url(), "lists.css")
