"""Rights on a document that is being drafted, computed from its unit and its sheet."""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.organisation import rules as organisation
from vanphong.outgoing import versions
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.routing.localroles import principals
from vanphong.routing.rules import Action
from vanphong.routing.sheet import steps_of
from zope.component import adapter
from zope.interface import implementer


READER = "Document Reader"

#: What the holder of a running step is to the document.
ROLES = {
    Action.DRAFT: ("Drafter", READER),
    Action.OPINE: ("Handler", READER),
    Action.REVIEW: ("Drafting Unit Head", READER),
    Action.APPRAISE: ("Appraiser", READER),
    Action.APPROVE: ("Signer", READER),
    Action.SIGN: ("Signer", READER),
}


@implementer(ILocalRoleProvider)
@adapter(IOutgoing)
class OutgoingRoles:
    """Drafter, head of the drafting unit, and whoever the document lies with now.

    The body's clerks read it once a leader has approved it: they record the signature that
    is put on paper, and number what is signed.
    """

    def __init__(self, context):
        self.context = context

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        document = self.context
        if document.drafter:
            # also who stands in: a draft has no step before it is submitted
            for principal in principals(document.drafter, document.body_uid):
                yield principal, ("Drafter", READER)
        unit = document.drafting_unit
        if unit:
            leaders = organisation.token(organisation.LEADERS, unit)
            yield leaders, ("Drafting Unit Head", READER)
        for step in steps_of(document):
            if not step.awaits or step.action not in ROLES:
                continue
            for principal in principals(step.actor, document.body_uid):
                yield principal, ROLES[step.action]
            if step.action is Action.SIGN and versions.is_approved(document):
                clerks = organisation.token(organisation.CLERKS, document.body_uid)
                yield clerks, (READER,)

    def getRoles(self, principal_id):
        """Roles of one user or group."""
        found = {role for who, roles in self.getAllRoles() if who == principal_id for role in roles}
        return tuple(found)
