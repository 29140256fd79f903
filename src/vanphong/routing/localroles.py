"""Rights that follow the sheet.

Computed from the holders of past and present steps; nothing is stored, so starting a step
changes no other object.
"""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.organisation import authority
from vanphong.organisation.rules import principals_of
from vanphong.organisation.rules import unit_of
from vanphong.routing import rules
from vanphong.routing.interfaces import IRouted
from vanphong.routing.sheet import steps_of
from zope.component import adapter
from zope.interface import implementer


def giver_roles(step: rules.Step) -> tuple[str, ...]:
    """Roles that a step gives to who gave it: a leader may replace a running directive."""
    if step.action is rules.Action.LEAD and not step.parent and step.state in rules.RUNNING:
        return ("Directing Leader", "Document Reader")
    return ("Document Reader",)


def roles_for(step: rules.Step) -> tuple[str, ...]:
    """Roles that a step gives its holder: to act while it runs, to read ever after."""
    if step.state in rules.RUNNING and step.action in (rules.Action.LEAD, rules.Action.COORDINATE):
        return ("Handler", "Document Reader")
    if step.state is rules.State.OPEN and step.action is rules.Action.DIRECT:
        return ("Directing Leader", "Document Reader")
    if not rules.was_seen(step):
        return ()
    return ("Document Reader",)


def principals(actor: str, body_uid: str) -> tuple[str, ...]:
    """Whoever answers to an actor token today: for a person, also who stands in."""
    found = principals_of(actor)
    if unit_of(actor) is not None:
        return found
    return (*found, *authority.delegates_of(actor, body_uid))


@implementer(ILocalRoleProvider)
@adapter(IRouted)
class SheetRoles:
    """Local roles of everybody on the sheet."""

    def __init__(self, context):
        self.steps = steps_of(context)
        self.body_uid = context.body_uid

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        for step in self.steps:
            roles = roles_for(step)
            if not roles:
                continue
            for principal in principals(step.actor, self.body_uid):
                yield principal, roles
            for principal in principals(step.giver, self.body_uid):
                yield principal, giver_roles(step)
            if step.entered_by:
                yield step.entered_by, ("Document Reader",)

    def getRoles(self, principal_id):
        """Roles of one user or group."""
        found = {role for who, roles in self.getAllRoles() if who == principal_id for role in roles}
        return tuple(found)
