"""The frame of the acts on the organisation: what is refused is told, then raised."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from vanphong.errors import OfficeError
from vanphong.organisation.interfaces import OrganisationActRefused
from zope.event import notify


@contextmanager
def attempt(name: str, context: Any) -> Iterator[None]:
    """Tell of a refusal that is raised in this block; the refusal goes on."""
    try:
        yield
    except OfficeError as refusal:
        notify(OrganisationActRefused(name, context, refusal))
        raise


def words(text: str) -> str:
    """A line of text with single blanks."""
    return " ".join(text.split())
