"""Invitations: the role of those who are invited, and the permissions of meetings."""

PROFILE = "profile-vanphong:default"


def invitations(tool):
    """Add what is new to the profile; it may run again."""
    tool.runImportStepFromProfile(PROFILE, "rolemap", run_dependencies=False)
