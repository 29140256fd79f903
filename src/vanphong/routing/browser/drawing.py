"""The drawing of a plan that no document has begun."""

from dataclasses import replace
from vanphong import _
from vanphong.routing.browser import shown
from vanphong.routing.browser.svg import draw
from vanphong.routing.rules.diagram import Box
from vanphong.routing.rules.diagram import Diagram
from vanphong.routing.rules.diagram import Mark
from vanphong.routing.rules.diagram import layout
from vanphong.routing.rules.routes import Plan
from vanphong.routing.template_words import said


#: Boxes side by side in a column of a page.
PER_LINE = 2


def drawn(plan: Plan, per_line: int = PER_LINE) -> str:
    """A plan that nobody has begun."""
    found = named(layout(plan, ()))
    words = ", ".join(box.title for box in found.boxes if box.mark is not Mark.SKIPPED)
    title = shown.text(_("Drawing of the way: ${steps}", mapping={"steps": words}))
    return draw(found, title, _hint, per_line)


def named(diagram: Diagram) -> Diagram:
    """The diagram with its titles in the language of the request."""
    boxes = tuple(replace(box, title=said(box.title)) for box in diagram.boxes)
    return Diagram(boxes, diagram.arrows)


def _hint(box: Box) -> str:
    return f"{box.title}: {box.holder or said(box.why)}" if box.holder or box.why else box.title
