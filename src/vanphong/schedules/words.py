"""What schedules are called: the words of pages, prints, feeds and services."""

from collections.abc import Iterable
from plone.i18n.normalizer import idnormalizer
from vanphong import _
from vanphong.schedules import rules
from vanphong.schedules.rules import Kind
from vanphong.schedules.rules import Mark
from vanphong.schedules.rules import Session
from vanphong.schedules.rules import State
from vanphong.schedules.rules import Visibility
from zope.i18n import translate


SESSIONS = {
    Session.MORNING: _("Morning"),
    Session.AFTERNOON: _("Afternoon"),
    Session.EVENING: _("Evening"),
    Session.ALL_DAY: _("All day"),
}

KINDS = {
    Kind.MEETING: _("Meeting"),
    Kind.RECEPTION: _("Reception of citizens"),
    Kind.FIELD: _("Visit on the spot"),
    Kind.ONLINE: _("Online meeting"),
    Kind.OTHER: _("Other work"),
}

VISIBILITIES = {
    Visibility.PUBLIC: _("Everybody, on the portal"),
    Visibility.INTERNAL: _("People of the office"),
    Visibility.PRIVATE: _("Those concerned and the Office"),
}

STATES = {
    State.PROPOSED: _("Proposed"),
    State.ACCEPTED: _("In the schedule"),
    State.REFUSED: _("Not taken"),
    State.WITHDRAWN: _("Withdrawn"),
    State.CANCELLED: _("Cancelled"),
}

#: Word and class of each mark of an adjusted schedule.
MARKS = {
    Mark.CHANGED: (_("Adjusted"), "chg"),
    Mark.NEW: (_("Added"), "add"),
    Mark.CANCELLED: (_("Cancelled"), "can"),
}

SCHEDULE = _("Work schedule")

BANNER = _("THIS SCHEDULE REPLACES INVITATIONS")
SEPARATE = _("(Separate invitation)")

OFFICE_LEADER = _("LĐVP: ${who}")
SPECIALIST = _("CVVP: ${who}")
BRANCHES = _("Online: ${places}")


def week_words(week: rules.Week):
    """``Tuần 33``."""
    return _("Week ${number}", mapping={"number": week.number})


def edition_words(edition: rules.Edition):
    """``Lịch điều chỉnh lần 2``, or "" for the first one."""
    if not edition.number:
        return ""
    return _("Adjusted schedule no. ${n}", mapping={"n": edition.number})


def conflict_mapping(one: rules.Conflict) -> dict[str, str]:
    """Values for the places of a conflict's text; a session by its name."""
    time = SESSIONS[Session(one.time)] if one.time in list(Session) else one.time
    return {**one.mapping, "time": time}


def time_words(item: rules.Item):
    """``08:30``, or the session when there is no time."""
    return f"{item.start:%H:%M}" if item.start else SESSIONS[item.session]


def change_words(change: rules.Change, request) -> str:
    """``Đổi giờ, trước là 13:30``."""
    before = change.before
    if before in list(Session):
        before = translate(SESSIONS[Session(before)], context=request)
    return translate(_(change.text, mapping={"before": before}), context=request)


def names(people: Iterable[rules.Who]) -> str:
    """Several names in one line."""
    return "; ".join(one.title for one in people)


def about(item: rules.Item) -> str:
    """Who chairs and where, in one line; a body that is both stands there once."""
    return " · ".join(dict.fromkeys(filter(None, (names(item.chairs), item.place))))


def notes(item: rules.Item, request) -> list[str]:
    """What stands behind the content: who of the Office goes along, where others join."""
    found = []
    if item.session is Session.ALL_DAY and item.start:
        found.append(f"({translate(SESSIONS[item.session], context=request).lower()})")
    if item.separate_invitation:
        found.append(translate(SEPARATE, context=request))
    said = (
        (OFFICE_LEADER, "who", item.office_leader.title),
        (SPECIALIST, "who", item.specialist.title),
        (BRANCHES, "places", "; ".join(item.branches)),
    )
    found.extend(
        translate(_(text, mapping={name: value}), context=request)
        for text, name, value in said
        if value
    )
    return [*found, item.note] if item.note else found


def slug(title: str) -> str:
    """A title as it stands in an address."""
    return idnormalizer.normalize(title, max_length=60)


def chair_slugs(items: Iterable[rules.Item], first: Iterable[rules.Who] = ()) -> dict[str, str]:
    """Who chairs something, title by slug; those of ``first`` before the others."""
    chairs = {one.title for item in items for one in item.chairs}
    order = [one.title for one in first if one.title in chairs]
    return {slug(title): title for title in [*order, *sorted(chairs - set(order))]}


def of_chair(item: rules.Item, wanted: str) -> bool:
    """Whether the person behind a slug chairs an item or takes part in it."""
    return any(slug(one.title) == wanted for one in (*item.chairs, *item.participants))
