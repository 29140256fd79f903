"""What every move asks of a reason, a due date and a cast."""

from collections.abc import Iterable
from datetime import datetime
from vanphong.errors import RuleBroken
from vanphong.errors import mark as _
from vanphong.routing.rules.sheet import ARTICLE_PRESENT
from vanphong.routing.rules.sheet import ARTICLE_RESOLVE
from vanphong.routing.rules.sheet import Action
from vanphong.routing.rules.sheet import Assignment


def need_reason(reason: str) -> str:
    """The reason, without the spaces around it.

    :raises RuleBroken: when there is none.
    """
    reason = reason.strip()
    if not reason:
        raise RuleBroken(_("Give the reason; it is kept with the document."), field="reason")
    return reason


def check_due(due: datetime | None, now: datetime, parent_due: datetime | None = None) -> None:
    """A due date must not lie before today, nor after the due date it comes under.

    :raises RuleBroken: naming the date that would be right.
    """
    if due is None:
        if parent_due is not None:
            raise RuleBroken(
                _("Give a due date: the unit itself has until ${parent}."),
                parent=f"{parent_due:%H:%M, %d/%m/%Y}",
                field="due",
                rule=ARTICLE_RESOLVE,
            )
        return
    if due.date() < now.date():
        raise RuleBroken(
            _("The due date ${due} lies before today, ${today}."),
            due=f"{due:%d/%m/%Y}",
            today=f"{now:%d/%m/%Y}",
            field="due",
            rule=ARTICLE_PRESENT,
        )
    if parent_due is not None and due > parent_due:
        raise RuleBroken(
            _("The due date ${due} lies after that of the unit, ${parent}."),
            due=f"{due:%H:%M, %d/%m/%Y}",
            parent=f"{parent_due:%H:%M, %d/%m/%Y}",
            field="due",
            rule=ARTICLE_RESOLVE,
        )


def check_cast(assignments: Iterable[Assignment]) -> None:
    """Exactly one lead, and nobody twice (Decree 30/2020, Article 23.2).

    :raises RuleBroken: naming what is wrong.
    """
    assignments = list(assignments)
    leads = [one for one in assignments if one.action is Action.LEAD]
    if len(leads) != 1:
        text = (
            _("Name the one unit or person that leads.")
            if not leads
            else _(
                "Only one unit or person leads; ${names} were named. Make the others coordinate."
            )
        )
        names = ", ".join(one.actor_title for one in leads)
        raise RuleBroken(text, names=names, field="lead", rule=ARTICLE_PRESENT)
    seen: set[str] = set()
    for one in assignments:
        if one.actor in seen:
            raise RuleBroken(
                _("${name} is named twice. Give each unit one part."),
                name=one.actor_title,
                field=str(one.action),
                rule=ARTICLE_PRESENT,
            )
        seen.add(one.actor)
