"""Handlers only."""

from vanphong.ledger import schedule_items
from vanphong.organisation.rules import BODIES
from vanphong.schedules import weeks


def forget(week, event):
    """A week that is deleted leaves no rows behind."""
    schedule_items.forget(week.UID())


def give_schedule(unit, event):
    """Every body keeps a schedule."""
    if unit.kind in BODIES and weeks.folder() is not None:
        weeks.make_schedule(unit)
