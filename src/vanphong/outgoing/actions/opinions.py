"""Opinions on a draft (xin ý kiến): asked of several at a time, given each by itself."""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from vanphong.calendars import clock
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.ledger.acts import office_act
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import token
from vanphong.outgoing import rules
from vanphong.outgoing import turns
from vanphong.outgoing import versions
from vanphong.outgoing.interfaces import OpinionGiven
from vanphong.outgoing.interfaces import OpinionsAsked
from vanphong.outgoing.rules import articles
from vanphong.routing import rules as routing
from vanphong.routing import sheet as sheets
from vanphong.routing.actions import due_moment
from vanphong.routing.rules import Action
from vanphong.routing.rules import chain
from zope.event import notify


@office_act(
    "ask_opinions",
    "vanphong: Ask Opinion",
    _("who drafts the document, or whom it lies with"),
    order=articles.STAGES,
)
def ask_opinions(
    document, to: Iterable[str], *, due: date | datetime | None = None, text: str = ""
) -> None:
    """Ask units or people for their opinion on the draft; it stays where it is.

    :param to: UIDs of units, or user ids.
    :raises RuleBroken: when nobody is named, or the draft has no text yet.
    """
    if not document.versions:
        raise RuleBroken(
            _("Attach the text of the draft first."), field="files", rule=articles.DRAFT
        )
    sheet, plan = sheets.steps_of(document), sheets.plan_of(document)
    by = sheets.by()
    uid = _own(sheet, by)
    asked = [_assignment(one) for one in to]
    sheet = chain.invite(sheet, uid, asked, by, due=due_moment(due), text=text)
    turns.check_way(document, sheet)
    sheets.write(document, sheet, plan or None)
    names = "; ".join(one.actor_title for one in asked)
    turns.note("ask_opinions", document, by, to=names, text=text.strip())
    notify(OpinionsAsked(document))


@office_act(
    "give_opinion",
    "vanphong: Give Opinion",
    _("those who were asked for their opinion"),
    order=articles.STAGES,
)
def give_opinion(document, text: str) -> rules.Comment:
    """Give the opinion that one was asked for; it stands with the version that was read.

    :raises RuleBroken: without a text.
    """
    text = text.strip()
    if not text:
        raise RuleBroken(_("Write your opinion."), field="text", rule=articles.DRAFT)
    turn = turns.turn(document, {Action.OPINE})
    sheet = chain.complete(turn.sheet, turn.plan, turn.step.uid, turn.by, result=text[:5000])
    turns.check_way(document, sheet)
    made = rules.Comment(turn.by.at, turn.by.user_id, turn.by.title, text[:5000])
    version = versions.latest(document)
    if version is not None:
        version.comments = (*version.comments, made)
    sheets.write(document, sheet)
    turns.note("give_opinion", document, turn.by, step=turn.step.uid, text=made.text)
    notify(OpinionGiven(document))
    return made


def _own(sheet: routing.Sheet, by: routing.By) -> str:
    """UID of the running step of the person, "" before the document is submitted."""
    mine = [one for one in sheet if one.route_step and one.awaits and one.actor in by.tokens]
    return mine[0].uid if mine else ""


def _assignment(who: str) -> routing.Assignment:
    unit = directory.unit(who)
    if unit is not None and unit.exists_on(clock.today()):
        return routing.Assignment(Action.OPINE, token(DESK, who), unit.short)
    person = people.person(who)
    if unit is not None or not person.positions:
        raise RuleBroken(
            _("There is no unit or person “${who}”."),
            who=who if unit is None else unit.title,
            field="opinions",
            rule=articles.DRAFT,
        )
    return routing.Assignment(Action.OPINE, who, person.title)
