"""What GenericSetup cannot say in XML."""

from pathlib import Path
from plone import api
from plone.base.interfaces import INonInstallable
from plone.dexterity.utils import createContent
from plone.registry.interfaces import IRegistry
from vanphong.attachments import rules as file_rules
from vanphong.attachments.interfaces import IFileSettings
from vanphong.calendars import rules as calendar_rules
from vanphong.calendars.interfaces import ICalendarSettings
from vanphong.casefiles.interfaces import ICaseFileSettings
from vanphong.casefiles.places import ROOT as CASE_FILES
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules import retention_table
from vanphong.documents import lexicon
from vanphong.documents import places
from vanphong.documents import rules as document_rules
from vanphong.documents import searches
from vanphong.documents.interfaces import IDocumentSettings
from vanphong.outgoing.forms import library
from vanphong.portal import publications
from vanphong.routing import template_store
from vanphong.routing import templates
from vanphong.schedules import weeks
from vanphong.tasks.places import ROOT as TASKS
from zope.component import getUtilitiesFor
from zope.component import getUtility
from zope.interface import implementer
from zope.security.interfaces import IPermission
import json


ORGANISATION = "to-chuc"

#: The templates that a new office begins with.
ROUTES = Path(__file__).parent / "profiles" / "default" / "routes.json"

#: The roles of rolemap.xml, which GenericSetup adds but cannot remove.
ROLES = (
    "Records Clerk",
    "Office Chief",
    "Unit Head",
    "Directing Leader",
    "Handler",
    "Drafter",
    "Drafting Unit Head",
    "Appraiser",
    "Signer",
    "Document Reader",
    "Task Giver",
    "File Maker",
    "File Contributor",
    "File Reader",
    "Archivist",
    "Schedule Proposer",
    "Schedule Office",
    "Schedule Approver",
    "Invitee",
    "TeamMember",
)

#: Values that the catalogues begin with; an administrator's own are never overwritten.
DEFAULTS = {
    (IFileSettings, "kinds"): file_rules.format_kinds(file_rules.KINDS),
    (ICalendarSettings, "seasons"): calendar_rules.DEFAULT_SEASON_LINES,
    (ICalendarSettings, "holidays"): calendar_rules.DEFAULT_HOLIDAY_LINES,
    (IDocumentSettings, "document_types"): document_rules.format_document_types(
        document_rules.DOCUMENT_TYPES
    ),
    (IDocumentSettings, "fields"): document_rules.format_fields(document_rules.FIELDS),
    (ICaseFileSettings, "retention_rules"): retention.format_rules(retention_table.RULES),
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
    for interface in (ICalendarSettings, IDocumentSettings, IFileSettings, ICaseFileSettings):
        settings = registry.forInterface(interface, check=False)
        for (owner, name), lines in DEFAULTS.items():
            if owner is interface and not getattr(settings, name):
                setattr(settings, name, list(lines))
    portal = api.portal.get()
    lexicon.bind(portal)
    know_roles(portal)
    _place(portal, "Organisation", ORGANISATION, "Cơ cấu tổ chức")
    _place(portal, "RecordsFolder", places.ROOT, "Văn bản")
    _place(portal, "RecordsFolder", CASE_FILES, "Hồ sơ công việc")
    _place(portal, "RecordsFolder", TASKS, "Nhiệm vụ")
    make_routes(portal)
    make_schedules(portal)
    _place(portal, "LetterTemplates", library.PLACE, "Biểu mẫu")
    make_publications(portal)


def know_roles(portal):
    """Tell Plone's role manager of new roles, which else it writes down when users are listed.

    Plone refuses to write while a page is only looked at, and would ask to confirm it.
    """
    portal.acl_users.portal_role_manager.updateRolesList()


def make_routes(portal):
    """Make the folder of the route templates, with those that an office begins with."""
    _place(portal, "RouteTemplates", templates.PLACE, "Luồng xử lý")
    template_store.install(portal[templates.PLACE], json.loads(ROUTES.read_text("utf-8")))


def make_publications(portal):
    """Make the folder of what is published on the portal."""
    _place(portal, "Publications", publications.PLACE, publications.PLACE_TITLE)


def make_schedules(portal):
    """Make the folder of the work schedules."""
    _place(portal, "Schedules", weeks.PLACE, "Lịch công tác")


def post_uninstall(context):
    """Take away roles, permissions and the places that hold nothing.

    What holds records stays for its owner.
    """
    portal = api.portal.get()
    lexicon.unbind(portal)
    searches.forget(portal)
    folder = portal.get(templates.PLACE)
    if folder is not None and template_store.as_installed(folder):
        portal._delObject(templates.PLACE)
    if weeks.is_empty(weeks.folder()):
        portal._delObject(weeks.PLACE)
    for name in (ORGANISATION, places.ROOT, CASE_FILES, TASKS, library.PLACE, publications.PLACE):
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
