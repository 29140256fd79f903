"""How a workflow stands: in force, as it was applied, as the product brings it, as a draft."""

from functools import cached_property
from plone import api
from vanphong.ledger import documents
from vanphong.ledger import jobs
from vanphong.workflows import definitions
from vanphong.workflows import store
from vanphong.workflows.rules import checks
from vanphong.workflows.rules import difference
from vanphong.workflows.rules import leaving
from vanphong.workflows.rules.difference import Change
from vanphong.workflows.rules.model import Workflow


#: A job in one of these has still something to do.
BUSY = ("waiting", "running")


def bodies() -> list[str]:
    """UIDs of all units, among them the bodies: the ledger's index begins with them."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Unit")
    return [brain.UID for brain in brains]


class Standing:
    """Everything about one workflow that pages and acts ask for; reads only."""

    def __init__(self, workflow_id: str) -> None:
        self.id = workflow_id
        self.workflow = definitions.named(workflow_id)
        self.hard = definitions.hard_rules(workflow_id)
        self.record = store.record(workflow_id)

    @cached_property
    def live(self) -> Workflow:
        """The workflow as it is, without states that are only being emptied."""
        live = definitions.read(self.workflow)
        if not self.record.leaving or self.applied is None:
            return live
        return leaving.without(live, self.applied, self.record.leaving)

    @cached_property
    def applied(self) -> Workflow | None:
        """The workflow of the version in force; the product's while there is no version."""
        current = self.record.current
        return self.profile if current is None else current.workflow

    @property
    def draft(self) -> store.Draft | None:
        """What somebody has prepared."""
        return self.record.draft

    @cached_property
    def wanted(self) -> Workflow:
        """The draft, or what is in force when there is none."""
        return self.live if self.draft is None else self.draft.workflow

    @cached_property
    def profile(self) -> Workflow | None:
        """The workflow as the product brings it."""
        found = definitions.of_profile(self.id)
        return None if found is None else found.workflow

    @cached_property
    def drafted(self) -> list[Change]:
        """What the draft changes."""
        return [] if self.draft is None else difference.changes(self.live, self.wanted)

    @cached_property
    def own(self) -> list[Change]:
        """What differs from the product."""
        return [] if self.profile is None else difference.changes(self.profile, self.live)

    @cached_property
    def direct(self) -> list[Change]:
        """What somebody changed in Zope's own pages since the last version."""
        return [] if self.applied is None else difference.changes(self.applied, self.live)

    @cached_property
    def problems(self) -> list[checks.Problem]:
        """Why the draft, or what is in force, could not be applied."""
        return checks.problems(self.wanted, self.hard, definitions.site_roles())

    def count(self, states) -> int:
        """Documents in some states; ``paging.CAP + 1`` means "more than CAP"."""
        if self.hard is None or not states:
            return 0
        return documents.count_in_states(bodies(), self.hard.direction, states)

    @cached_property
    def job(self) -> dict | None:
        """The job that brings documents after, while it is known."""
        return jobs.status(self.record.job) if self.record.job else None

    @property
    def is_busy(self) -> bool:
        """Whether documents are still being brought after."""
        return self.job is not None and self.job["state"] in BUSY
