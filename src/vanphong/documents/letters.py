"""What goes from one unit of the office to another: values of a document, and its files."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Letter:
    """An issued document as its recipients get it.

    :param origin: UID of the document at its sender.
    :param files: the sender's own attachments; recipients share them, none is copied.
    """

    origin: str
    subject: str
    document_type: str
    symbol: str
    issued_date: date
    organ_name: str
    organ_id: str = ""
    language: str = ""
    page_amount: int | None = None
    signer_position: str = ""
    signer_name: str = ""
    urgency: str = "normal"
    field: str | None = None
    due_date: date | None = None
    files: tuple[object, ...] = ()


#: The fields of a document that a letter carries.
CARRIED = (
    "subject",
    "document_type",
    "symbol",
    "issued_date",
    "organ_name",
    "organ_id",
    "language",
    "page_amount",
    "signer_position",
    "signer_name",
    "urgency",
    "field",
    "due_date",
)
