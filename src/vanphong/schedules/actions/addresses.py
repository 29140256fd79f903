"""Acts on one's own secret calendar address."""

from typing import Any
from vanphong.errors import Conflict
from vanphong.errors import mark as _
from vanphong.ledger.acts import office_act
from vanphong.organisation import people
from vanphong.schedules import addresses
from vanphong.schedules import viewing
from vanphong.schedules.actions import frame


EVERYBODY = _("people with an account")


@office_act("renew_address", viewing.USE, EVERYBODY)
def renew_address(schedules: Any, present: str = "") -> str:
    """Make a new secret address; the one before leads nowhere from now on.

    It is told once, here, and kept nowhere.

    :param present: the key that the person saw; refuses a form that was sent twice.
    """
    user = people.me().user_id
    if present != addresses.key_of(schedules, user):
        raise Conflict(_("The address was renewed meanwhile."))
    made = addresses.make(schedules, user)
    frame.told("renew_address", schedules)
    return made
