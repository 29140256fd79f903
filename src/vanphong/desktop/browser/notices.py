"""Thông báo: what the person was told beside the work that waits: ``@@notices``.

A notice counts as seen by a button of this page, never by a visit: neither to the page nor
to the document that it is about.
"""

from functools import cached_property
from vanphong import _
from vanphong.desktop.notices import said
from vanphong.ledger import actions
from vanphong.ledger import notices
from vanphong.organisation import people
from vanphong.ui.browser.form import OfficeForm


COLUMNS = (
    {"title": _("Notice"), "css": "su"},
    {"title": _("Told by"), "css": "by"},
    {"title": _("When"), "css": "du"},
    {"title": _("What can be done"), "css": "ac", "hidden": True},
)

SEEN_COLUMNS = (
    {"title": _("Notice"), "css": "su"},
    {"title": _("Told by"), "css": "by"},
    {"title": _("Seen"), "css": "du"},
)


class NoticesView(OfficeForm):
    """What is new, and below it what was seen last."""

    title = _("Notices")
    urgent = _("Urgent")
    rail_id = "notices"
    page_class = "vp-notices"
    _goes_to = ""

    def act(self):
        """Note one notice as seen, or all that were shown, and go on to what it is about."""
        one = self.text("open") or self.text("uid")
        (first, *_more) = actions.see_notices(self.context, [one] if one else self.texts("shown"))
        if self.text("open"):
            self._goes_to = first["url"]
        return _("Noted as seen.")

    def next_url(self) -> str:
        """What the notice is about, or the same list."""
        return f"{self.context.absolute_url()}{self._goes_to or '/@@notices'}"

    @property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@notices"

    @cached_property
    def new(self) -> list[dict]:
        """What the person has not seen."""
        return self._shown(notices.waiting(self._tokens), "created_at")

    @property
    def is_capped(self) -> bool:
        """Whether there is more than is shown."""
        return len(self.new) == notices.SHOWN

    @cached_property
    def table(self) -> dict:
        """For the macro ``list_table``."""
        return {"caption": self.title, "columns": COLUMNS, "rows": self.new, "css": "notices"}

    @cached_property
    def seen(self) -> dict:
        """What was seen last, for the macro ``list_table``."""
        rows = self._shown(notices.lately(self._tokens), "seen_at")
        return {"caption": _("Seen lately"), "columns": SEEN_COLUMNS, "rows": rows}

    @property
    def _tokens(self) -> frozenset[str]:
        return people.me().tokens

    def _shown(self, rows: list[dict], moment: str) -> list[dict]:
        base = self.context.absolute_url()
        return [
            {
                "uid": row["uid"],
                "text": said(row),
                "url": f"{base}{row['url']}" if row["url"] else "",
                "urgent": row["urgent"],
                "by": row["told_by"] and people.person(row["told_by"]).title,
                "seen_by": self._other(row["seen_by"]),
                "moment": row[moment],
            }
            for row in rows
        ]

    @staticmethod
    def _other(user_id: str) -> str:
        """Who has seen it, if that was somebody else of the unit."""
        if not user_id or user_id == people.me().user_id:
            return ""
        return people.person(user_id).title
