"""Rights on files and on the documents in them, computed from rosters and units."""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterator
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles import team
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.interfaces import IFileList
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.ledger.case_files import CONTRIBUTOR
from vanphong.ledger.case_files import MAKER
from vanphong.ledger.case_files import READER
from vanphong.organisation import directory
from vanphong.organisation import rules
from vanphong.organisation.interfaces import IUnitMarker
from vanphong.routing.localroles import principals
from zope.component import adapter
from zope.interface import implementer


ROLES = {
    MAKER: ("File Maker", "File Reader"),
    CONTRIBUTOR: ("File Contributor", "File Reader"),
    READER: ("File Reader",),
}


class Roles:
    """Base: roles of one principal are those that ``getAllRoles`` gives it."""

    def __init__(self, context):
        self.context = context

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        raise NotImplementedError

    def getRoles(self, principal_id):
        """Roles of one user or group."""
        found = {role for who, roles in self.getAllRoles() if who == principal_id for role in roles}
        return tuple(found)


def archivists(body_uid: str) -> list[str]:
    """Tokens of the archive officers of a body."""
    body = directory.unit_object(body_uid)
    found = () if body is None else directory.offices(body)
    return [rules.token(rules.ARCHIVISTS, office.UID()) for office in found]


def own_units(body) -> Iterator[str]:
    """UIDs of the units of a body, not of the bodies below it."""
    for child in body.objectValues():
        if IUnitMarker.providedBy(child) and child.kind not in rules.BODIES:
            yield child.UID()
            yield from own_units(child)


@implementer(ILocalRoleProvider)
@adapter(ICaseFile)
class CaseFileRoles(Roles):
    """The roster, the leaders of the unit, and the archive officers of the body."""

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        case_file = self.context
        for one in team.members(case_file):
            for principal in principals(one.user_id, case_file.body_uid):
                yield principal, ROLES[one.part]
        if case_file.unit_uid:
            yield rules.token(rules.LEADERS, case_file.unit_uid), ("Unit Head",)
            if case_file.rights == "public":
                yield rules.token(rules.MEMBERS, case_file.unit_uid), ("File Reader",)
        for token in archivists(case_file.body_uid):
            yield token, ("Archivist",)


@implementer(ILocalRoleProvider)
@adapter(IFileList)
class FileListRoles(Roles):
    """The head of the body approves; everybody in it reads; archive officers help to make it."""

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        body_uid = self.context.body_uid
        body = directory.unit_object(body_uid)
        if body is None:
            return
        for head in directory.heads(body):
            for principal in principals(head.user_id, body_uid):
                yield principal, ("Unit Head",)
        for token in archivists(body_uid):
            yield token, ("Archivist",)
        yield rules.token(rules.MEMBERS, body_uid), ("File Reader",)
        for uid in own_units(body):
            yield rules.token(rules.MEMBERS, uid), ("File Reader",)


@implementer(ILocalRoleProvider)
@adapter(IOfficeDocument)
class GrantRoles(Roles):
    """Readers of a file read a document in it when the file grants that."""

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        for kept in entries.kept_in(self.context):
            case_file = places.find(kept.case_file) if kept.grants else None
            if case_file is None:
                continue
            for one in team.members(case_file):
                for principal in principals(one.user_id, case_file.body_uid):
                    yield principal, ("Document Reader",)
