"""Outgoing documents: their type, workflow, roles and permissions."""

from vanphong.upgrades import bring


#: Workflow -> types that follow it.
WORKFLOWS = {"outgoing_workflow": ("OutgoingDocument",)}


def outgoing_documents(tool):
    """Add what is new to the profile; it may run again.

    The tables of the ledger are migrated by themselves when it is opened. Registers that there
    are go on; the first outgoing document of a body without one opens it.
    """
    bring(tool, "rolemap", "typeinfo", workflows=WORKFLOWS)
