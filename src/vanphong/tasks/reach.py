"""Whom a person may give tasks to, read from rosters; and the casts of tasks."""

from vanphong.calendars import clock
from vanphong.casefiles import team
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.documents.browser import scope
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.routing import rules
from vanphong.tasks.rules.tasks import ARTICLE
from vanphong.tasks.rules.tasks import Reach
from vanphong.tasks.rules.tasks import check_reach


def body_uid_of(context) -> str:
    """UID of the body that a task given here belongs to."""
    if IUnitMarker.providedBy(context):
        return directory.body_of(context).UID()
    return context.body_uid


def leaders(body) -> list[directory.Person]:
    """Leaders of a body, on whose behalf its Office and its clerks enter tasks."""
    return directory.leaders(body)


def serves(me: people.Me, body) -> bool:
    """Whether a person enters tasks on behalf of the leaders: the Office or the clerks."""
    offices = {one.UID() for one in directory.offices(body)}
    return any(
        (one.unit_uid == body.UID() and CLERKS in one.functions)
        or (one.unit_uid in offices and one.functions & {LEADERS, CLERKS})
        for one in me.positions
    )


def author_of(me: people.Me, body, author: str) -> people.Me:
    """Whose task it is: the person's own, or that of a leader whose Office enters it.

    :raises NotAllowed: for who does not serve the leaders.
    :raises InvalidInput: for somebody who is no leader of the body.
    """
    if not author or author == me.user_id:
        return me
    if not serves(me, body):
        raise NotAllowed(
            _("Only the Office and the clerks of the body enter tasks for a leader."),
            field="author",
            rule=ARTICLE,
        )
    if author not in {one.user_id for one in leaders(body)}:
        raise InvalidInput(_("“${who}” is no leader of the body."), who=author, field="author")
    return people.person(author)


def reach_of(person: people.Me, body, context=None) -> Reach:
    """Whom a person may give tasks to, in a case file also its roster."""
    top = {body.UID(), *(one.UID() for one in directory.offices(body))}
    led = [one for one in person.leads() if _belongs(one, body)]
    if top.intersection(led):
        return Reach(everybody=True)
    units, staff = set(led), {person.user_id}
    for uid in led:
        unit = directory.unit_object(uid)
        units.update(one.uid for one in directory.subunits(unit))
        staff.update(one.user_id for one in directory.staff(unit))
    if ICaseFile.providedBy(context):
        staff.update(one.user_id for one in team.members(context))
    return Reach(units=frozenset(units), people=frozenset(staff))


def _belongs(unit_uid: str, body) -> bool:
    unit = directory.unit_object(unit_uid)
    return unit is not None and directory.body_of(unit) == body


def part(action: rules.Action, who: str, reach: Reach) -> rules.Assignment:
    """One unit or person in a task.

    :raises RuleBroken: for who is not there, or a unit that does not exist today.
    :raises NotAllowed: for who is out of reach.
    """
    field = "lead" if action is rules.Action.LEAD else "coordinators"
    unit = directory.unit(who)
    if unit is None:
        person = people.person(who)
        if not person.positions:
            raise RuleBroken(_("There is no unit or person “${who}”."), who=who, field=field)
        check_reach(reach, "", who, person.title)
        return rules.Assignment(action, who, title_of(person))
    if not unit.exists_on(clock.today()):
        raise RuleBroken(
            _("${unit} does not exist on ${today}."),
            unit=unit.title,
            today=f"{clock.today():%d/%m/%Y}",
            field=field,
        )
    check_reach(reach, who, "", unit.title)
    return rules.Assignment(action, token(DESK, who), unit.short)


def cast(lead: str, coordinators, reach: Reach) -> list[rules.Assignment]:
    """The lead and those who help; whoever helps is asked, not told, so reach is not asked for.

    :raises RuleBroken: without exactly one lead, or with somebody named twice.
    """
    found = [part(rules.Action.LEAD, lead, reach)] if lead else []
    everybody = Reach(everybody=True)
    found += [part(rules.Action.COORDINATE, one, everybody) for one in coordinators if one]
    return found


def title_of(person: people.Me) -> str:
    """The main position of a person, or the name where there is none."""
    found = scope.positions(person)
    return found[0].title if found else person.title
