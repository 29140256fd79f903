"""Accounts: the list of users no longer asks to confirm an action when it is first opened."""

from plone import api
from vanphong.setuphandlers import know_roles


def accounts(tool):
    """Make the roles of the profile known; it may run again."""
    know_roles(api.portal.get())
