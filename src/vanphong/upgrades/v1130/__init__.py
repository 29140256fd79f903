"""Work schedules: their types, workflows, roles and permissions, and the place for them."""

from plone import api
from vanphong import setuphandlers
from vanphong.schedules import weeks
from vanphong.upgrades import bring


STEPS = ("rolemap", "typeinfo", "plone.app.registry", "controlpanel")

#: Workflow -> types that follow it.
WORKFLOWS = {
    "schedules_workflow": ("Schedules", "Schedule"),
    "schedule_workflow": ("ScheduleWeek",),
}


def work_schedules(tool):
    """Add what is new to the profile, and the folder of the schedules; it may run again."""
    bring(tool, *STEPS, workflows=WORKFLOWS)
    setuphandlers.make_schedules(api.portal.get())
    for body in weeks.bodies():
        weeks.make_schedule(body)
