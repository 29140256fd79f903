"""What GenericSetup cannot say in XML."""

from plone import api
from plone.base.interfaces import INonInstallable
from plone.dexterity.utils import createContent
from plone.registry.interfaces import IRegistry
from vanphong.calendars import rules as calendar_rules
from vanphong.calendars.interfaces import ICalendarSettings
from vanphong.documents import places
from vanphong.documents import rules as document_rules
from vanphong.documents.interfaces import IDocumentSettings
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.interface import implementer
from zope.security.interfaces import IPermission


ORGANISATION = "to-chuc"

#: The roles of rolemap.xml, which GenericSetup adds but cannot remove.
ROLES = (
    "Records Clerk",
    "Office Chief",
    "Unit Head",
    "Directing Leader",
    "Handler",
    "Document Reader",
    "TeamMember",
)

#: Values that the catalogues begin with; an administrator's own are never overwritten.
DEFAULTS = {
    (ICalendarSettings, "seasons"): calendar_rules.DEFAULT_SEASON_LINES,
    (ICalendarSettings, "holidays"): calendar_rules.DEFAULT_HOLIDAY_LINES,
    (IDocumentSettings, "document_types"): document_rules.format_document_types(
        document_rules.DOCUMENT_TYPES
    ),
    (IDocumentSettings, "fields"): document_rules.format_fields(document_rules.FIELDS),
    (IDocumentSettings, "quick_phrases"): (
        "Giao chủ trì, phối hợp các đơn vị liên quan triển khai thực hiện.",
        "Tham mưu văn bản trả lời, trình trước ngày đến hạn.",
        "Nghiên cứu, đề xuất ý kiến.",
        "Báo cáo kết quả về Ủy ban nhân dân.",
        "Để biết, theo dõi.",
    ),
}


@implementer(INonInstallable)
class HiddenProfiles:
    """Keeps the other profiles out of the add-ons control panel."""

    def getNonInstallableProfiles(self):
        """Profiles that nobody installs by hand there."""
        return ["vanphong:uninstall", "vanphong:sample"]


def post_install(context):
    """Fill empty catalogues, and make the places for units and records."""
    registry = getUtility(IRegistry)
    for interface in (ICalendarSettings, IDocumentSettings):
        settings = registry.forInterface(interface, check=False)
        for (owner, name), lines in DEFAULTS.items():
            if owner is interface and not getattr(settings, name):
                setattr(settings, name, list(lines))
    portal = api.portal.get()
    _place(portal, "Organisation", ORGANISATION, "Cơ cấu tổ chức")
    _place(portal, "RecordsFolder", places.ROOT, "Văn bản")


def post_uninstall(context):
    """Take away roles, permissions and the places that hold nothing.

    What holds records stays for its owner.
    """
    portal = api.portal.get()
    for name in (ORGANISATION, places.ROOT):
        if name in portal and not portal[name].objectIds():
            portal._delObject(name)
    for name, permission in getUtilitiesFor(IPermission):
        if name.startswith("vanphong."):
            portal.manage_permission(permission.title, [], acquire=True)
    portal._delRoles([role for role in ROLES if role in portal.userdefined_roles()])
    manager = portal.acl_users.portal_role_manager
    for role in set(ROLES).intersection(manager.listRoleIds()):
        manager.removeRole(role)


def _place(portal, portal_type, name, title):
    if name in portal:
        return
    place = createContent(portal_type, title=title)
    place.id = name
    portal._setObject(name, place)
    if portal_type == "RecordsFolder":
        portal[name].setOrdering("unordered")
