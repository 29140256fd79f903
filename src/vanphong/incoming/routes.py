"""The way that an incoming document takes: chosen when it is registered, kept to its end.

The plan proposes; a document may be presented to another leader than the planned one, which
the law leaves to the Office (Decree 30/2020, Article 23).
"""

from vanphong.errors import RuleBroken
from vanphong.incoming.interfaces import IIncoming
from vanphong.routing import sheet as sheets
from vanphong.routing import templates
from vanphong.routing.interfaces import IRouteFacts
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.routing.rules.routes import Facts
from vanphong.routing.rules.routes import Planned
from zope.component import adapter
from zope.interface import implementer


@implementer(IRouteFacts)
@adapter(IIncoming)
class IncomingFacts:
    """What conditions look at."""

    def __init__(self, context):
        self.context = context

    def facts(self) -> Facts:
        """The particulars as they are now."""
        document = self.context
        return Facts(
            direction="in",
            document_type=document.document_type or "",
            register=document.register_uid or "",
            urgency=document.urgency or "normal",
            field=document.field or "",
            sender=document.organ_name or "",
        )

    def drafter(self) -> tuple[str, str]:
        """Nobody here drafted it."""
        return "", ""


def begin(document) -> None:
    """Give a document that is registered its route and plan.

    Registering is a duty whatever the templates say: when none fits, or a post is vacant,
    the document goes without a plan.
    """
    try:
        route, plan = templates.planned_for(document)
    except RuleBroken:
        return
    sheets.keep(document, plan, route)


def coming(document) -> list[Planned]:
    """The planned leaders before whom the document has not lain yet, the next one first."""
    seen = {step.route_step for step in sheets.steps_of(document) if not _undone(step)}
    return [
        one
        for one in sheets.plan_of(document)
        if one.step.action is Action.DIRECT and not one.skipped and one.step.id not in seen
    ]


def planned_with(document, actor: str) -> Planned | None:
    """The planned step that presenting to this actor opens, None beside the plan."""
    return next((one for one in coming(document) if one.actor == actor), None)


def _undone(step) -> bool:
    return step.state is State.CANCELLED
