"""What a clerk's form asks while it is typed in: names, symbols, and duplicates.

``@@completions/organs?q=``, ``@@completions/symbols?q=`` and
``@@completions/duplicate?symbol=&organ=&date=&document=`` on the receiving body, as JSON.
"""

from datetime import date
from Products.Five import BrowserView
from vanphong.documents import rules
from vanphong.documents.values import read_date
from vanphong.errors import InvalidInput
from vanphong.incoming.browser.document_words import stage
from vanphong.ledger import documents
from vanphong.ui import format as fmt
from zExceptions import NotFound
from zope.i18n import translate
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
import json


#: Longer texts are not looked for.
LONGEST = 200


@implementer(IPublishTraverse)
class Completions(BrowserView):
    """Answers for one body; the permission of the page keeps it to those who register."""

    kind = ""

    def publishTraverse(self, request, name: str):
        """Take the kind of answer from the path."""
        if self.kind or name not in ("organs", "symbols", "duplicate"):
            raise NotFound(name)
        self.kind = name
        return self

    def __call__(self) -> str:
        """The answer."""
        answers = {"organs": self.organs, "symbols": self.symbols, "duplicate": self.duplicate}
        if self.kind not in answers:
            raise NotFound(self.__name__)
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Theme-Disabled", "1")
        return json.dumps(answers[self.kind](), ensure_ascii=False)

    def organs(self) -> list[dict]:
        """Issuing bodies whose name contains the words."""
        key = rules.organ_key(self._asked("q"))
        found = documents.complete_organs(self.context.UID(), key) if key else []
        return [{"value": name, "label": name} for name in found]

    def symbols(self) -> list[dict]:
        """Symbols that begin so."""
        key = rules.symbol_key(self._asked("q"))
        found = documents.complete_symbols(self.context.UID(), key) if key else []
        return [{"value": symbol, "label": symbol} for symbol in found]

    def duplicate(self) -> dict | None:
        """The document that is here already, or null."""
        symbol, organ = self._asked("symbol"), self._asked("organ")
        if not symbol or not organ:
            return None
        key = rules.duplicate_key(symbol, organ, self._day())
        row = documents.find_duplicate(self.context.UID(), key, "", self._asked("document"))
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
            return read_date(self._asked("date"))
        except InvalidInput:
            return None

    def _asked(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value.strip()[:LONGEST] if isinstance(value, str) else ""
