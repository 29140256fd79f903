"""How a task stands for the person in front of it."""

from functools import cached_property
from vanphong.incoming.browser import situation
from vanphong.tasks import stages


class Situation(situation.Situation):
    """A task; writes nothing."""

    @cached_property
    def is_open(self) -> bool:
        """Whether something is to be done."""
        return self.stage == stages.OPEN

    @cached_property
    def gave(self) -> bool:
        """Whether it is this person's task, or typed by them."""
        task = self.document
        return task.giver in self.me.tokens or task.entered_by == self.me.user_id

    @cached_property
    def works(self) -> bool:
        """Whether this person leads or helps now."""
        return any(step.awaits for step in self.mine)
