"""Public contract of the invitations: the event of what was done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class InvitationActDone:
    """Something was done about a meeting; ``context`` is the document that invites to it."""

    act: str
    context: Any
    detail: Mapping[str, Any]
