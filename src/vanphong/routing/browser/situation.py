"""How a routed document stands for the person in front of it, read once a request."""

from AccessControl import getSecurityManager
from functools import cached_property
from plone import api
from vanphong.calendars import clock
from vanphong.calendars.rules import Lateness
from vanphong.calendars.rules import lateness
from vanphong.calendars.settings import work_calendar
from vanphong.errors import OfficeError
from vanphong.ledger import work
from vanphong.ledger.acts import ACTS
from vanphong.organisation import people
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.actions import OFFICE
from vanphong.routing.rules import Step


class RoutedSituation:
    """The sheet, the facts of reading, and what this person may do; writes nothing.

    Each type of document has its own subclass.
    """

    def __init__(self, document, request) -> None:
        self.document = document
        self.request = request
        self.me = people.me()
        self.now = clock.now()
        self.sheet = sheets.steps_of(document)
        self.by = sheets.by()

    @cached_property
    def stage(self) -> str:
        """The workflow state."""
        return api.content.get_state(self.document)

    @cached_property
    def url(self) -> str:
        """Address of the document."""
        return self.document.absolute_url()

    # what the ledger knows beside the sheet

    @cached_property
    def rows(self) -> dict[str, dict]:
        """Rows of the ledger by step."""
        return {row["step_uid"]: row for row in work.timeline(self.document.UID())}

    def opened_at(self, step: Step):
        """When a holder looked at the document after the step began, or None."""
        return self.rows.get(step.uid, {}).get("opened_at")

    def opened_by(self, step: Step) -> str:
        """User id of who opened the step first, or ""."""
        return self.rows.get(step.uid, {}).get("opened_by", "")

    def lateness(self, step: Step) -> Lateness:
        """How the deadline of a step stands, or stood when it ended."""
        return lateness(work_calendar(), step.due, self.now, step.finished_at)

    # whose it is

    def is_mine(self, step: Step) -> bool:
        """Whether this person answers to the step's actor."""
        return step.actor in self.me.tokens

    @cached_property
    def is_office(self) -> bool:
        """Whether this person keeps the records of the body, or heads its Office."""
        roles = api.user.get_roles(obj=self.document) if self.me.user_id else []
        return not OFFICE.isdisjoint(roles)

    # what may be done

    def may(self, act: str) -> bool:
        """Whether the permission of an act is granted on this document, at this stage."""
        permission = ACTS[act].permission
        return bool(getSecurityManager().checkPermission(permission, self.document))

    def can(self, act: str, step: Step) -> bool:
        """Whether permission and sheet let this person do this with the step now."""
        if not self.may(act):
            return False
        try:
            rules.check(self.sheet, step.uid, act, self.by)
        except OfficeError:
            return False
        return True
