"""What tells that a document was entered from an old register, not registered on its day."""

from dataclasses import dataclass
from datetime import datetime
from vanphong import _
from vanphong.ui import format as fmt


@dataclass(frozen=True)
class Imported:
    """Kept on such a document.

    :param batch: UID of the import.
    :param key: of its row; the same row of a list is not entered twice.
    """

    batch: str
    key: str
    at: datetime
    by: str


def origin(document) -> list[tuple]:
    """How a document came in, as a row of its particulars; nothing for what came on its day."""
    found = document.imported
    if found is None:
        return []
    said = _(
        "from an old register, by ${who}, ${day}",
        mapping={"who": found.by, "day": fmt.full_date(found.at.date())},
    )
    return [(_("Entered"), said)]
