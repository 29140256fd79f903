"""Passing on a document that waits in a state put between two stages: ``@@pass-stage``."""

from dataclasses import dataclass
from vanphong import _
from vanphong.errors import OfficeError
from vanphong.routing import stage_actions
from vanphong.routing.interfaces import IStages
from vanphong.routing.stages import may_pass
from vanphong.routing.stages import state_title
from vanphong.routing.stages import who_passes
from vanphong.ui.browser.form import OfficeForm


@dataclass(frozen=True)
class Waiting:
    """Where a document waits, and who passes it on.

    :param state: title of the present state; ``action`` of the transition; ``then`` of the
        state that it leads to.
    :param who: the functions that may, in words.
    :param mine: whether the person who looks is one of them.
    """

    state: str
    action: str
    then: str
    who: str
    mine: bool

    def entry(self, vp) -> dict:
        """For the macro ``timeline``."""
        text = _("waits: ${state}", mapping={"state": self.state})
        return {"title": self.who, "text": vp.text(text), "kind": "now", "mine": self.mine}


def waiting(document) -> Waiting | None:
    """How a document waits between two stages; None when it does not."""
    stages = IStages(document)
    if not stages.waits:
        return None
    try:
        transition = stages.next()
    except OfficeError:
        return None
    return Waiting(
        state=state_title(stages.workflow, stages.now),
        action=transition.title or transition.getId(),
        then=state_title(stages.workflow, transition.new_state_id),
        who=who_passes(transition),
        mine=may_pass(transition, document),
    )


class PassStage(OfficeForm):
    """A comment, if there is one, and one button."""

    success = _("Passed on.")

    @property
    def title(self) -> str:
        """What the administrator calls it."""
        return self.waiting.action if self.waiting else _("Pass on")

    @property
    def waiting(self) -> Waiting | None:
        """How the document waits."""
        return waiting(self.context)

    @property
    def crumbs(self) -> list[dict]:
        """The way back to the document."""
        return [{"title": self.context.title, "url": self.context.absolute_url()}]

    @property
    def comment(self) -> dict:
        """For the macro ``field``."""
        return {
            "name": "comment",
            "label": _("Comment"),
            "kind": "textarea",
            "rows": 3,
            "width": 12,
            "maxlength": stage_actions.COMMENT,
        }

    def act(self):
        """Pass it on."""
        stage_actions.pass_stage(self.context, comment=self.text("comment"))
        now = IStages(self.context)
        return _("Now: “${state}”.", mapping={"state": state_title(now.workflow, now.now)})
