"""Who finds an outgoing document in lists, besides those on its sheet."""

from vanphong.documents.index import IReaders
from vanphong.organisation import directory
from vanphong.organisation import rules as organisation
from vanphong.outgoing import versions
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.routing.rules import Action
from vanphong.routing.sheet import steps_of
from zope.component import adapter
from zope.interface import implementer


@implementer(IReaders)
@adapter(IOutgoing)
class OutgoingReaders:
    """The drafter and the unit from the beginning, the records office from the signature on."""

    def __init__(self, context):
        self.context = context

    def tokens(self):
        """Actor tokens."""
        document = self.context
        found = {document.drafter} - {"", None}
        if document.drafting_unit:
            found.add(organisation.token(organisation.LEADERS, document.drafting_unit))
        steps = [step for step in steps_of(document) if step.awaits]
        signing = any(step.action is Action.SIGN for step in steps)
        if (signing and versions.is_approved(document)) or document.signed_on is not None:
            found.add(organisation.token(organisation.CLERKS, document.body_uid))
        if document.signed_on is not None:
            body = directory.unit_object(document.body_uid)
            for office in () if body is None else directory.offices(body):
                found.add(organisation.token(organisation.LEADERS, office.UID()))
        return found
