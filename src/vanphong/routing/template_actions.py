"""What is done with route templates. Nothing runs on a draft before it is applied."""

from dataclasses import replace
from datetime import date
from datetime import timedelta
from typing import Any
from vanphong.calendars import clock
from vanphong.errors import Conflict
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.routing import rules
from vanphong.routing import template_store as store
from vanphong.routing import template_values as values
from vanphong.routing.interfaces import RouteTemplateChanged
from vanphong.routing.rules.matching import in_force
from vanphong.routing.rules.routes import Route
from zope.event import notify


MANAGE = "vanphong: Manage Routes"
WHO = _("the administrator of the routes")


@office_act("add_route", MANAGE, WHO)
def add_template(folder, raw: Any):
    """Add a template as a draft; it stands before those that would take all its documents.

    :param raw: JSON, as text or already read.
    :returns: the template.
    """
    route = values.read(raw)
    place = store.place_for(folder, route)
    template = store.add(folder, "", route)
    store.put_at(folder, template, place)
    return _changed("add_route", template, route=route.title)


@office_act("save_route", MANAGE, WHO)
def save_draft(template, raw: Any, *, revision: int, unfinished: bool = False):
    """Save what is being changed. Documents go on as before.

    :param revision: the one that the change began with.
    :param unfinished: the draft need not keep the rules yet; it cannot be put into force
        before it does, see ``template_values.findings``.
    :raises Conflict: when somebody else has changed the template since.
    """
    check_revision(template, revision)
    route = values.read_unfinished(raw) if unfinished else values.read(raw)
    if route.direction != template.direction:
        raise RuleBroken(
            _("The direction of a template stays. Add another one."), field="direction"
        )
    route = replace(route, order=template.order)
    if not unfinished:
        values.refuse_ambiguous(template.__parent__, template, route, clock.today())
    store.put_draft(template, route)
    return _changed("save_route", template, route=route.title)


@office_act("apply_route", MANAGE, WHO)
def apply_draft(
    template, *, reason: str, valid_from: date | None = None, revision: int | None = None
):
    """Put the draft into force as a new version, for documents submitted from that day on.

    :param valid_from: today when left out; never in the past, which has gone its way.
    :raises Conflict: without a draft, or when somebody else has changed it since.
    """
    if revision is not None:
        check_revision(template, revision)
    reason = rules.need_reason(reason)
    draft, today = template.draft, clock.today()
    if draft is None:
        raise Conflict(_("“${title}” has no draft."), title=template.title)
    day = valid_from or today
    if day < today:
        raise RuleBroken(
            _("A version holds from today on at the earliest, not from ${day}."),
            day=f"{day:%d/%m/%Y}",
            field="valid_from",
        )
    route = replace(values.checked(draft.route), order=template.order, valid_from=day)
    values.refuse_ambiguous(template.__parent__, template, route, today)
    store.put_version(template, route, reason)
    detail = {"version": len(template.versions), "from": str(day), "reason": reason}
    return _changed("apply_route", template, route=template.title, **detail)


@office_act("restore_route", MANAGE, WHO)
def restore_version(template, version: int, *, reason: str, revision: int | None = None):
    """Put an old version into force again, as the newest one with the old content.

    It holds from today; the versions between stay in the history. The title and the steps
    are those of that day, the place in the order is the present one.

    :param version: number of the old version.
    :raises Conflict: while a draft waits, for the version in force, or when the units or the
        catalogues have changed so that it keeps the rules no more.
    """
    if revision is not None:
        check_revision(template, revision)
    reason = rules.need_reason(reason)
    today = clock.today()
    found = [one for one in template.routes() if one.version == version]
    if not found:
        raise InvalidInput(_("There is no version ${n}."), n=version, field="version")
    if template.draft is not None:
        raise Conflict(
            _("“${title}” has a draft by ${who} of ${when}. Apply or discard it first."),
            title=template.title,
            who=template.draft.by_title,
            when=template.draft.at,
        )
    if in_force(template.routes(), today) == found[0]:
        raise Conflict(_("Version ${n} is in force already."), n=version, field="version")
    route = replace(values.checked(found[0]), valid_from=today, valid_to=None)
    values.refuse_ambiguous(template.__parent__, template, route, today)
    store.put_version(template, route, reason)
    detail = {"version": len(template.versions), "of": version, "reason": reason}
    return _changed("restore_route", template, route=template.title, **detail)


@office_act("discard_route", MANAGE, WHO)
def discard_draft(template, *, revision: int | None = None):
    """Drop the draft; the version in force stays."""
    if revision is not None:
        check_revision(template, revision)
    if template.draft is None:
        raise Conflict(_("“${title}” has no draft."), title=template.title)
    template.draft = None
    return _changed("discard_route", template, route=template.title)


@office_act("retire_route", MANAGE, WHO)
def retire_template(template, *, reason: str, day: date | None = None):
    """Take a template out of force; documents on their way keep it to their end.

    :param day: the first day without it; today when left out.
    """
    reason = rules.need_reason(reason)
    day, today = day or clock.today(), clock.today()
    if day < today:
        raise RuleBroken(_("The past has gone its way; choose today or later."), field="day")
    last = day - timedelta(days=1)
    running = [one for one in template.versions if _holds_after(one.route, last)]
    if not running:
        raise Conflict(_("“${title}” is not in force."), title=template.title)
    template.versions = tuple(
        replace(one, route=replace(one.route, valid_to=last)) if one in running else one
        for one in template.versions
    )
    detail = {"from": str(day), "reason": reason}
    return _changed("retire_route", template, route=template.title, **detail)


@office_act("move_route", MANAGE, WHO)
def move_template(template, *, place: int):
    """Put a template at another place of the order in which they are looked at.

    :param place: from 1, among the templates of the same direction.
    """
    folder = template.__parent__
    number = len(store.siblings(folder, template.direction))
    if not 1 <= place <= number:
        raise InvalidInput(_("Give a place from 1 to ${number}."), number=number, field="place")
    store.put_at(folder, template, place - 1)
    return _changed("move_route", template, route=template.title, place=place)


@office_act("import_routes", MANAGE, WHO)
def import_templates(folder, raw: Any) -> list:
    """Take over the templates of an export as drafts: all of them, or none.

    A template of the same name gets a draft, another one is added.

    :raises Conflict: when one of them has a draft already.
    """
    found = values.read_export(raw)
    for name, route in found:
        present = folder.get(name)
        if present is None:
            continue
        if present.draft is not None:
            raise Conflict(
                _("“${title}” has a draft by ${who} of ${when}. Apply or discard it first."),
                title=present.title,
                who=present.draft.by_title,
                when=present.draft.at,
            )
        if present.direction != route.direction:
            raise RuleBroken(_("The direction of a template stays. Add another one."), field=name)
    templates = [store.taken_over(folder, name, route) for name, route in found]
    done("import_routes", folder, templates=[one.title for one in templates])
    notify(RouteTemplateChanged(folder))
    return templates


def check_revision(template, revision: int) -> None:
    """Refuse to overwrite what somebody else has done meanwhile.

    :raises Conflict: naming who changed it, and when.
    """
    if revision != template.revision:
        raise Conflict(
            _("${who} has changed this template at ${when}. Load it again and repeat yours."),
            who=template.changed_by,
            when=template.changed_at,
            field="revision",
        )


def _holds_after(route: Route, day: date) -> bool:
    return route.valid_to is None or route.valid_to > day


def _changed(act: str, template, **detail: Any):
    store.touch(template)
    done(act, template, **detail)
    notify(RouteTemplateChanged(template))
    return template
