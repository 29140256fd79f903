"""Outgoing documents: their type, workflow, roles and permissions."""

PROFILE = "profile-vanphong:default"


def outgoing_documents(tool):
    """Add what is new to the profile; it may run again.

    The tables of the ledger are migrated by themselves when it is opened. Registers that there
    are go on; the first outgoing document of a body without one opens it.
    """
    for step in ("rolemap", "typeinfo", "workflow"):
        tool.runImportStepFromProfile(PROFILE, step, run_dependencies=False)
