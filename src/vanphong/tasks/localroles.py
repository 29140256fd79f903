"""Rights on a task: who gave it, who works on what it is a part of."""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.casefiles import places as case_places
from vanphong.casefiles import team
from vanphong.documents.index import IReaders
from vanphong.routing.localroles import principals
from vanphong.routing.sheet import readers
from vanphong.tasks import places
from vanphong.tasks.interfaces import ITask
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(ITask)
class TaskRoles:
    """The giver and the clerk who typed it; readers of the whole; the roster of its file."""

    def __init__(self, context):
        self.context = context

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        task = self.context
        for principal in principals(task.giver, task.body_uid):
            yield principal, ("Task Giver", "Document Reader")
        if task.entered_by:
            yield task.entered_by, ("Task Giver", "Document Reader")
        for token in also_reading(task):
            for principal in principals(token, task.body_uid):
                yield principal, ("Document Reader",)

    def getRoles(self, principal_id):
        """Roles of one user or group."""
        found = {role for who, roles in self.getAllRoles() if who == principal_id for role in roles}
        return tuple(found)


def also_reading(task) -> set[str]:
    """Tokens of those who read a task by what it belongs to: a greater one, a case file."""
    found = set()
    whole = places.find(task.parent_uid)
    if whole is not None:
        found.update(readers(whole))
    case_file = case_places.find(task.case_file_uid) if task.case_file_uid else None
    if case_file is not None:
        found.update(one.user_id for one in team.members(case_file))
    return found


@implementer(IReaders)
@adapter(ITask)
class TaskReaders:
    """The same for lists and search."""

    def __init__(self, context):
        self.context = context

    def tokens(self):
        """Actor tokens."""
        task = self.context
        return {task.giver, task.entered_by, *also_reading(task)} - {""}
