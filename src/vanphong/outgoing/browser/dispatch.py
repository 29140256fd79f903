"""Sổ gửi văn bản đi bưu điện: what a body sent on paper, as a sheet to print.

Columns of Annex IV of Decree 30/2020. ``?since=1/8/2024&until=31/8/2024``; without them the
present month.
"""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from functools import cached_property
from plone import api
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents.browser import scope as list_scope
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark
from vanphong.ledger import deliveries
from vanphong.ui import errors
from vanphong.ui import format as fmt


#: Lines of one print.
LIMIT = 200

#: Heads of the columns and their shares of the width in per cent.
COLUMNS = (
    (_("Date of sending"), 11),
    (_("Number and symbol of the document"), 17),
    (_("Recipients"), 32),
    (_("Number of envelopes"), 9),
    (_("Signed for, stamp of the post"), 18),
    (_("Notes"), 13),
)


class DispatchRegister(BrowserView):
    """The sheet, for who keeps the records of the body."""

    title = _("Register of documents sent by post")
    columns = COLUMNS
    problem = ""

    def __call__(self):
        """The sheet.

        :raises NotAllowed: for who is neither clerk of the body nor chief of its Office.
        """
        if list_scope.scope(self.context).tokens is not None:
            raise NotAllowed(
                mark("Only ${who} may do this here."), who=mark("the records clerk of the body")
            )
        return self.index()

    @cached_property
    def since(self) -> date:
        """The first day printed."""
        return self._asked("since") or clock.today().replace(day=1)

    @cached_property
    def until(self) -> date:
        """The last day printed."""
        return self._asked("until") or clock.today()

    def _asked(self, name: str) -> date | None:
        text = self.request.form.get(name, "")
        if not isinstance(text, str) or not text.strip():
            return None
        try:
            return read_date(text.strip(), name)
        except InvalidInput as error:
            self.problem = errors.message(error, self.request)
            return None

    @cached_property
    def page(self):
        """The deliveries of these days, the newest last."""
        start = datetime.combine(self.since, time(), clock.TZ)
        end = datetime.combine(self.until + timedelta(days=1), time(), clock.TZ)
        return deliveries.dispatched(self.context.UID(), start, end, size=LIMIT)

    @cached_property
    def rows(self) -> list[tuple]:
        """The cells of each line."""
        return [
            (
                fmt.full_date(row["sent_at"].astimezone(clock.TZ).date()),
                row["symbol"],
                row["name"],
                str(row["copies"] or 1),
                "",
                row["note"],
            )
            for row in reversed(self.page.rows)
        ]

    @property
    def is_cut(self) -> bool:
        """Whether these days hold more lines than one print."""
        return self.page.more

    @property
    def cover(self) -> str:
        """The line of the cover: year and days."""
        return _(
            "Year: ${year} · From day ${since} to day ${until}",
            mapping={
                "year": f"{self.until:%Y}",
                "since": fmt.full_date(self.since),
                "until": fmt.full_date(self.until),
            },
        )

    @property
    def print_sheet(self) -> dict:
        """For the macro of that name."""
        return {
            "back": f"{api.portal.get().absolute_url()}/@@outgoing-documents",
            "landscape": True,
            "unit_name": self.context.title,
            "form": "Phụ lục IV, Nghị định 30/2020/NĐ-CP",
        }
