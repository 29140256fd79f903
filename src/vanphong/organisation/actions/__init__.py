"""What is done to rosters and delegations.

This layer lies below the audit trail, so each act tells an event of what it has done or
refused, and the ledger writes the line.
"""

from vanphong.organisation.actions.delegating import MANAGE_OFFICE
from vanphong.organisation.actions.delegating import delegate
from vanphong.organisation.actions.delegating import may_manage
from vanphong.organisation.actions.delegating import withdraw_delegation
from vanphong.organisation.actions.roster import MANAGE
from vanphong.organisation.actions.roster import place
from vanphong.organisation.actions.roster import remove


__all__ = [
    "MANAGE",
    "MANAGE_OFFICE",
    "delegate",
    "may_manage",
    "place",
    "remove",
    "withdraw_delegation",
]
