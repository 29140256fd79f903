"""Background jobs have a page, which administrators find among their control panels."""

PROFILE = "profile-vanphong:default"


def page_of_jobs(tool):
    """Add the entry of the page."""
    tool.runImportStepFromProfile(PROFILE, "controlpanel", run_dependencies=False)
