"""A new route template: ``@@route-add``, from the steps of another one."""

from dataclasses import replace
from functools import cached_property
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.routing import template_actions as actions
from vanphong.routing import template_values as values
from vanphong.routing.browser import shown
from vanphong.routing.browser.panel import RoutesPage
from vanphong.routing.browser.panel import body_of
from vanphong.routing.browser.panel import current
from vanphong.routing.browser.settings_form import SettingsFields


class RouteAdd(RoutesPage):
    """``?base=<template>`` says whose steps it begins with; all can be changed afterwards."""

    title = _("New route")
    import_words = _("Import routes")
    success = _("The route is there as a draft. Change its steps, then put it into force.")

    @cached_property
    def bases(self) -> dict:
        """Templates to begin with, by their names."""
        found = [] if self.folder is None else self.folder.templates()
        return {one.getId(): one for one in reversed(found)}

    @cached_property
    def base(self):
        """The template to begin with: the chosen one, or the usual way of outgoing documents."""
        wanted = self.text("base")
        if wanted in self.bases:
            return self.bases[wanted]
        usual = (one for one in self.bases.values() if one.direction == "out" and one.versions)
        return next(usual, next(iter(self.bases.values()), None))

    @property
    def base_field(self) -> dict:
        """Whose steps it begins with."""
        found = [
            (name, f"{shown.text(shown.DIRECTIONS[one.direction])}: {one.title}")
            for name, one in self.bases.items()
        ]
        return {
            "name": "base",
            "label": _("Begins with the steps of"),
            "kind": "select",
            "width": 12,
            "options": found,
            "value": self.base.getId(),
        }

    @cached_property
    def settings(self) -> SettingsFields:
        """Name, body and condition."""
        route = current(self.base)
        fresh = "" if not self.text("base") else route.title
        return SettingsFields(replace(route, title=fresh), body_of(route))

    def act(self):
        """Add it as a draft."""
        if self.base is None:
            raise InvalidInput(mark("There is no template to begin with. Import one first."))
        route = self.settings.read(self)
        route = replace(route, uid="", version=0, order=0, valid_from=None, valid_to=None)
        values.refuse_ambiguous(self.folder, None, values.checked(route), self.today)
        self.made = actions.add_template(self.folder, values.written(route))

    def next_url(self) -> str:
        """The new template."""
        return self.made.absolute_url()
