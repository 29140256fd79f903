"""Handlers only."""

from collective.workspace.interfaces import IWorkspace
from vanphong.organisation import rules


def start_team(unit, event):
    """Give a new unit its team now, so that no later look at it has to write."""
    IWorkspace(unit)


def keep_bodies_apart(unit, event):
    """A body inside another keeps its own clerks and leaders; nobody's reach in from above."""
    unit.__ac_local_roles_block__ = unit.kind in rules.BODIES
