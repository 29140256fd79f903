"""What directives add to the page of a document: their cards, and the act of directing."""

from collections.abc import Iterator
from dataclasses import replace
from vanphong import _
from vanphong.calendars import clock
from vanphong.directives.actions import directives_of
from vanphong.incoming.browser.opinions import Opinion
from vanphong.incoming.interfaces import IDocumentPart
from vanphong.organisation import directory
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import token
from vanphong.organisation.rules import unit_of
from vanphong.routing import rules
from vanphong.routing.browser.offers import Offer
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from zope.interface import implementer


#: From so many names on it is worth looking whether they are all communes.
MANY = 6


@implementer(IDocumentPart)
class DirectivePart:
    """Directives of one document for one person."""

    def __init__(self, situation, request) -> None:
        self.situation = situation
        self.request = request

    def opinions(self) -> list[Opinion]:
        """What leaders directed, the newest first."""
        document = self.situation.document
        found = [opinion(one, document.body_uid) for one in directives_of(document)]
        return [*found[:1], *(self._in_its_time(one) for one in found[1:])]

    def _in_its_time(self, earlier: Opinion) -> Opinion:
        """An earlier directive: replaced also when its lead handed the work back."""
        leads = [
            step
            for step in self.situation.sheet
            if step.directive == earlier.uid and step.action is Action.LEAD and not step.parent
        ]
        gone = any(step.state in (State.RETURNED, State.CANCELLED) for step in leads)
        return replace(earlier, replaced=True) if gone else earlier

    def offers(self) -> Iterator[Offer]:
        """Direct what lies before me, enter it for a leader, replace my own."""
        waiting = self.situation.waiting
        if waiting is not None:
            yield from self._first(waiting)
        lead = rules.leading(self.situation.sheet)
        if lead is not None:
            yield from self._replace(lead)

    def _first(self, waiting) -> Iterator[Offer]:
        if self.situation.is_mine(waiting) and self.situation.may("direct"):
            rank = 30 if unit_of(waiting.actor) else 10
            yield Offer(
                "direct", _("Direct"), "pen", rank, page="@@direct", filled="official", key="d"
            )
        elif self.situation.may("direct_on_behalf"):
            title = _("Enter the directive of ${who}", mapping={"who": waiting.actor_title})
            yield Offer("direct", title, "pen", 61, page="@@direct")

    def _replace(self, lead) -> Iterator[Offer]:
        mine = lead.giver == self.situation.me.user_id and self.situation.may("direct")
        if mine or self.situation.may("direct_on_behalf"):
            yield Offer(
                "direct",
                _("Replace the directive"),
                "pen",
                65,
                page="@@direct",
                query={"replaces": lead.directive},
                rare=not mine,
            )


def opinion(directive, body_uid: str) -> Opinion:
    """A directive as plain values; all communes of the body are told as one."""
    return Opinion(
        uid=directive.UID(),
        by=directive.author_title,
        when=directive.issued_at,
        text=directive.text,
        lead=directive.lead_title,
        coordinators=_told(directive.coordinators, directive.coordinator_titles, body_uid),
        inform=_told(directive.inform, directive.inform_titles, body_uid),
        due=directive.due,
        entered_by=directive.entered_by_title or "",
        replaced=bool(directive.superseded_by),
    )


def _told(actors: list[str] | None, titles: list[str] | None, body_uid: str) -> tuple:
    names = dict(zip(actors or (), titles or (), strict=True))
    if len(names) < MANY:
        return tuple(names.values())
    units = directory.units(body_uid, clock.today())
    communes = {token(DESK, unit.uid) for unit in units if unit.kind == "commune"}
    if not communes or not communes <= set(names):
        return tuple(names.values())
    whole = _("All ${n} communes and townships", mapping={"n": len(communes)})
    return (*(title for actor, title in names.items() if actor not in communes), whole)
