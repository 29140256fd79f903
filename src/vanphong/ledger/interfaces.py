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


class IActGuard(Interface):
    """Named utility: refuses acts for a reason that no permission and no stage tells.

    Every act asks all of them after its permission, before it looks at anything else.
    """

    def __call__(name: str, context: Any, given: Iterable[Any]) -> None:  # type: ignore[misc]
        """Look at an act by its name, the context and the other values that it was called with.

        :raises OfficeError: the act is not done.
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


class NoticesSeen(ObjectEvent):
    """A person has seen notices. ``object`` is the site, ``uids`` those that were new."""

    def __init__(self, site: Any, uids: Iterable[str]) -> None:
        super().__init__(site)
        self.uids = tuple(uids)


class DayBegun(ObjectEvent):
    """The worker has found time on a new day, or after its start. ``object`` is the site.

    Handlers must bear to be asked twice a day, for workers and starts are several.
    """
