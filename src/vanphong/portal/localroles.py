"""Rights on a publication: those of its unit and of the Office of its body."""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.documents.localroles import BodyRoles
from vanphong.organisation import rules
from vanphong.portal.interfaces import IPublicationMarker
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IPublicationMarker)
class PublicationRoles(BodyRoles):
    """The heads of the unit for what is theirs; the records office for the body."""

    def __init__(self, context):
        super().__init__(context)
        self.unit_uid = context.unit_uid

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        yield from super().getAllRoles()
        if self.unit_uid:
            yield rules.token(rules.LEADERS, self.unit_uid), ("Drafting Unit Head",)
