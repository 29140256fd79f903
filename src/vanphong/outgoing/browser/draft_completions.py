"""What the form of a draft asks while it is typed in, as JSON.

``@@draft-completions/recipients?q=``, ``…/symbols?q=`` and ``…/similar?subject=&document=``.
"""

from vanphong.calendars import clock
from vanphong.documents.browser.answers import Answers
from vanphong.documents.rules import fold
from vanphong.documents.rules import organ_keys
from vanphong.ledger import documents
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import flows
from vanphong.outgoing.browser.words import stage
from vanphong.outgoing.rules import GROUP_NAMES
from zope.i18n import translate


#: So many names are offered.
OFFERED = 12


def named(found: list[dict], request) -> list[dict]:
    """Drafts that are alike, as the script of the form shows them."""
    return [
        {"subject": one["subject"], "stage": translate(stage(one["state"])[1], context=request)}
        for one in found
    ]


class DraftCompletions(Answers):
    """Answers for one drafting unit; the permission of the page keeps it to its members."""

    kinds = ("recipients", "symbols", "similar")

    def recipients(self) -> list[dict]:
        """Groups and units whose name contains the words, then bodies outside that wrote."""
        words = fold(self.asked("q"))
        if not words:
            return []
        body = directory.body_of(self.context)
        found = [
            {"value": f"group:{code}", "label": name}
            for code, name in GROUP_NAMES.items()
            if words in fold(name)
        ]
        found += [
            {"value": one.uid, "label": one.title}
            for one in directory.units(body.UID(), clock.today())
            if words in fold(one.title) and one.uid != body.UID()
        ]
        keys = organ_keys(self.asked("q"))
        outside = documents.complete_organs(body.UID(), keys) if keys else []
        known = {one["label"] for one in found}
        found += [{"value": "", "label": name} for name in outside if name not in known]
        return found[:OFFERED]

    def symbols(self) -> list[dict]:
        """Documents that this person may read whose symbol or subject contains the words."""
        words = tuple(fold(self.asked("q")).split())
        if not words:
            return []
        body = directory.body_of(self.context)
        tokens = people.me().tokens
        filters = documents.Filters(words=words)
        found = []
        for direction in ("out", "in"):
            page = documents.list_documents(
                body.UID(), direction, tokens=tokens, filters=filters, size=OFFERED
            )
            found += [row for row in page.rows if row["symbol"]]
        return [
            {"value": row["symbol"], "label": row["symbol"], "hint": row["subject"][:90]}
            for row in found[:OFFERED]
        ]

    def similar(self) -> list[dict]:
        """Drafts on their way about nearly the same."""
        subject = self.asked("subject")
        if len(subject) < 12:
            return []
        found = flows.similar(self.context, subject, self.asked("document"))
        return named(found, self.request)
