"""Văn bản công bố, for those who publish: ``@@publications``."""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.ledger import publications as ledger
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import OFFICE
from vanphong.portal.browser.publishing import STATES
from vanphong.portal.shown import shown
from vanphong.ui import format as fmt


COLUMNS = (
    {"title": _("Number"), "css": "no"},
    {"title": _("Subject"), "css": "su"},
    {"title": _("Drafting unit"), "css": "by"},
    {"title": _("State"), "css": "du"},
    {"title": _("Shown"), "css": "by"},
)


class PublicationsList(BrowserView):
    """Of the body for its Office, else of the units that the person heads."""

    title = _("Published documents")
    rail_id = "outgoing"

    @cached_property
    def scope(self) -> tuple[str, set[str] | None]:
        """The body, and the units of it; None for all of them. No body: nothing to see."""
        units: set[str] = set()
        body_uid = ""
        for position in people.me().positions:
            unit = directory.unit_object(position.unit_uid)
            body = directory.body_of(unit)
            office = unit.kind == OFFICE and LEADERS in position.functions
            if office or (unit is body and CLERKS in position.functions):
                return body.UID(), None
            if LEADERS in position.functions:
                body_uid = body_uid or body.UID()
                units.add(position.unit_uid)
        return body_uid, units

    @cached_property
    def page(self):
        """One page of publications."""
        body_uid, units = self.scope
        asked = str(self.request.form.get("page", ""))
        number = int(asked) if asked.isdecimal() and len(asked) < 5 else 1
        return ledger.kept(body_uid, units, page=number)

    @property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        return {
            "columns": COLUMNS,
            "caption": self.title,
            "rows": list(map(self._row, self.page.rows)),
        }

    def _row(self, row) -> dict:
        one = shown(row, self.request)
        until = row["expires_on"]
        return {
            "url": f"{one.url}/@@publication",
            "symbol": one.symbol,
            "subject": one.subject,
            "about": one.about,
            "unit": one.unit_title,
            "state": STATES[row["state"]],
            "since": one.published,
            "until": fmt.full_date(until) if until else "",
        }

    @property
    def more(self) -> str:
        """Address of the next page, or ""."""
        url = f"{self.context.absolute_url()}/@@publications"
        return f"{url}?page={self.page.number + 1}" if self.page.more else ""
