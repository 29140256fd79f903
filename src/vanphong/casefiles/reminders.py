"""The drafter of an issued document is told to keep it, until a file holds it."""

from vanphong.errors import mark as _
from vanphong.ledger import case_entries
from vanphong.ledger import notices


KIND = "keep"


def issued(document, event) -> None:
    """Lead the drafter from the issue to the form that puts the document into a file.

    Documents made in the work are kept by whoever follows it (Decree 30/2020, Article 29).
    """
    if not document.drafter or case_entries.files_of(document.UID()):
        return
    notices.tell(
        [document.drafter],
        KIND,
        document.UID(),
        _("${symbol} is issued. Put it into its case file."),
        {"symbol": document.symbol},
        url=f"{document.absolute_url()}/@@file-into",
        key=_key(document),
    )


def filed(case_file, event) -> None:
    """Nobody needs to be told any more."""
    notices.withdraw(_key(event.document))


def _key(document) -> str:
    return f"{KIND}:{document.UID()}"
