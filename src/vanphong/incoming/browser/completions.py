"""What a clerk's form asks while it is typed in: names, symbols, and duplicates.

``@@completions/organs?q=``, ``@@completions/symbols?q=`` and
``@@completions/duplicate?symbol=&organ=&date=&document=`` on the receiving body, as JSON.
"""

from datetime import date
from vanphong.documents import rules
from vanphong.documents.browser.answers import Answers
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.incoming.browser.document_words import stage
from vanphong.ledger import documents
from vanphong.ui import format as fmt
from zope.i18n import translate


class Completions(Answers):
    """Answers for one body; the permission of the page keeps it to those who register."""

    kinds = ("organs", "symbols", "duplicate")

    def organs(self) -> list[dict]:
        """Issuing bodies whose name contains the words."""
        keys = rules.organ_keys(self.asked("q"))
        found = documents.complete_organs(self.context.UID(), keys) if keys else []
        return [{"value": name, "label": name} for name in found]

    def symbols(self) -> list[dict]:
        """Symbols that begin so."""
        key = rules.symbol_key(self.asked("q"))
        found = documents.complete_symbols(self.context.UID(), key) if key else []
        return [{"value": symbol, "label": symbol} for symbol in found]

    def duplicate(self) -> dict | None:
        """The document that is here already, or null."""
        symbol, organ = self.asked("symbol"), self.asked("organ")
        if not symbol or not organ:
            return None
        key = rules.duplicate_key(symbol, organ, self._day())
        row = documents.find_duplicate(self.context.UID(), key, "", self.asked("document"))
        if row is None:
            return None
        _kind, words = stage(row["state"])
        return {
            "url": self.request.physicalPathToURL(row["path"].split("/")),
            "number": row["label"] or "–",
            "symbol": row["symbol"],
            "organ": row["organ_name"],
            "date": fmt.full_date(row["arrived_at"].date()) if row["arrived_at"] else "–",
            "subject": row["subject"],
            "stage": translate(words, context=self.request),
        }

    def _day(self) -> date | None:
        try:
            return read_date(self.asked("date"))
        except InvalidInput:
            return None
