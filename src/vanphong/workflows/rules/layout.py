"""Where the states of a workflow stand in its drawing, and how the transitions run.

States stand in columns by their distance from the first one, the main way at the bottom.
A transition to the next column is a straight line or an elbow; one that jumps ahead runs
along a lane above, one that leads back along a lane below. All that lead to one state share
its lane, so a drawing has few lines.
"""

from dataclasses import dataclass
from vanphong.workflows.rules.model import Workflow


#: Measures in pixels of the drawing.
WIDTH, HEIGHT = 106, 50
GAP, ROW, LANE, MARGIN = 34, 20, 13, 8

Point = tuple[int, int]


@dataclass(frozen=True)
class Box:
    """A state at its place."""

    state: str
    x: int
    y: int


@dataclass(frozen=True)
class Edge:
    """Transitions between two states, as a line; ``kind`` is next, ahead or back."""

    before: str
    then: str
    kind: str
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Drawing:
    """The whole picture; ``width`` and ``height`` hold everything."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]


def draw(workflow: Workflow) -> Drawing:
    """Lay a workflow out."""
    forward, back = _directions(workflow)
    columns = _columns(workflow, forward)
    rows = _rows(workflow, forward, columns)
    ahead = [pair for pair in forward if columns[pair[1]] - columns[pair[0]] > 1]
    lanes = {then: n for n, then in enumerate(_targets(ahead, columns))}
    lower = {then: n for n, then in enumerate(_targets(back, columns))}
    height = max(rows.values(), default=0) + 1
    top = MARGIN + LANE * len(lanes) + (LANE if lanes else 0)
    base = top + (height - 1) * (HEIGHT + ROW)
    places = {
        name: (MARGIN + columns[name] * (WIDTH + GAP), base - rows[name] * (HEIGHT + ROW))
        for name in columns
    }
    bottom = base + HEIGHT
    edges = []
    for before, then in forward:
        if (before, then) in ahead:
            y = MARGIN + LANE * (len(lanes) - 1 - lanes[then])
            edges.append(_jump(before, then, places, y, lanes[then]))
        else:
            edges.append(_next(before, then, places))
    for before, then in back:
        edges.append(_back(before, then, places, bottom + LANE * (1 + lower[then])))
    last = max(columns.values(), default=0)
    return Drawing(
        MARGIN * 2 + last * (WIDTH + GAP) + WIDTH,
        bottom + MARGIN + LANE * len(lower) + (LANE // 2 if lower else 0),
        tuple(Box(name, *place) for name, place in places.items()),
        tuple(edges),
    )


def in_order(workflow: Workflow) -> list[str]:
    """Ids of the states in the order in which a document meets them."""
    boxes = sorted(draw(workflow).boxes, key=lambda box: (box.x, -box.y))
    return [box.state for box in boxes]


def _directions(workflow: Workflow) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs of states joined forwards, and those joined back to where one came from."""
    forward: list[tuple[str, str]] = []
    back: list[tuple[str, str]] = []
    done: set[str] = set()

    def walk(state: str, trail: tuple[str, ...]) -> None:
        if state in done:
            return
        trail = (*trail, state)
        for one in workflow.exits(state):
            pair = (state, one.to)
            if one.to == state or workflow.state(one.to) is None or pair in forward + back:
                continue
            if one.to in trail:
                back.append(pair)
            else:
                forward.append(pair)
                walk(one.to, trail)
        done.add(state)

    walk(workflow.initial, ())
    for one in workflow.states:
        walk(one.id, ())
    return forward, back


def _columns(workflow: Workflow, forward: list[tuple[str, str]]) -> dict[str, int]:
    """Column of each state: the longest way that leads there."""
    columns = {one.id: 0 for one in workflow.states}
    for _round in workflow.states:
        for before, then in forward:
            columns[then] = max(columns[then], columns[before] + 1)
    return columns


def _rows(
    workflow: Workflow, forward: list[tuple[str, str]], columns: dict[str, int]
) -> dict[str, int]:
    """Row in its column: the state from which most is still to come stands at the bottom."""
    ahead = {one.id: 0 for one in workflow.states}
    for _round in workflow.states:
        for before, then in forward:
            ahead[before] = max(ahead[before], ahead[then] + 1)
    leads = {name: sum(pair[1] == name for pair in forward) for name in columns}
    rows = {}
    for column in set(columns.values()):
        names = [name for name in columns if columns[name] == column]
        names.sort(key=lambda name: (-ahead[name], -len(workflow.exits(name)), leads[name]))
        rows.update({name: row for row, name in enumerate(names)})
    return rows


def _targets(pairs: list[tuple[str, str]], columns: dict[str, int]) -> list[str]:
    return sorted({then for _before, then in pairs}, key=lambda name: columns[name])


def _next(before: str, then: str, places: dict[str, Point]) -> Edge:
    (x, y), (to_x, to_y) = places[before], places[then]
    start, end = (x + WIDTH, y + HEIGHT // 2), (to_x, to_y + HEIGHT // 2)
    if y == to_y:
        return Edge(before, then, "next", (start, end))
    middle = x + WIDTH + GAP // 2
    return Edge(before, then, "next", (start, (middle, start[1]), (middle, end[1]), end))


def _jump(before: str, then: str, places: dict[str, Point], y: int, lane: int) -> Edge:
    (x, from_y), (to_x, to_y) = places[before], places[then]
    out, into = x + WIDTH + 8 + 5 * (lane % 3), to_x - 16 + 5 * (lane % 3)
    start, end = (x + WIDTH, from_y + HEIGHT // 2 - 10), (to_x, to_y + HEIGHT // 2 - 10)
    points = (start, (out, start[1]), (out, y), (into, y), (into, end[1]), end)
    return Edge(before, then, "ahead", points)


def _back(before: str, then: str, places: dict[str, Point], y: int) -> Edge:
    (x, from_y), (to_x, to_y) = places[before], places[then]
    start = (x + WIDTH // 2 - 14, from_y + HEIGHT)
    end = (to_x + WIDTH // 2 + 14, to_y + HEIGHT)
    return Edge(before, then, "back", (start, (start[0], y), (end[0], y), end))
