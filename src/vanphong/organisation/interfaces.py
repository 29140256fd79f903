"""Public contract of the organisation."""

from collective.workspace.interfaces import IHasWorkspace
from zope.interface import Interface


class IOrganisation(Interface):
    """Marks the folder that holds the units."""


class IUnitMarker(IHasWorkspace):
    """Marks a unit."""
