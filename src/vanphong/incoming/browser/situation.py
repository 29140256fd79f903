"""How a document stands for the person in front of it, read once a request."""

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
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.routing.rules import Step


#: In which order a person's own steps are offered.
ORDER = (Action.DIRECT, Action.LEAD, Action.COORDINATE)


class Situation:
    """The sheet, the facts of reading, and what this person may do; writes nothing."""

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

    def was_read(self, step: Step) -> bool:
        """Whether a step for information has ended by being read."""
        return step.action is Action.INFORM and bool(self.opened_at(step))

    def lateness(self, step: Step) -> Lateness:
        """How the deadline of a step stands, or stood when it ended."""
        return lateness(work_calendar(), step.due, self.now, step.finished_at)

    # whose it is

    def is_mine(self, step: Step) -> bool:
        """Whether this person answers to the step's actor."""
        return step.actor in self.me.tokens

    @cached_property
    def mine(self) -> list[Step]:
        """Running steps of this person that ask for work, the most important first."""
        found = [
            step
            for step in self.sheet
            if self.is_mine(step) and step.state in rules.RUNNING and step.action in ORDER
        ]
        return sorted(found, key=lambda step: (not step.awaits, ORDER.index(step.action)))

    @cached_property
    def step(self) -> Step | None:
        """The step that the page is about: the one asked for, else the first of mine."""
        asked = self.request.form.get("step")
        return next((step for step in self.mine if step.uid == asked), next(iter(self.mine), None))

    @cached_property
    def waiting(self) -> Step | None:
        """The open step that waits for a leader's directive, if any."""
        return rules.awaiting_direction(self.sheet)

    @cached_property
    def decisions(self) -> list[Step]:
        """Extensions that await this person's decision."""
        return [
            step
            for step in self.sheet
            if step.action is Action.EXTEND and step.awaits and self.is_mine(step)
        ]

    def unconfirmed(self, step: Step) -> list[Step]:
        """What persons of the unit have finished and the unit's own step waits to confirm."""
        if not step.awaits:
            return []
        return [
            child
            for child in rules.children(self.sheet, step.uid)
            if child.state is State.DONE and child.confirm
        ]

    @cached_property
    def informed(self) -> bool:
        """Whether this person got the document for information."""
        return any(step.action is Action.INFORM and self.is_mine(step) for step in self.sheet)

    @cached_property
    def is_office(self) -> bool:
        """Whether this person keeps the records of the body, or heads its Office."""
        roles = api.user.get_roles(obj=self.document) if self.me.user_id else []
        return not OFFICE.isdisjoint(roles)

    @cached_property
    def follows_history(self) -> bool:
        """Whether this person may read the trail: the Office, and who held or gave a step."""
        return self.is_office or any(
            (self.is_mine(step) and step.action is not Action.INFORM)
            or self.me.user_id in (step.giver, step.entered_by)
            for step in self.sheet
        )

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

    @cached_property
    def takeable(self) -> list[Step]:
        """Steps that this person gave on and nobody has opened yet."""
        return [
            step
            for step in self.sheet
            if step.state is State.OPEN and not self.opened_at(step) and self.can("take_back", step)
        ]

    @cached_property
    def urgeable(self) -> list[Step]:
        """Steps whose holders this person may remind: those that wait, the lead first."""
        found = [
            step
            for step in self.sheet
            if step.awaits
            and not self.is_mine(step)
            and (self.is_office or self._gave(step))
            and self.can("urge", step)
        ]
        return sorted(found, key=lambda step: (ORDER.index(step.action), bool(step.parent)))

    def _gave(self, step: Step) -> bool:
        """Whether this person gave the work; handing back to a leader gives none."""
        return step.action is not Action.DIRECT and rules.gave(self.sheet, step, self.me.user_id)
