"""What the conditions of routes look at in an outgoing document."""

from vanphong.outgoing.interfaces import IOutgoing
from vanphong.routing.interfaces import IRouteFacts
from vanphong.routing.rules.routes import Facts
from zope.component import adapter
from zope.interface import implementer


@implementer(IRouteFacts)
@adapter(IOutgoing)
class RouteFacts:
    """See IRouteFacts."""

    def __init__(self, context):
        self.context = context

    def facts(self):
        """Type, urgency, field, drafting unit, and in whose name it is signed."""
        document = self.context
        return Facts(
            direction="out",
            document_type=document.document_type,
            urgency=document.urgency,
            field=document.field or "",
            unit=document.drafting_unit,
            signed_by=document.signed_by,
            related=document.consulted,
        )

    def drafter(self):
        """User id and title of the drafter."""
        return self.context.drafter, self.context.drafter_title
