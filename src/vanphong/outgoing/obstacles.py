"""What other features know against issuing a document, such as a room that is taken."""

from typing import Any
from vanphong.errors import OfficeError
from vanphong.outgoing.interfaces import IObstacles
from zope.component import subscribers


def of(document: Any) -> list[OfficeError]:
    """The reasons, in the order of the features; none where nothing stands in the way."""
    found = subscribers((document,), IObstacles)
    return [error for one in found for error in one.obstacles()]


def check(document: Any, despite: str) -> None:
    """Refuse what has an obstacle, unless a reason is given for which it is meant so.

    :raises OfficeError: the first of them.
    """
    found = of(document)
    if found and not despite:
        raise found[0]
