"""Tasks and discussions: a type, a workflow, permissions, the place of the tasks."""

from plone import api
from vanphong import setuphandlers
from vanphong.tasks import places
from vanphong.upgrades import bring


def tasks(tool):
    """Add what is new to the profile; it may run again."""
    bring(tool, "rolemap", "typeinfo", workflows={"task_workflow": ("Task",)})
    setuphandlers._place(api.portal.get(), "RecordsFolder", places.ROOT, "Nhiệm vụ")
