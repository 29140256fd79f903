"""``@@resolution-slip``: phiếu giải quyết văn bản đến, for print.

Decree 30/2020/NĐ-CP, Annex IV, Part II: the opinions of the leader of the body, of the head
of the unit, and of whoever handles the document.
"""

from collections.abc import Iterator
from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.documents import catalogues
from vanphong.documents.rules import date_words
from vanphong.errors import Conflict
from vanphong.errors import mark
from vanphong.incoming.browser.document import note_visit
from vanphong.incoming.browser.situation import Situation
from vanphong.incoming.interfaces import IDocumentPart
from vanphong.organisation import directory
from vanphong.routing.browser.act_form import due_words
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.ui import format as fmt
from zope.component import subscribers
from zope.i18n import translate


UNREGISTERED = mark("A slip belongs to a registered document; this one has no arrival number.")

WORK = (Action.LEAD, Action.COORDINATE)


class SlipView(BrowserView):
    """The form, filled in as far as the document has come."""

    title = _("Slip for handling an incoming document")

    def __call__(self):
        """Note the visit, then show.

        :raises Conflict: before registration.
        """
        if self.context.arrival_number is None:
            raise Conflict(UNREGISTERED)
        note_visit(self.situation)
        return self.index()

    @cached_property
    def situation(self) -> Situation:
        """The document for this person."""
        return Situation(self.context, self.request)

    @property
    def print_sheet(self) -> dict:
        """Head of the sheet."""
        body = directory.unit_object(self.context.body_uid)
        return {
            "back": self.context.absolute_url(),
            "unit_name": body.title if body is not None else "",
            "place_date": date_words(
                self.situation.now.date(), (body.place or "") if body is not None else ""
            ),
        }

    @property
    def document_line(self) -> str:
        """Type, number and symbol, date and issuing body, in one sentence."""
        document = self.context
        words = [catalogues.type_name(document.document_type)]
        if document.symbol:
            words.append(f"số {document.symbol}")
        if document.issued_date:
            words.append(date_words(document.issued_date))
        return f"{' '.join(words)}, {document.organ_name}"

    @property
    def arrived(self) -> str:
        """Day of arrival."""
        return fmt.full_date(self.context.arrival_date)

    @property
    def opinions(self) -> list[dict]:
        """1. Of the leader of the body: who leads, who coordinates, until when, which day."""
        told = []
        for part in subscribers((self.situation, self.request), IDocumentPart):
            told.extend(part.opinions())
        return [
            {
                "by": one.by,
                "entered_by": one.entered_by,
                "day": _day(one.when),
                "text": one.text,
                "lead": one.lead,
                "coordinators": ", ".join(map(self._words, one.coordinators)),
                "inform": ", ".join(map(self._words, one.inform)),
                "due": due_words(one.due),
                "replaced": one.replaced,
            }
            for one in reversed(told)
        ]

    def _words(self, title) -> str:
        """A title, which may be a text to translate."""
        return translate(title, context=self.request)

    @property
    def assignments(self) -> list[dict]:
        """2. Of the head of the unit: to whom, until when, which day."""
        return [
            {
                "by": step.giver_title,
                "day": _day(step.started_at),
                "to": step.actor_title,
                "text": self._own_words(step),
                "due": due_words(step.due),
            }
            for step in self.situation.sheet
            if step.parent and step.action in WORK and step.state is not State.CANCELLED
        ]

    def _own_words(self, step) -> str:
        above = next(one for one in self.situation.sheet if one.uid == step.parent)
        return "" if step.instruction == above.instruction else step.instruction

    @property
    def results(self) -> list[dict]:
        """3. Of whoever handles it: proposal or result, which day."""
        return list(self._results())

    def _results(self) -> Iterator[dict]:
        told = set()
        steps = [step for step in self.situation.sheet if step.action in WORK]
        for step in sorted(steps, key=lambda one: not one.parent):
            text = step.comment if step.state is State.RETURNED else step.result
            if not text or (text, step.directive) in told:
                continue
            told.add((text, step.directive))
            yield {
                "by": step.actor_title,
                "day": _day(step.finished_at) if step.finished_at else "",
                "text": text,
                "case_file": step.case_file,
            }


def _day(moment) -> str:
    """``14/8/2024``."""
    return fmt.full_date(moment.date())
