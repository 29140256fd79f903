"""POST @workflow/<transition> of a directive."""

from vanphong.directives.services.unchanged import Unchanged


class WorkflowPost(Unchanged):
    """Refused."""

    act = "move"
    takes = 1
