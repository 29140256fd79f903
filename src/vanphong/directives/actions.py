"""What is done with directives: issue one, or one that replaces another."""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from plone import api
from plone.dexterity.utils import createContent
from vanphong.calendars import clock
from vanphong.calendars.rules import add_working_days
from vanphong.calendars.settings import work_calendar
from vanphong.directives.interfaces import DirectiveIssued
from vanphong.directives.interfaces import IDirectiveMarker
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.acts import done
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import token
from vanphong.registers import actions as registers
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.actions import due_moment
from zope.event import notify


ARTICLE = "Nghị định 30/2020/NĐ-CP, Điều 23"


@office_act("direct", "vanphong: Issue Directive", _("the leader whom the document lies with"))
def issue(document, **what):
    """Issue a directive as its author; see ``_issue`` for the parts.

    :raises RuleBroken: no text, not exactly one lead, due date past, a unit that is closed.
    :raises Conflict: nothing to direct, or another directive is in force.
    :raises NotAllowed: when the document lies with somebody else.
    """
    return _issue(document, author="", **what)


@office_act(
    "direct_on_behalf",
    "vanphong: Issue Directive on Behalf",
    _("the records clerk, for the leader whom the document lies with"),
)
def issue_on_behalf(document, *, author: str, **what):
    """Enter the directive of a leader who gave it on paper or by word; both names are kept.

    :param author: user id of the leader.
    """
    if not author:
        raise RuleBroken(
            _("Say whose directive this is; a clerk enters it but does not give it."),
            field="author",
            rule=ARTICLE,
        )
    return _issue(document, author=author, **what)


def _issue(
    document,
    *,
    text: str,
    lead: str,
    coordinators: Iterable[str] = (),
    inform: Iterable[str] = (),
    due: date | datetime | None = None,
    working_days: int | None = None,
    author: str,
    replaces: str = "",
):
    """Issue a directive.

    :param lead: UID of the one unit, or user id of the one person, that leads.
    :param due: day or moment; or ``working_days`` from now, by the calendar.
    :param replaces: UID of the directive that this one supersedes.
    """
    text = text.strip()
    if not text:
        raise RuleBroken(_("Write what is to be done."), field="text", rule=ARTICLE)
    sheet = sheets.steps_of(document)
    waiting = rules.awaiting_direction(sheet)
    by = sheets.by(waiting)
    old = _replaced(document, replaces)
    leader = _author(waiting, author, old)
    cast = _cast(document, lead, coordinators, inform)
    moment = _due(due, working_days, by.at)
    directive = createContent("Directive", **_fields(text, leader, author, moment, cast, by))
    sheet = rules.direct(
        sheet,
        cast,
        by,
        directive=directive.UID(),
        due=moment,
        text=text,
        author=leader.user_id,
        author_title=_title(leader, waiting),
        replaces=replaces,
    )
    directive.author_title = _title(leader, waiting)
    directive.supersedes = replaces
    document.to_places = "; ".join((directive.lead_title, *directive.coordinator_titles))[:1000]
    sheets.write(document, sheet)  # the workflow may refuse it
    directive = _store(document, directive, old)
    registers.describe(document, recipient=document.to_places)
    behalf = directive.author_title if author else by.on_behalf_of
    done("direct", document, title=by.title, on_behalf_of=behalf, directive=directive.UID())
    notify(DirectiveIssued(document, directive))
    return directive


def directives_of(document) -> list:
    """The directives on a document, the newest first."""
    found = [child for child in document.objectValues() if IDirectiveMarker.providedBy(child)]
    found.sort(key=lambda one: one.issued_at)
    return found[::-1]


def _replaced(document, uid: str):
    if not uid:
        return None
    for one in directives_of(document):
        if one.UID() == uid:
            if one.superseded_by:
                raise RuleBroken(_("That directive has been replaced already."), field="replaces")
            return one
    raise InvalidInput(_("The directive to replace is not on this document."), field="replaces")


