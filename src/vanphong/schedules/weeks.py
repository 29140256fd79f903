"""Finding schedules and weeks, and making them."""

from collections.abc import Iterator
from plone import api
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.organisation import directory
from vanphong.organisation.rules import BODIES
from vanphong.schedules import flow
from vanphong.schedules import rules
from vanphong.schedules.interfaces import ISchedule
from vanphong.schedules.interfaces import IScheduleWeek


#: Id of the folder of the schedules, at the portal.
PLACE = "lich-cong-tac"

#: So many weeks ahead items can be put down.
FURTHEST = 60


def folder():
    """The folder of the schedules, None before it is made."""
    return api.portal.get().get(PLACE)


def is_empty(place) -> bool:
    """Whether nobody has put down anything in any schedule; False when there is no folder."""
    return place is not None and not any(one.objectIds() for one in place.objectValues())


def schedules() -> Iterator:
    """The schedules of all bodies."""
    place = folder()
    for one in () if place is None else place.objectValues():
        if ISchedule.providedBy(one):
            yield one


def schedule(body_uid: str):
    """The schedule of a body, None when it has none yet."""
    return next((one for one in schedules() if one.body_uid == body_uid), None)


def make_schedule(body):
    """Make the schedule of a body, unless it is there."""
    found = schedule(body.UID())
    if found is not None:
        return found
    place = folder()
    made = createContent("Schedule", title=body.short_name or body.title)
    made.id = body.getId() if body.getId() not in place else body.UID()
    made.body_uid = body.UID()
    place._setObject(made.id, made, set_owner=False)
    return place[made.id]


def body_of(context):
    """The body of a schedule or a week; None when it is gone."""
    return directory.unit_object(schedule_of(context).body_uid)


def schedule_of(context):
    """The schedule itself, or that of a week."""
    return context if ISchedule.providedBy(context) else context.__parent__


def find(schedule_, week: rules.Week):
    """The week of a schedule, None when nobody has put down anything for it."""
    found = schedule_.get(week.key)
    return found if IScheduleWeek.providedBy(found) else None


def week(body_uid: str, year: int, number: int):
    """The week of a body, None when there is none."""
    found = schedule(body_uid)
    return None if found is None else find(found, rules.Week(year, number))


def check_reach(week_: rules.Week) -> None:
    """Refuse a week that nobody plans for.

    :raises InvalidInput: for one too far away, or long past.
    """
    now = rules.week_of(clock.today())
    if not now.after(-4) <= week_ <= now.after(FURTHEST):
        raise InvalidInput(
            _("Week ${number} of ${year} is too far away."),
            number=week_.number,
            year=week_.year,
            field="week",
        )


def get_or_make(schedule_, week_: rules.Week):
    """The week, made when it is not there."""
    found = find(schedule_, week_)
    if found is not None:
        return found
    made = createContent(
        "ScheduleWeek", title=f"Lịch công tác tuần {week_.number} năm {week_.year}"
    )
    made.id, made.year, made.number = week_.key, week_.year, week_.number
    schedule_._setObject(made.id, made, set_owner=False)
    return schedule_[made.id]


def public_edition(week_) -> rules.Edition | None:
    """What everybody may read of a week: its newest edition, while it is published."""
    return week_.edition if week_ is not None and flow.is_public(week_) else None


def bodies() -> list:
    """The bodies of the site that have a schedule or may get one: the root bodies."""
    place = api.portal.get().get("to-chuc")
    found = () if place is None else place.objectValues()
    return [one for one in found if getattr(one, "kind", "") in BODIES]
