"""Rights on the schedule of a body, computed from its units.

Heads and clerks of units propose; the Office compiles and publishes; the chief of the
Office and the leaders of the body approve. A body without an Office is served by its clerks.
"""

from borg.localrole.interfaces import ILocalRoleProvider
from vanphong.organisation import directory
from vanphong.organisation import rules
from vanphong.schedules.interfaces import ISchedule
from zope.component import adapter
from zope.interface import implementer


PROPOSER = "Schedule Proposer"
OFFICE = "Schedule Office"
APPROVER = "Schedule Approver"


@implementer(ILocalRoleProvider)
@adapter(ISchedule)
class ScheduleRoles:
    """Roles on a schedule and its weeks."""

    def __init__(self, context):
        self.body = directory.unit_object(context.body_uid)

    def getAllRoles(self):
        """Yield (principal id, roles)."""
        if self.body is None:
            return
        uid = self.body.UID()
        yield rules.token(rules.CLERKS, uid), (OFFICE, PROPOSER)
        yield rules.token(rules.LEADERS, uid), (APPROVER, PROPOSER)
        offices = {one.UID() for one in directory.offices(self.body)}
        for unit in units_of(self.body):
            leaders = rules.token(rules.LEADERS, unit.UID())
            clerks = rules.token(rules.CLERKS, unit.UID())
            if unit.UID() in offices:
                yield leaders, (OFFICE, APPROVER, PROPOSER)
                yield clerks, (OFFICE, PROPOSER)
                yield rules.token(rules.APPRAISERS, unit.UID()), (OFFICE, PROPOSER)
            else:
                yield leaders, (PROPOSER,)
                yield clerks, (PROPOSER,)

    def getRoles(self, principal_id):
        """Roles of one user or group."""
        return [role for who, roles in self.getAllRoles() if who == principal_id for role in roles]


def units_of(body):
    """The units of a body that are no bodies of their own."""
    found = []
    for child in body.objectValues():
        if getattr(child, "portal_type", "") == "Unit" and child.kind not in rules.BODIES:
            found.append(child)
            found.extend(units_of(child))
    return found
