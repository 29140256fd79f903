"""The way of a document: ``@@route.svg``, and ``@@route-diagram`` with the same in words."""

from dataclasses import replace
from functools import cached_property
from Products.Five import BrowserView
from vanphong import PACKAGE_NAME
from vanphong.errors import mark
from vanphong.routing import sheet as sheets
from vanphong.routing.browser.svg import draw
from vanphong.routing.rules.diagram import Box
from vanphong.routing.rules.diagram import Diagram
from vanphong.routing.rules.diagram import Mark
from vanphong.routing.rules.diagram import layout
from vanphong.ui.browser import sending
from vanphong.ui.format import clock_time
from vanphong.ui.format import full_date
from zope.i18n import translate
from zope.i18nmessageid import Message


SENTENCES = {
    Mark.DONE: mark("${title}: done by ${who}, ${when}"),
    Mark.CURRENT: mark("${title}: with ${who} since ${when}"),
    Mark.COMING: mark("${title}: comes to ${who}"),
    Mark.SKIPPED: mark("${title}: left out"),
}
SKIPPED_WHY = mark("${title}: left out, ${why}")
ON_BEHALF = mark("${who}, on behalf of ${other}")
INSTEAD = mark("${who}, in the place of ${other}")


class RouteDiagram(BrowserView):
    """Drawing and words; empty for a document that has no way yet."""

    @cached_property
    def diagram(self) -> Diagram:
        """Boxes and arrows, with titles in the language of the request."""
        found = layout(sheets.plan_of(self.context), sheets.steps_of(self.context))
        boxes = tuple(replace(box, title=self.said(box.title)) for box in found.boxes)
        return Diagram(boxes, found.arrows)

    @property
    def title(self) -> str:
        """What the drawing shows."""
        here = ", ".join(f"{box.title} ({box.holder})" for box in self.diagram.current)
        if not here:
            return self.said(mark("The way of the document"))
        return self.said(mark("The way of the document. It is at: ${here}"), here=here)

    def svg(self, per_line: int = 4) -> str:
        """The drawing, for inlining."""
        return draw(self.diagram, self.title, self.sentence, per_line)

    def lines(self) -> list[dict]:
        """The same in words, in order."""
        return [
            {"text": self.sentence(box), "mark": str(box.mark), "here": box.mark is Mark.CURRENT}
            for box in self.diagram.boxes
        ]

    def sentence(self, box: Box) -> str:
        """One box in words."""
        if box.mark is Mark.SKIPPED and box.why:
            return self.said(SKIPPED_WHY, title=box.title, why=self.said(box.why))
        when = f"{clock_time(box.at)}, {full_date(box.at)}" if box.at else "–"
        return self.said(SENTENCES[box.mark], title=box.title, who=self._who(box), when=when)

    def _who(self, box: Box) -> str:
        who = box.holder or self.said(mark("whom the leader names"))
        if box.mark is Mark.DONE and box.by:
            who = box.by
        if box.on_behalf_of:
            return self.said(ON_BEHALF, who=who, other=box.on_behalf_of)
        if box.stands_in_for:
            return self.said(INSTEAD, who=who, other=self.said(box.stands_in_for))
        return who

    def said(self, text: str, **mapping: str) -> str:
        """A text of ours, translated; a message keeps the values that it came with."""
        message = (
            text if isinstance(text, Message) else Message(text, PACKAGE_NAME, mapping=mapping)
        )
        return translate(message, context=self.request)


class RouteSvg(RouteDiagram):
    """The drawing alone."""

    def __call__(self):
        """SVG; nobody but the person may keep it."""
        sending.sent(self.request, "image/svg+xml; charset=utf-8")
        return self.svg()
