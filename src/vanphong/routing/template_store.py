"""How route templates are kept: made, drafted, put into force, put in order."""

from collections.abc import Mapping
from dataclasses import replace
from plone.dexterity.utils import createContent
from plone.i18n.normalizer import idnormalizer
from typing import Any
from vanphong.calendars import clock
from vanphong.organisation import people
from vanphong.routing import template_values as values
from vanphong.routing.rules.routes import Condition
from vanphong.routing.rules.routes import Draft
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import Version


def install(folder, raw: Mapping[str, Any]) -> None:
    """Put the templates that come with the product into force; those present stay."""
    for name, route in values.read_export(raw):
        if name in folder:
            continue
        template = add(folder, name, route)
        put_at(folder, template, len(siblings(folder, route.direction)))
        put_version(template, replace(route, order=template.order), "")
        touch(template)


def as_installed(folder) -> bool:
    """Whether nobody has changed the templates that came with the product."""
    return all(one.revision == 1 and len(one.versions) == 1 for one in folder.templates())


def taken_over(folder, name: str, route: Route):
    """A template of an export as a draft, of a template that is there or of a new one."""
    template = folder.get(name)
    if template is None:
        place = place_for(folder, route)
        template = add(folder, name, route)
        put_at(folder, template, place)
    else:
        put_draft(template, route)
    touch(template)
    return template


def add(folder, name: str, route: Route):
    """Make a template with a draft; its id is the name, or comes from the title."""
    template = createContent("RouteTemplate", title=route.title)
    template.direction = route.direction
    wanted = idnormalizer.normalize(name or route.title, max_length=60)
    template.id = wanted
    number = 1
    while template.id in folder:
        number += 1
        template.id = f"{wanted}-{number}"
    folder._setObject(template.id, template, set_owner=False)
    template = folder[template.id]
    put_draft(template, route)
    return template


def put_draft(template, route: Route) -> None:
    """Keep what the current person is changing."""
    me = people.me()
    template.draft = Draft(replace(route, uid=template.UID()), me.user_id, me.title, clock.now())


def put_version(template, route: Route, reason: str) -> None:
    """Make a route the newest version; it holds from the day that it says."""
    me = people.me()
    number = len(template.versions) + 1
    route = replace(route, uid=template.UID(), version=number)
    template.versions = (
        *template.versions,
        Version(route, me.user_id, me.title, clock.now(), reason),
    )
    template.draft = None
    if template.title != route.title:
        template.title = route.title
        template.reindexObject(idxs=["Title", "sortable_title", "SearchableText"])


def siblings(folder, direction: str) -> list:
    """The templates of one direction, in their order."""
    found = [one for one in folder.templates() if one.direction == direction]
    return sorted(found, key=lambda one: (one.order, one.getId()))


def place_for(folder, route: Route) -> int:
    """Behind all others, but before one that would take everything."""
    others = siblings(folder, route.direction)
    if route.condition != Condition():
        for place, one in enumerate(others):
            routes = one.routes()
            if routes and routes[-1].condition == Condition() and routes[-1].body == route.body:
                return place
    return len(others)


def put_at(folder, template, place: int) -> None:
    """Put a template at a place among those of its direction, and number them anew."""
    found = [one for one in siblings(folder, template.direction) if one != template]
    found.insert(place, template)
    for order, one in enumerate(found, start=1):
        if one.order != order:
            one.order = order


def touch(template) -> None:
    """Count a change, with who made it and when."""
    template.revision += 1
    template.changed_by = people.me().title
    template.changed_at = clock.now()
    template.__parent__.refresh()
