"""Workflows that administrators edit: the permission, the control panel, aligned titles."""

from plone import api


PROFILE = "profile-vanphong:default"

#: Titles of stages as version 1.0 had them, with those that the pages have always shown.
TITLES = {
    "directed": ("Đã phân công", "Đã có chỉ đạo"),
    "returned": ("Trả lại nơi gửi", "Đã trả lại nơi gửi"),
    "recalled": ("Bị nơi gửi thu hồi", "Nơi gửi đã thu hồi"),
}


def editable_workflows(tool):
    """Add what is new to the profile; titles that somebody has changed stay as they are."""
    for step in ("rolemap", "controlpanel"):
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
    states = api.portal.get_tool("portal_workflow")["incoming_workflow"].states
    for name, (before, now) in TITLES.items():
        if states[name].title == before:
            states[name].title = now
