"""The role of those who answer an invitation; it lets nobody into the document itself."""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.invitations import meetings
from vanphong.invitations import viewing
from vanphong.outgoing.interfaces import IOutgoing
from zope.component import adapter
from zope.interface import implementer


INVITEE = "Invitee"


@implementer(ILocalRoleProvider)
@adapter(IOutgoing)
class InviteeRoles:
    """Leaders and clerks of invited units, and invited people."""

    def __init__(self, context):
        self.context = context

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        meeting = meetings.of(self.context)
        for seat in () if meeting is None else meeting.in_order:
            for principal in viewing.answers_for(seat.invitee):
                yield principal, (INVITEE,)

    def getRoles(self, principal_id):
        """Roles of one user or group."""
        found = any(who == principal_id for who, _roles in self.getAllRoles())
        return (INVITEE,) if found else ()
