"""What was done with a file, in the words of its page."""

from collections.abc import Collection
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from vanphong.casefiles.browser import words
from vanphong.casefiles.content import ICaseFileFields
from vanphong.casefiles.rules import retention
from vanphong.casefiles.valuation import VERDICTS
from vanphong.casefiles.vocabularies import RIGHTS
from vanphong.ledger import audit
from vanphong.ledger import case_entries
from vanphong.ledger.tables import Row
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.ui import format as fmt


#: So many lines stand on the page before somebody asks for all.
LATEST = 8

#: What is told of an act, in this order; ``symbol`` only of documents that the person may find.
TOLD = (
    "symbol",
    "number",
    "submission",
    "old",
    "new",
    "person",
    "receiver",
    "part",
    "to",
    "verdict",
    "retention",
    "kind",
    "ended_on",
    "until",
    "basis",
    "order",
    "package",
    "reason",
)

#: Longest value of a field that is told.
LONGEST = 60


class Trail:
    """The lines of a file; the latest, or ``whole``."""

    def __init__(self, case_file, *, whole: bool) -> None:
        self.case_file = case_file
        self.whole = whole

    @cached_property
    def _done(self) -> list[Row]:
        rows = audit.history(self.case_file.UID())
        return [row for row in reversed(rows) if row["outcome"] == audit.DONE]

    @property
    def has_more(self) -> bool:
        """Whether there are older lines than those shown."""
        return not self.whole and len(self._done) > LATEST

    @cached_property
    def lines(self) -> list[dict]:
        """The newest first; ``told`` are texts and messages."""
        rows = self._done if self.whole else self._done[:LATEST]
        named = {row["detail"].get("kept", "") for row in rows}
        readable = case_entries.readable(named, people.me().tokens)
        return [
            {
                "title": words.ACTS.get(row["act"], row["act"]),
                "by": row["user_title"],
                "at": row["at"],
                "told": list(_told(row["detail"], readable)),
            }
            for row in rows
        ]


def _told(detail: dict, readable: Collection[str]) -> Iterator[str]:
    hidden = "kept" in detail and detail["kept"] not in readable
    for name in TOLD[1:] if hidden else TOLD:
        if detail.get(name):
            yield _said(name, str(detail[name]))
    for name, (old, new) in (detail.get("changed") or {}).items():
        yield from _changed(name, old, new)


def _said(name: str, value: str) -> str:
    if name in ("person", "receiver"):
        return directory.actor_title(value)
    if name == "part":
        return words.PARTS.get(value, value)
    if name == "verdict":
        return words.message(VERDICTS[value]) if value in VERDICTS else value
    if name == "kind":
        return value.upper()
    return _value(name, value)


def _changed(name: str, old: str, new: str) -> Iterator[str]:
    """A field by its title, then what it was and what it is."""
    field = ICaseFileFields.get("retention" if name == "years" else name)
    yield name if field is None else field.title
    if name == "rights":
        yield RIGHTS.get(new, new)
    else:
        yield f"{_value(name, old)} → {_value(name, new)}"


def _value(name: str, text: str) -> str:
    if name == "years":
        return retention.period_text(int(text))
    if name in ("started_on", "ended_on", "until"):
        return fmt.full_date(date.fromisoformat(text)) if text[:1].isdigit() else "–"
    short = text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
    return short or "–"