def _author(waiting, author: str, old) -> people.Me:
    """The leader whose word it is: the one whom the document lies with."""
    leader = people.person(author) if author else people.me()
    if waiting is not None and waiting.actor not in leader.tokens:
        text = (
            _("The document lies with ${holder}; a directive is entered in that name only.")
            if author
            else _("The document lies with ${holder}, who is to direct it.")
        )
        raise RuleBroken(text, holder=waiting.actor_title, field="author", rule=ARTICLE)
    if waiting is None and old is not None and old.author != leader.user_id:
        raise RuleBroken(
            _("Only ${author} can replace their directive."),
            author=old.author_title,
            field="replaces",
            rule=ARTICLE,
        )
    return leader


def _title(leader: people.Me, waiting) -> str:
    return leader.title if waiting is None else leader.position_for(waiting.actor)


def _cast(document, lead, coordinators, inform) -> list[rules.Assignment]:
    """Everybody named, each with a part; a closed or unknown unit is refused."""
    parts = [(rules.Action.LEAD, one) for one in _names(lead)]
    parts += [(rules.Action.COORDINATE, one) for one in _names(coordinators)]
    parts += [(rules.Action.INFORM, one) for one in _names(inform)]
    return [_assignment(action, who) for action, who in parts]


def _names(value) -> list[str]:
    """One name or several, as a list without empty ones."""
    values = [value] if isinstance(value, str) else list(value or ())
    return [one.strip() for one in values if one and one.strip()]


def _assignment(action: rules.Action, who: str) -> rules.Assignment:
    unit = directory.unit(who)
    if unit is None:
        person = people.person(who)
        if not person.positions:
            raise RuleBroken(
                _("There is no unit or person “${who}”."), who=who, field=str(action), rule=ARTICLE
            )
        return rules.Assignment(action, who, person.title)
    today = clock.today()
    if not unit.exists_on(today):
        raise RuleBroken(
            _("${unit} does not exist on ${today}: it is recorded from ${start} to ${end}."),
            unit=unit.title,
            today=f"{today:%d/%m/%Y}",
            start=f"{unit.valid_from:%d/%m/%Y}" if unit.valid_from else "…",
            end=f"{unit.valid_to:%d/%m/%Y}" if unit.valid_to else "…",
            field=str(action),
            rule=ARTICLE,
        )
    return rules.Assignment(action, token(DESK, who), unit.short)


def _due(due, working_days, now: datetime) -> datetime | None:
    if working_days is None:
        return due_moment(due)
    if not 0 <= working_days <= 365:
        raise RuleBroken(
            _("Give between 0 and 365 working days."), field="working_days", rule=ARTICLE
        )
    return add_working_days(work_calendar(), now, working_days)


def _fields(text, leader, author, due, cast, by) -> dict:
    def actors(action):
        return [one.actor for one in cast if one.action is action]

    def titles(action):
        return [one.actor_title for one in cast if one.action is action]

    return {
        "text": text,
        "author": leader.user_id,
        "entered_by": by.user_id if author else "",
        "entered_by_title": by.title if author else "",
        "issued_at": by.at,
        "due": due,
        "lead": "".join(actors(rules.Action.LEAD)[:1]),
        "lead_title": "".join(titles(rules.Action.LEAD)[:1]),
        "coordinators": actors(rules.Action.COORDINATE),
        "coordinator_titles": titles(rules.Action.COORDINATE),
        "inform": actors(rules.Action.INFORM),
        "inform_titles": titles(rules.Action.INFORM),
    }


def _store(document, directive, old):
    directive.id = f"chi-dao-{len(directives_of(document)) + 1}"
    document._setObject(directive.id, directive, set_owner=False)
    stored = document[directive.id]
    if old is not None:
        old.superseded_by = stored.UID()
        _supersede(old)
    return stored


def _supersede(old) -> None:
    workflow = api.portal.get_tool("portal_workflow")["directive_workflow"]
    workflow._changeStateOf(old, workflow.transitions["supersede"])
