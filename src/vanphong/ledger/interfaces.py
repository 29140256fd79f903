"""What the ledger asks of content."""

from collections.abc import Iterable
from collections.abc import Mapping
from typing import Any
from zope.interface import Attribute
from zope.interface import Interface
from zope.interface import implementer
from zope.interface.interfaces import IObjectEvent
from zope.interface.interfaces import ObjectEvent


class IReadModel(Interface):
    """Named adapter of a content object: the rows that mirror it in the ledger.

    The names are those of ``mirrors.MIRRORS``, such as ``document_index``. The same rows are
    written in the transaction that changes the object, compared by ``vanphong check`` and
    written again by ``vanphong rebuild``; so they may depend on content only, never on the
    clock, the request or the person. One key is given by one object alone.
    """

    table = Attribute("name of the table, the same as the name of the adapter")

    def rows() -> Iterable[Mapping[str, Any]]:  # type: ignore[misc, empty-body]
        """Rows of the table; columns left out are empty.

        A row of ``document_index`` has one key more, ``readers``: the tokens of those who
        may find the document. A row of ``work`` says nothing of ``opened_at`` and
        ``opened_by``, which the ledger knows by itself.
        """


class IJobEvent(IObjectEvent):
    """An administrator has done something with a background job. ``object`` is the site."""

    job = Attribute("UID of the job")


@implementer(IJobEvent)
class JobEvent(ObjectEvent):
    """See IJobEvent."""

    def __init__(self, site: Any, job: str) -> None:
        super().__init__(site)
        self.job = job


class JobStopped(JobEvent):
    """A job does not go on."""


class JobResumed(JobEvent):
    """A stopped job goes on."""


class JobRetried(JobEvent):
    """A failed job is tried again."""
