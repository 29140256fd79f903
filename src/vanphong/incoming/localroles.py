"""Rights on what another unit of the office has sent: it lies in a folder of everybody's."""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.documents.localroles import BodyRoles
from vanphong.incoming.interfaces import IIncoming
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IIncoming)
class ReceiverRoles(BodyRoles):
    """The clerks of the unit that it was sent to keep it, as if it lay in their folder."""

    def __init__(self, context):
        self.body_uid = context.body_uid if context.origin_uid else ""
