"""A published document as lists, feeds and the search show it."""

from dataclasses import dataclass
from datetime import date
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.ledger.tables import Row
from vanphong.portal import settings
from vanphong.ui import format as fmt


@dataclass(frozen=True)
class Shown:
    """One line; ``file_url`` is the signed PDF, "" when it cannot be opened now."""

    uid: str
    url: str
    file_url: str
    file_size: int
    symbol: str
    subject: str
    summary: str
    type_title: str
    unit_title: str
    category_title: str
    issued_date: date | None
    published_on: date
    urgency: int

    @property
    def size(self) -> str:
        """``412 KB``."""
        return fmt.size(self.file_size)

    @property
    def issued(self) -> str:
        """``14/8/2024``."""
        return "" if self.issued_date is None else fmt.full_date(self.issued_date)

    @property
    def issued_short(self) -> str:
        """``14/8`` this year."""
        return fmt.short_date(self.issued_date, clock.today())

    @property
    def published(self) -> str:
        """``15/8/2024``."""
        return fmt.full_date(self.published_on)

    @property
    def about(self) -> str:
        """Type, date and unit in one line."""
        return " · ".join(filter(None, (self.type_title, self.issued, self.unit_title)))


def shown(row: Row, request) -> Shown:
    """A row of the ledger for a page."""
    url = request.physicalPathToURL(row["path"].split("/"))
    return Shown(
        uid=row["uid"],
        url=url,
        file_url=file_url(url, row["file_uid"]) if row["file_uid"] else "",
        file_size=row["file_size"],
        symbol=row["symbol"],
        subject=row["subject"],
        summary=row["summary"],
        type_title=catalogues.type_name(row["document_type"]),
        unit_title=row["unit_title"],
        category_title=settings.category_title(row["category"]),
        issued_date=row["issued_date"],
        published_on=row["published_on"],
        urgency=row["urgency"],
    )


def file_url(url: str, uid: str) -> str:
    """Address of a file of a publication."""
    return f"{url}/@@public-file/{uid}"
