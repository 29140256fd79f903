"""The archive: submissions, freezing, exports; their type, workflow, permissions, settings."""

from vanphong.upgrades import bring


#: What of the profile is new; each can be imported twice.
STEPS = ("plone.app.registry", "rolemap", "typeinfo", "controlpanel")


def archive(tool):
    """Import what the archive needs."""
    bring(tool, *STEPS, workflows={"archive_workflow": ("ArchiveSubmission",)})
