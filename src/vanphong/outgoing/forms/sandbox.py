"""The language that templates may speak: variables, conditions, loops over lists of the letter.

A template comes from an administrator, not from a programmer: what it could do beyond that is
refused when it is uploaded (``refuse_strange``), and once more when it is rendered, by Jinja's
sandbox. No call, no arithmetic, no attribute with an underscore, no other template.
"""

from collections.abc import Iterator
from jinja2 import TemplateSyntaxError
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.outgoing.forms.rules.variables import NAMES
from vanphong.outgoing.forms.rules.variables import PARTS
import re


#: What is left of Jinja.
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
    nodes.Test,
    nodes.Concat,
    nodes.List,
    nodes.Tuple,
)

FILTERS = frozenset(
    {"upper", "lower", "capitalize", "trim", "length", "count", "first", "last", "join", "default"}
)
TESTS = frozenset({"defined", "undefined", "none", "string", "eq", "ne", "in", "true", "false"})

#: Loops in loops; the lists of a letter are short.
DEEPEST = 3

_TAG = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja without globals and without calls; missing values show as nothing."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, extensions=())
        self.globals.clear()

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called."""
        return False


def refuse_strange(source: str) -> frozenset[str]:
    """Refuse a template that speaks more than it may; returns the unknown variables in it.

    :param source: the text of a part of the template, in which its tags stand whole.
    :raises InvalidInput: naming the placeholder at fault.
    """
    try:
        tree = Sandbox().parse(source)
    except TemplateSyntaxError as problem:
        raise InvalidInput(
            _("The template cannot be read near ${placeholder}: ${problem}."),
            field="file",
            placeholder=_placeholder(source, problem.lineno),
            problem=problem.message or "",
        ) from problem
    unknown: set[str] = set()
    for node, depth, known in _walk(tree, 0, NAMES | {"loop"}):
        if not _is_allowed(node, depth):
            raise InvalidInput(
                _("The template does more than to show values, at ${placeholder}."),
                field="file",
                placeholder=_placeholder(source, node.lineno, _strange(node)),
            )
        unknown.update(_unknown(node, known))
    return frozenset(unknown)


def _unknown(node: nodes.Node, known: frozenset[str]) -> Iterator[str]:
    """A variable that no letter has, or a part that such a variable lacks: ``event.tme``."""
    if isinstance(node, nodes.Name) and node.ctx == "load" and node.name not in known:
        yield node.name
    if isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
        owner = node.node.name
        if owner in PARTS and node.attr not in PARTS[owner]:
            yield f"{owner}.{node.attr}"


def _walk(
    node: nodes.Node, depth: int, known: frozenset[str]
) -> Iterator[tuple[nodes.Node, int, frozenset[str]]]:
    """All nodes with the depth of loops, and the names known there."""
    if isinstance(node, nodes.For):
        depth += 1
        known = known | _own(node.target)
    yield node, depth, known
    for child in node.iter_child_nodes():
        yield from _walk(child, depth, known)


def _own(target: nodes.Node) -> frozenset[str]:
    """Names that a loop brings."""
    inner = {one.name for one in target.find_all(nodes.Name)}
    return frozenset(inner | ({target.name} if isinstance(target, nodes.Name) else set()))


def _is_allowed(node: nodes.Node, depth: int) -> bool:
    return isinstance(node, ALLOWED) and _is_harmless(node, depth)


def _is_harmless(node: nodes.Node, depth: int) -> bool:
    """Whether names, attributes, filters and loops are among those that are left."""
    if isinstance(node, nodes.Getattr):
        return not node.attr.startswith("_")
    if isinstance(node, nodes.Getitem):
        return isinstance(node.arg, nodes.Const) and not str(node.arg.value).startswith("_")
    if isinstance(node, nodes.Name):
        return not node.name.startswith("_")
    if isinstance(node, nodes.Filter):
        return node.name in FILTERS
    if isinstance(node, nodes.Test):
        return node.name in TESTS
    if isinstance(node, nodes.For):
        return depth <= DEEPEST and not node.recursive
    return True


def _strange(node: nodes.Node) -> str:
    return str(getattr(node, "attr", "") or getattr(node, "name", ""))


def _placeholder(source: str, line: int | None, word: str = "") -> str:
    """The tag on this line that holds the word, else the first one there."""
    lines = source.splitlines()
    text = lines[line - 1] if line and line <= len(lines) else source
    found = _TAG.findall(text) or [re.sub(r"<[^>]*>", " ", text)]
    return " ".join(next((one for one in found if word in one), found[0]).split())[:120]
