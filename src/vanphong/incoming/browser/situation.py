"""How an incoming document stands for the person in front of it, read once a request."""

from functools import cached_property
from vanphong.routing import rules
from vanphong.routing.browser.situation import RoutedSituation
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.routing.rules import Step


#: In which order a person's own steps are offered.
ORDER = (Action.DIRECT, Action.LEAD, Action.COORDINATE)


class Situation(RoutedSituation):
    """An incoming document; writes nothing."""

    def was_read(self, step: Step) -> bool:
        """Whether a step for information has ended by being read."""
        return step.action is Action.INFORM and bool(self.opened_at(step))

    # whose it is

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
    def follows_history(self) -> bool:
        """Whether this person may read the trail: the Office, and who held or gave a step."""
        return self.is_office or any(
            (self.is_mine(step) and step.action is not Action.INFORM)
            or self.me.user_id in (step.giver, step.entered_by)
            for step in self.sheet
        )

    # what may be done

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
