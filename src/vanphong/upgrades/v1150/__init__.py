"""Invitations: the role of those who are invited, and the permissions of meetings."""

from vanphong.upgrades import bring


def invitations(tool):
    """Add what is new to the profile; it may run again."""
    bring(tool, "rolemap")
