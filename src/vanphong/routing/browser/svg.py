"""A diagram of a way drawn as SVG: boxes in a serpentine, so that arrows stay short."""

from collections.abc import Callable
from dataclasses import dataclass
from vanphong.routing.rules.diagram import Arrow
from vanphong.routing.rules.diagram import Box
from vanphong.routing.rules.diagram import Diagram
from vanphong.routing.rules.diagram import Mark
from xml.sax.saxutils import escape
from xml.sax.saxutils import quoteattr


WIDTH, HEIGHT = 152, 62
GAP_X, GAP_Y, MARGIN = 34, 30, 6
LINE_OF_TEXT, LETTERS = 15, 23

#: In the page's colours, or the same where the drawing stands alone. As attributes, because
#: pages of the office allow no style sheet but their own.
BOXES = {
    Mark.DONE: "fill:var(--vp-done-soft,#e5f3eb);stroke:var(--vp-done-bar,#3d9467)",
    Mark.CURRENT: (
        "fill:var(--vp-official-soft,#fbecec);stroke:var(--vp-official,#b3191f);stroke-width:2.4"
    ),
    Mark.COMING: "fill:var(--vp-card,#fff);stroke:var(--vp-edge,#b7c3ce)",
    Mark.SKIPPED: (
        "fill:var(--vp-head,#f6f8fa);stroke:var(--vp-edge,#b7c3ce);stroke-dasharray:4 3"
    ),
}
ARROWS = {
    "next": "stroke:var(--vp-struct,#2c4a66)",
    "skipped": "stroke:var(--vp-edge,#b7c3ce);stroke-dasharray:4 3",
    "back": "stroke:var(--vp-soon,#7d5000);stroke-dasharray:3 3",
}
HEADS = {
    "next": "fill:var(--vp-struct,#2c4a66)",
    "skipped": "fill:var(--vp-edge,#b7c3ce)",
    "back": "fill:var(--vp-soon,#7d5000)",
}
FONT = "font:12px Roboto,'Segoe UI','Noto Sans',Arial,sans-serif;fill:var(--vp-ink,#1c2733)"
TITLE, HOLDER = "font-weight:500", "fill:var(--vp-ink-2,#465564)"


