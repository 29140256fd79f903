"""Which route a document takes, and with whom: read from the templates, written nowhere."""

from datetime import date
from plone import api
from vanphong.calendars import clock
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation import directory
from vanphong.routing.holders import Holdings
from vanphong.routing.interfaces import IRouteFacts
from vanphong.routing.rules import hard
from vanphong.routing.rules.matching import Matched
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.matching import match
from vanphong.routing.rules.planning import plan
from vanphong.routing.rules.routes import Facts
from vanphong.routing.rules.routes import Plan
from vanphong.routing.rules.routes import Route


#: Id of the folder of the templates, at the portal.
PLACE = "luong-xu-ly"


def container():
    """The folder of the templates, None before it is made."""
    return api.portal.get().get(PLACE)


def routes_for(body_uid: str, day: date) -> list[Route]:
    """One route of each template for this body, the version of that day."""
    folder = container()
    found = []
    for versions in () if folder is None else folder.versions_by_template():
        # before and after, the newest one, which says from when or until when it holds
        route = in_force(versions, day) or versions[-1]
        if route.body in ("", body_uid):
            found.append(route)
    return found


def matched(body_uid: str, facts: Facts, day: date) -> Matched:
    """The template that a document takes on a day, with what was looked at."""
    return match(routes_for(body_uid, day), facts, day)


def planned(
    body_uid: str,
    facts: Facts,
    *,
    drafter: str = "",
    drafter_title: str = "",
    day: date | None = None,
) -> tuple[Route, Plan]:
    """The route that a document takes, and its plan.

    :param day: of submission; today when left out.
    :raises RuleBroken: when no template fits, or nobody can hold a step.
    """
    day = day or clock.today()
    route = matched(body_uid, facts, day).route
    if route is None:
        raise RuleBroken(
            _("No route fits this document. Tell the administrator what kind it is."),
            rule=hard.ARTICLE_CHECK,
        )
    body = directory.unit_object(body_uid)
    holdings = Holdings(body, facts, day, drafter, drafter_title)
    return route, plan(route, facts, holdings)


def planned_for(document) -> tuple[Route, Plan]:
    """The same for a document, by its facts of today."""
    told = IRouteFacts(document)
    drafter, title = told.drafter()
    return planned(document.body_uid, told.facts(), drafter=drafter, drafter_title=title)
