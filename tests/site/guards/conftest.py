"""What is registered, found in the component registry."""

from collections.abc import Iterator
from dataclasses import dataclass
from vanphong.interfaces import IVanPhongLayer
from zope.component import getGlobalSiteManager
from zope.interface import Interface
from zope.publisher.interfaces.browser import IBrowserRequest
import pytest
import re


SERVICE = re.compile("([A-Z]+)_application_json_(.*)")


@dataclass(frozen=True)
class View:
    """A page or a service of ours."""

    name: str
    method: str  # "" for a page
    context: object
    layer: object
    factory: type

    @property
    def permission(self) -> str:
        """Title of the permission that protects it; "" for everybody."""
        roles = getattr(self.factory, "__roles__", "undeclared")
        return "" if roles is None else getattr(roles, "__name__", "undeclared")

    @property
    def label(self) -> str:
        """How a person would look for it."""
        of = self.context.__name__.rpartition(".")[2]
        return f"{self.method} {self.name} of {of}".strip()


def _registered() -> Iterator[View]:
    for one in getGlobalSiteManager().registeredAdapters():
        place = getattr(one.info, "file", "") or ""
        if "/vanphong/" not in place or one.provided is not Interface or len(one.required) != 2:
            continue
        context, layer = one.required
        if not layer.isOrExtends(IBrowserRequest):
            continue
        service = SERVICE.fullmatch(one.name)
        method, name = service.groups() if service else ("", one.name)
        yield View(name, method, context, layer, one.factory)


@pytest.fixture
def views(portal):
    """All pages and services of the product."""
    found = list(_registered())
    assert len(found) > 50
    assert {view.layer for view in found} == {IVanPhongLayer}
    return found
