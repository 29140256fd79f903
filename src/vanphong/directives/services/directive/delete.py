"""DELETE of a directive."""

from vanphong.directives.services.unchanged import Unchanged


class DirectiveDelete(Unchanged):
    """Refused."""

    act = "delete"
