"""The ledger rows that a file stands for, and who may find its documents by it."""

from plone import api
from vanphong.casefiles import entries
from vanphong.casefiles import places
from vanphong.casefiles import team
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.localroles import archivists
from vanphong.documents.index import IReaders
from vanphong.documents.interfaces import IOfficeDocument
from vanphong.documents.rules import fold
from vanphong.ledger import case_files
from vanphong.ledger.interfaces import IReadModel
from vanphong.organisation import directory
from vanphong.organisation import rules
from zope.component import adapter
from zope.interface import implementer


def write(case_file) -> None:
    """Write the row of a file, with who may find it."""
    case_files.put(row(case_file), readers(case_file))


def row(case_file) -> dict:
    """The row that mirrors a file."""
    return {
        "case_file_uid": case_file.UID(),
        "path": "/".join(case_file.getPhysicalPath()),
        "body_uid": case_file.body_uid,
        "unit_uid": case_file.unit_uid,
        "notation": case_file.notation,
        "code": case_file.code,
        "title": case_file.title,
        "folded": fold(f"{case_file.code} {case_file.title} {case_file.keywords or ''}"),
        "year": case_file.year,
        "years": case_file.years,
        "rights": case_file.rights,
        "state": api.content.get_state(case_file),
        "maker": case_file.maker,
        "maker_title": case_file.maker_title,
        "line_uid": case_file.line_uid,
        "opened_at": case_file.opened_at,
        "started_on": case_file.started_on,
        "ended_on": case_file.ended_on,
        "due_year": case_file.due_year,
        "documents": entries.count(case_file),
        "pages": entries.pages(case_file),
        "frozen": bool(case_file.frozen),
    }


def readers(case_file) -> dict[str, str]:
    """Actor tokens that may find a file, and what part each has in it."""
    found = dict.fromkeys(archivists(case_file.body_uid), case_files.KEEPER)
    body = directory.unit_object(case_file.body_uid)
    for office in () if body is None else directory.offices(body):
        found[rules.token(rules.LEADERS, office.UID())] = case_files.KEEPER
    if case_file.unit_uid:
        if case_file.rights == "public":
            found[rules.token(rules.MEMBERS, case_file.unit_uid)] = case_files.READER
        found[rules.token(rules.LEADERS, case_file.unit_uid)] = case_files.KEEPER
    for one in team.members(case_file):
        found[one.user_id] = one.part
    return found


@implementer(IReadModel)
@adapter(ICaseFile)
class CaseFileRow:
    """The one row of a file."""

    table = "case_file"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The row as it should stand in the ledger."""
        return [{**row(self.context), "readers": readers(self.context)}]


@implementer(IReadModel)
@adapter(ICaseFile)
class EntryRows:
    """One row per document in the file."""

    table = "case_entry"

    def __init__(self, context):
        self.context = context

    def rows(self):
        """The rows as they should stand in the ledger."""
        return [entries.row(self.context, one) for one in entries.every(self.context)]


@implementer(IReaders)
@adapter(IOfficeDocument)
class GrantReaders:
    """The rosters of the files that let their readers read a document."""

    def __init__(self, context):
        self.context = context

    def tokens(self):
        """User ids."""
        granting = [one.case_file for one in entries.kept_in(self.context) if one.grants]
        found = (places.find(uid) for uid in granting)
        return {one.user_id for each in found if each is not None for one in team.members(each)}
