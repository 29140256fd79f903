"""How an outgoing document stands for the person in front of it, read once a request."""

from functools import cached_property
from vanphong.errors import OfficeError
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import token
from vanphong.outgoing import actions
from vanphong.outgoing import versions
from vanphong.outgoing.rules import Kind
from vanphong.outgoing.stages import DRAFTS
from vanphong.routing import sheet as sheets
from vanphong.routing.browser.situation import RoutedSituation
from vanphong.routing.rules import CHAIN
from vanphong.routing.rules import Action
from vanphong.routing.rules import Step
from vanphong.routing.rules import chain


class Situation(RoutedSituation):
    """An outgoing document; writes nothing."""

    # whose it is

    @cached_property
    def mine(self) -> list[Step]:
        """Running steps of this person; a step of the way before a request for an opinion."""
        found = [
            step
            for step in self.sheet
            if step.awaits and step.action in CHAIN and self.is_mine(step)
        ]
        return sorted(found, key=lambda step: not step.route_step)

    @cached_property
    def step(self) -> Step | None:
        """The step that the page is about: the one asked for, else the first of mine."""
        asked = self.request.form.get("step")
        return next((step for step in self.mine if step.uid == asked), next(iter(self.mine), None))

    @cached_property
    def running(self) -> list[Step]:
        """The steps of the way that run now."""
        return [step for step in self.sheet if step.awaits and step.route_step]

    def has(self, action: Action) -> bool:
        """Whether a step of this kind is this person's now."""
        return any(step.action is action for step in self.mine)

    @property
    def is_drafter(self) -> bool:
        """Whether this person drafts the document."""
        return self.document.drafter == self.me.user_id

    @cached_property
    def is_clerk(self) -> bool:
        """Whether this person keeps the records of the issuing body."""
        return token(CLERKS, self.document.body_uid) in self.me.tokens

    @cached_property
    def follows_history(self) -> bool:
        """Whether this person may read the trail: the Office, and who drafts or handles it."""
        known = {step.giver for step in self.sheet} | {self.document.drafter}
        return (
            self.is_office
            or self.me.user_id in known
            or any(self.is_mine(step) for step in self.sheet)
        )

    # how far it is

    @cached_property
    def is_draft(self) -> bool:
        """Whether it has not been signed yet."""
        return self.stage in DRAFTS or self.document.signed_on is None

    @cached_property
    def version(self):
        """The version that counts, None before the first."""
        return versions.latest(self.document)

    @cached_property
    def valid(self) -> frozenset[int]:
        """Places of the approvals that count."""
        now = versions.fingerprint(self.document)
        approvals = self.document.approvals
        return frozenset(i for i, one in enumerate(approvals) if one.fingerprint == now)

    def vouched(self, kind: Kind) -> bool:
        """Whether somebody vouches for this of the draft as it is now."""
        approvals = self.document.approvals
        return any(approvals[place].kind is kind for place in self.valid)

    # the way

    @cached_property
    def plan(self):
        """The plan that the document runs on, () before it is submitted."""
        return sheets.plan_of(self.document)

    @cached_property
    def planned(self):
        """The route and plan it would take if it were submitted now.

        An OfficeError stands for itself: why there is none.
        """
        try:
            return actions.planned(self.document)
        except OfficeError as problem:
            return problem

    @cached_property
    def ways_back(self) -> list:
        """Where my step may send it back to, the usual one first."""
        step = self.step
        if step is None or not step.route_step:
            return []
        return chain.ways_back(self.plan, step.route_step)