@dataclass(frozen=True)
class Place:
    """Where a box is drawn: its upper left corner, its line, and its column of all."""

    x: float
    y: float
    line: int
    column: int

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle."""
        return self.x + WIDTH / 2, self.y + HEIGHT / 2


def draw(diagram: Diagram, title: str, said: Callable[[Box], str], per_line: int = 4) -> str:
    """The drawing as SVG.

    :param title: what it shows, for who hears it instead.
    :param said: a box in one sentence, shown when pointed at.
    :param per_line: boxes side by side.
    """
    places, height = _places(diagram, per_line)
    width = MARGIN * 2 + per_line * WIDTH + (per_line - 1) * GAP_X
    if len({box.column for box in diagram.boxes}) < per_line:
        width = max((place.x for place in places.values()), default=0) + WIDTH + MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="vp-route" role="img" '
        f'width="{width:g}" viewBox="0 0 {width:g} {height:g}" aria-label={quoteattr(title)} '
        f'style="max-width:100%;height:auto;{FONT}">',
        "<defs>",
        *map(_marker, HEADS),
        "</defs>",
        *(_arrow(one, places) for one in diagram.arrows if one.kind != "back"),
        *(_box(box, places[box.id], said(box)) for box in diagram.boxes),
        *(_arrow(one, places) for one in _back(diagram, places)),
        "</svg>",
    ]
    return "".join(parts)


def _back(diagram: Diagram, places: dict[str, Place]) -> list[Arrow]:
    """The first way back of each box, unless it would run across other boxes."""
    first = {one.start: one for one in reversed(diagram.arrows) if one.kind == "back"}
    return [
        one for one in first.values() if abs(places[one.start].line - places[one.end].line) <= 1
    ]


def _places(diagram: Diagram, per_line: int) -> tuple[dict[str, Place], float]:
    tallest: dict[int, int] = {}
    for box in diagram.boxes:
        line = box.column // per_line
        tallest[line] = max(tallest.get(line, 0), box.row + 1)
    tops, y = {}, float(MARGIN)
    for line in sorted(tallest):
        tops[line] = y
        y += tallest[line] * (HEIGHT + GAP_Y)
    places = {}
    for box in diagram.boxes:
        line, place = divmod(box.column, per_line)
        if line % 2:
            place = per_line - 1 - place
        places[box.id] = Place(
            MARGIN + place * (WIDTH + GAP_X),
            tops[line] + box.row * (HEIGHT + GAP_Y),
            line,
            box.column,
        )
    return places, y - GAP_Y + MARGIN if tallest else 2 * MARGIN


def _marker(kind: str) -> str:
    return (
        f'<marker id="vp-route-{kind}" viewBox="0 0 8 8" refX="7.5" refY="4" '
        'markerWidth="7" markerHeight="7" orient="auto-start-reverse">'
        f'<path d="M0 0L8 4L0 8z" style="{HEADS[kind]}"/></marker>'
    )


def _box(box: Box, place: Place, sentence: str) -> str:
    lines = _wrapped(box.title, 2)
    texts = [(text, TITLE) for text in lines] + [(_cut(box.holder), HOLDER)]
    texts = [(text, style) for text, style in texts if text]
    x, middle = place.middle
    top = middle - LINE_OF_TEXT * (len(texts) - 1) / 2 + 4
    rows = "".join(
        f'<text x="{x:g}" y="{top + number * LINE_OF_TEXT:g}" text-anchor="middle" '
        f'style="{style}">{escape(text)}</text>'
        for number, (text, style) in enumerate(texts)
    )
    here = ' aria-current="step"' if box.mark is Mark.CURRENT else ""
    return (
        f'<g class="{box.mark}"{here}><title>{escape(sentence)}</title>'
        f'<rect x="{place.x:g}" y="{place.y:g}" width="{WIDTH}" height="{HEIGHT}" rx="6" '
        f'style="stroke-width:1.4;{BOXES[box.mark]}"/>'
        f"{rows}</g>"
    )


def _arrow(arrow: Arrow, places: dict[str, Place]) -> str:
    start, end = places[arrow.start], places[arrow.end]
    return (
        f'<path class="{arrow.kind}" d="{_line(start, end, arrow.kind)}" '
        f'style="fill:none;stroke-width:1.4;{ARROWS[arrow.kind]}" '
        f'marker-end="url(#vp-route-{arrow.kind})"/>'
    )


def _line(start: Place, end: Place, kind: str) -> str:
    (x1, y1), (x2, y2) = start.middle, end.middle
    if start.line != end.line:
        down = end.line > start.line
        sign = 1 if down else -1
        y1, y2 = y1 + sign * HEIGHT / 2, y2 - sign * HEIGHT / 2
        half = (y1 + y2) / 2
        bend = -18 if kind == "back" else 0
        return f"M{x1 + bend:g} {y1:g}V{half:g}H{x2 + bend:g}V{y2:g}"
    if kind == "back" or abs(start.column - end.column) > 1:
        # over the boxes between, or back below them
        sign = 1 if kind == "back" else -1
        y1, y2 = y1 + sign * HEIGHT / 2, y2 + sign * HEIGHT / 2
        far = y1 + sign * (GAP_Y - 8) / 2 * 1.6
        return f"M{x1:g} {y1:g}C{x1:g} {far:g} {x2:g} {far:g} {x2:g} {y2:g}"
    sign = 1 if x2 > x1 else -1
    x1, x2 = x1 + sign * WIDTH / 2, x2 - sign * WIDTH / 2
    half = (x1 + x2) / 2
    return f"M{x1:g} {y1:g}H{half:g}V{y2:g}H{x2:g}"


def _wrapped(text: str, most: int) -> list[str]:
    """The text in so many lines at most, at spaces where it can be."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines[most - 1] = " ".join(lines[most - 1 :])
    return [_cut(line) for line in lines[:most]]


def _cut(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1].rstrip()}…"
