"""Rights on a body's records as a whole, computed from its units."""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.documents.interfaces import IRecordsFolder
from vanphong.organisation import directory
from vanphong.organisation import rules
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IRecordsFolder)
class BodyRoles:
    """The body's clerks keep its records; the chiefs of its Office see them all."""

    def __init__(self, context):
        self.body_uid = context.body_uid

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        body = directory.unit_object(self.body_uid)
        if body is None:
            return
        yield rules.token(rules.CLERKS, self.body_uid), ("Records Clerk",)
        for office in directory.offices(body):
            yield rules.token(rules.LEADERS, office.UID()), ("Office Chief",)

    def getRoles(self, principal_id):
        """Roles of one user or group."""
        return [role for who, roles in self.getAllRoles() if who == principal_id for role in roles]
