"""Rights of the archive: on the files of a body, on submissions, on documents submitted."""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles.archive_content import IArchiveSubmission
from vanphong.casefiles.localroles import Roles
from vanphong.casefiles.localroles import archivists
from vanphong.documents.index import IReaders
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.interfaces import IRecordsFolder
from vanphong.organisation import rules
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IRecordsFolder)
class FolderRoles(Roles):
    """The archive officers of the body that the folder belongs to."""

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        if self.context.body_uid:
            for token in archivists(self.context.body_uid):
                yield token, ("Archivist",)


@implementer(ILocalRoleProvider)
@adapter(IArchiveSubmission)
class SubmissionRoles(Roles):
    """Whoever has submitted, and the head of the unit."""

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        submission = self.context
        yield submission.submitted_by, ("File Maker",)
        if submission.unit_uid:
            yield rules.token(rules.LEADERS, submission.unit_uid), ("Unit Head",)


@implementer(ILocalRoleProvider)
@adapter(IOfficeDocument)
class SubmittedRoles(Roles):
    """The archive reads the documents of files that were submitted to it."""

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        for token in archive_of(self.context):
            yield token, ("Document Reader",)


@implementer(IReaders)
@adapter(IOfficeDocument)
class SubmittedReaders:
    """The archive finds what it may read."""

    def __init__(self, context):
        self.context = context

    def tokens(self):
        """Tokens of the archive officers."""
        return set(archive_of(self.context))


def archive_of(document) -> list[str]:
    """Tokens of the archive officers that a document was submitted to, in any of its files."""
    for kept in entries.kept_in(document):
        case_file = places.find(kept.case_file)
        if case_file is not None and case_file.submission_uid:
            return archivists(case_file.body_uid)
    return []
