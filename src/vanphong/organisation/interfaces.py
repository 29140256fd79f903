"""Public contract of the organisation."""

from collections.abc import Mapping
from collective.workspace.interfaces import IHasWorkspace
from dataclasses import dataclass
from typing import Any
from vanphong.errors import OfficeError
from zope.interface import Interface


class IOrganisation(Interface):
    """Marks the folder that holds the units."""


class IUnitMarker(IHasWorkspace):
    """Marks a unit."""


class IDelegationMarker(Interface):
    """Marks a delegation."""


@dataclass(frozen=True)
class OrganisationActDone:
    """A roster or a delegation was changed. Heard by the audit trail, which lies above."""

    act: str
    context: Any
    detail: Mapping[str, Any]


@dataclass(frozen=True)
class OrganisationActRefused:
    """Somebody tried to change a roster or a delegation, and was refused."""

    act: str
    context: Any
    refusal: OfficeError
