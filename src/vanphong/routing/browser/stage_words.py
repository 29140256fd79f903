"""Words and badges of stages: those of the law are ours, an administrator may call them else."""

from collections.abc import Mapping
from dataclasses import dataclass
from vanphong.routing.stages import bound_workflow
from vanphong.routing.stages import state_title
from zope.i18n import translate


@dataclass(frozen=True)
class StageWords:
    """The words of one document type.

    :param workflow_id: the workflow of the profile.
    :param known: stage of the law -> (kind of badge, words).
    """

    portal_type: str
    workflow_id: str
    known: Mapping[str, tuple[str, str]]

    def stage(self, state: str) -> tuple[str, str]:
        """Kind of badge and words for a stage, or for a state put between two of them.

        A title that an administrator has given stands as it is; our own is translated.
        """
        kind, words = self.known.get(state, ("soon", ""))
        title = state_title(bound_workflow(self.portal_type, self.workflow_id), state)
        same = words and title == translate(words, target_language="vi")
        return kind, words if same else title

    def stages(self) -> list[tuple[str, str]]:
        """All states with their words, those put in between behind the others."""
        bound = bound_workflow(self.portal_type, self.workflow_id)
        between = [name for name in bound.states if name not in self.known]
        return [(name, self.stage(name)[1]) for name in (*self.known, *between)]
