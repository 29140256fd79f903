"""PATCH of a directive."""

from vanphong.directives.services.unchanged import Unchanged


class DirectivePatch(Unchanged):
    """Refused."""

    act = "correct"
