"""The drawing of a workflow as SVG, made on the server: no script, no file, no font."""

from collections.abc import Collection
from collections.abc import Mapping
from html import escape
from vanphong.workflows.rules.layout import HEIGHT
from vanphong.workflows.rules.layout import WIDTH
from vanphong.workflows.rules.layout import Box
from vanphong.workflows.rules.layout import Edge
from vanphong.workflows.rules.layout import draw
from vanphong.workflows.rules.model import Workflow


#: Letters of one line in a box, and lines of it.
LETTERS, LINES = 14, 3
LINE = 14


def svg(
    workflow: Workflow, title: str, *, marked: Collection[str] = (), urls: Mapping[str, str] = {}
) -> str:
    """The drawing; ``marked`` states stand out, ``urls`` lead from a state to its page."""
    drawing = draw(workflow)
    parts = [
        f'<svg class="wf" role="img" aria-label="{escape(title)}" '
        f'viewBox="0 0 {drawing.width} {drawing.height}" width="{drawing.width}" '
        f'height="{drawing.height}" xmlns="http://www.w3.org/2000/svg">',
        '<defs><marker id="wf-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
        'markerHeight="8" orient="auto-start-reverse"><path d="M0 0L8 4L0 8z"/></marker></defs>',
    ]
    order = {"ahead": 0, "back": 1, "next": 2}
    parts += [_edge(one, workflow) for one in sorted(drawing.edges, key=lambda e: order[e.kind])]
    parts += [_box(one, workflow, marked, urls) for one in drawing.boxes]
    return "".join((*parts, "</svg>"))


def _edge(edge: Edge, workflow: Workflow) -> str:
    points = " ".join(f"{x},{y}" for x, y in edge.points)
    titles = [one.title for one in workflow.exits(edge.before) if one.to == edge.then]
    return (
        f'<polyline class="{edge.kind}" points="{points}" marker-end="url(#wf-tip)">'
        f"<title>{escape(' / '.join(titles))}</title></polyline>"
    )


def _box(box: Box, workflow: Workflow, marked: Collection[str], urls: Mapping[str, str]) -> str:
    state = workflow.state(box.state)
    title = box.state if state is None else state.title
    lines = wrapped(title)
    top = box.y + HEIGHT / 2 - LINE * (len(lines) - 1) / 2 + 4
    text = "".join(
        f'<tspan x="{box.x + WIDTH // 2}" y="{top + LINE * n:g}">{escape(line)}</tspan>'
        for n, line in enumerate(lines)
    )
    css = "box new" if box.state in marked else "box"
    if state is not None and not state.exits:
        css += " end"
    found = (
        f'<g class="{css}"><title>{escape(title)}</title>'
        f'<rect x="{box.x}" y="{box.y}" width="{WIDTH}" height="{HEIGHT}" rx="5"/>'
        f"<text>{text}</text></g>"
    )
    url = urls.get(box.state)
    return f'<a href="{escape(url)}">{found}</a>' if url else found


def wrapped(title: str) -> list[str]:
    """A title in the lines of a box; what does not fit ends with an ellipsis."""
    lines = [""]
    for word in title.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= LETTERS or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], lines[LINES - 1][: LETTERS - 1] + "…"]
    return [line if len(line) <= LETTERS + 3 else line[: LETTERS + 2] + "…" for line in lines]
