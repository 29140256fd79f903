"""Rights on the registers of a body, computed from its units."""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.organisation import directory
from vanphong.organisation import rules
from vanphong.registers.interfaces import IRegisterMarker
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IRegisterMarker)
class RegisterRoles:
    """The chiefs of the Office keep the registers of their body.

    The clerks and leaders of the body itself have their roles from its roster.
    """

    def __init__(self, context):
        self.body = directory.body_of(context.__parent__)

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        if self.body is None:
            return
        for office in directory.offices(self.body):
            yield rules.token(rules.LEADERS, office.UID()), ("Office Chief",)

    def getRoles(self, principal_id):
        """Roles of one user or group."""
        return [role for who, roles in self.getAllRoles() if who == principal_id for role in roles]
