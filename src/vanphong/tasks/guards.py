"""What the acts of the routing sheet may not do with a part of a task."""

from datetime import date
from datetime import datetime
from vanphong.ledger.interfaces import IActGuard
from vanphong.routing.actions import due_moment
from vanphong.tasks import places
from vanphong.tasks.interfaces import ITask
from vanphong.tasks.rules.tasks import check_under
from zope.interface import implementer


MORE_TIME = ("ask_extension", "decide_extension")


@implementer(IActGuard)
class WithinTheWhole:
    """More time for a part only as far as the whole has it."""

    def __call__(self, name: str, context, given) -> None:
        """Look at the dates that an extension is asked for or granted with."""
        if name not in MORE_TIME or not ITask.providedBy(context) or not context.parent_uid:
            return
        whole = places.find(context.parent_uid)
        for value in given:
            if whole is not None and isinstance(value, (date, datetime)):
                check_under(due_moment(value), whole.due_at)
