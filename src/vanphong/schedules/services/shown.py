"""Weeks, items and receptions as a program gets them."""

from collections.abc import Iterable
from vanphong.schedules import flow
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.ui.services import titled


def who(one: rules.Who) -> dict | None:
    """A person, a unit or a free text; None for nobody."""
    return {"actor": one.token, "title": one.title} if one.title else None


def item(one: rules.Item, request) -> dict:
    """An item of a schedule."""
    return {
        "uid": one.uid,
        "day": one.day.isoformat(),
        "lunar": rules.lunar(one.day).short,
        "session": titled(one.session, words.SESSIONS[one.session], request),
        "start": f"{one.start:%H:%M}" if one.start else None,
        "end": f"{one.end:%H:%M}" if one.end else None,
        "content": one.content,
        "chairs": [who(each) for each in one.chairs],
        "participants": [who(each) for each in one.participants],
        "place": one.place,
        "room": one.room or None,
        "preparer": who(one.preparer),
        "invited_by": one.invited_by,
        "office_leader": who(one.office_leader),
        "specialist": who(one.specialist),
        "kind": titled(one.kind, words.KINDS[one.kind], request),
        "separate_invitation": one.separate_invitation,
        "branches": list(one.branches),
        "note": one.note,
        "visibility": titled(one.visibility, words.VISIBILITIES[one.visibility], request),
        "state": titled(one.state, words.STATES[one.state], request),
        "reason": one.reason,
        "sequence": one.sequence,
    }


def week(schedule, which: rules.Week, request) -> dict:
    """A week, as far as the person sees it."""
    stored = weeks.find(schedule, which)
    viewer = viewing.viewer(schedule)
    edition = weeks.public_edition(stored)
    proposes = viewing.may(viewing.PROPOSE, schedule)
    items: Iterable[rules.Item] = ()
    if stored is not None and proposes:
        items = stored.items
    elif edition is not None:
        items = edition.items
    state = flow.COLLECTING if stored is None else flow.state(stored)
    shown = sorted(rules.seen(items, viewer), key=lambda one: one.order)
    return {
        "@id": f"{schedule.absolute_url()}/@schedule-week/{which.year}/{which.number}",
        "year": which.year,
        "number": which.number,
        "first": which.first.isoformat(),
        "last": which.last.isoformat(),
        "state": titled(state, flow.TITLES[state], request) if proposes else None,
        "edition": None if edition is None else _edition(edition),
        "items": [item(one, request) for one in shown],
    }


def _edition(one: rules.Edition) -> dict:
    return {
        "number": one.number,
        "published_at": one.at.isoformat(),
        "approved_by": one.by,
        "note": one.note,
        "replaces_invitation": one.replaces_invitation,
    }


def room(one: rules.Room) -> dict:
    """A room."""
    return {
        "id": one.id,
        "title": one.title,
        "capacity": one.capacity,
        "equipment": one.equipment,
        "place": one.place,
        "retired": one.retired,
    }
