"""Plone's lists of accounts and groups, without the roles that only places give.

Who is clerk, head or appraiser is said on the page of a unit, for that unit; the same role
given to an account would hold for every unit and every document at once.
"""

from pathlib import Path
from Products.CMFPlone.controlpanel.browser import usergroups_groupsoverview as groups
from Products.CMFPlone.controlpanel.browser import usergroups_usersoverview as users
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong.setuphandlers import ROLES


def _template(module) -> ViewPageTemplateFile:
    """Plone's template, which lies beside the view under its name."""
    return ViewPageTemplateFile(str(Path(module.__file__).with_suffix(".pt")))


class PlonesOwnRoles:
    """Only the roles that an account may have for the whole site."""

    @property
    def portal_roles(self) -> list[str]:
        """Names of the columns."""
        return [one for one in super().portal_roles if one not in ROLES]


class Users(PlonesOwnRoles, users.UsersOverviewControlPanel):
    """``@@usergroup-userprefs``."""

    index = _template(users)


class Groups(PlonesOwnRoles, groups.GroupsOverviewControlPanel):
    """``@@usergroup-groupprefs``."""

    index = _template(groups)
