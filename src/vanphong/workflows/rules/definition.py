"""A workflow in the XML of GenericSetup (``definition.xml``), read as a value.

What the values do not hold is refused or named, never run: scripts, expressions, groups,
work lists. The file is read without DTD and without entities.
"""

from dataclasses import dataclass
from dataclasses import field
from lxml import etree
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.workflows.rules.model import Grant
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.model import Transition
from vanphong.workflows.rules.model import Workflow


#: Octets of one file.
MOST = 1_000_000

ROOT = "dc-workflow"
_KNOWN = {
    ROOT: {"permission", "state", "transition", "variable", "worklist", "script", "group"}
    | {"instance-creation-conditions"},
    "state": {"description", "exit-transition", "permission-map", "group-map", "assignment"},
    "permission-map": {"permission-role"},
    "transition": {"description", "action", "guard", "assignment"},
    "guard": {"guard-permission", "guard-role", "guard-group", "guard-expression"},
}


@dataclass(frozen=True)
class Definition:
    """What a file says: the workflow, and its variables as texts to compare."""

    workflow: Workflow
    variables: dict[str, str] = field(default_factory=dict)


def parse(text: bytes) -> Definition:
    """Read a definition.

    :raises InvalidInput: for what is no definition, has a DTD, or too much in it.
    """
    root = tree(text, ROOT)
    for node in root.iter():
        for child in node if node.tag in _KNOWN else ():
            if child.tag not in _KNOWN[node.tag]:
                raise _unknown(str(child.tag))
    permissions = tuple(sorted(_text(one) for one in root.findall("permission")))
    workflow = Workflow(
        id=root.get("workflow_id", ""),
        title=root.get("title", ""),
        initial=root.get("initial_state", ""),
        permissions=permissions,
        states=tuple(_state(one) for one in root.findall("state")),
        transitions=tuple(_transition(one) for one in root.findall("transition")),
        extras=tuple(sorted(_extras(root))),
    )
    variables = {one.get("variable_id", ""): _flat(one) for one in root.findall("variable")}
    return Definition(workflow, variables)


def tree(text: bytes, root: str) -> etree._Element:
    """The elements of an XML file with this root.

    :raises InvalidInput: when it is none.
    """
    if len(text) > MOST:
        raise InvalidInput(_("The file is too large; at most ${n} MB are read."), n=MOST // 10**6)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        found = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as problem:
        raise InvalidInput(_("The file is no readable XML.")) from problem
    if found.getroottree().docinfo.internalDTD is not None:
        raise InvalidInput(_("The file has a DTD; such files are not read."))
    if found.tag != root:
        raise _unknown(str(found.tag))
    return found


def _state(node: etree._Element) -> State:
    grid = {
        one.get("name", ""): Grant(
            frozenset(_text(role) for role in one.findall("permission-role")),
            one.get("acquired", "True") == "True",
        )
        for one in node.findall("permission-map")
    }
    exits = tuple(one.get("transition_id", "") for one in node.findall("exit-transition"))
    return State(node.get("state_id", ""), node.get("title", ""), exits, grid)


def _transition(node: etree._Element) -> Transition:
    guard = node.find("guard")
    extras = [f"guard-expression {_text(one)}" for one in node.iter("guard-expression")]
    extras += [f"guard-group {_text(one)}" for one in node.iter("guard-group")]
    extras += [f"assignment {one.get('name', '')}" for one in node.findall("assignment")]
    extras += [
        f"script {node.get(name)}" for name in ("before_script", "after_script") if node.get(name)
    ]
    if node.get("trigger", "USER") != "USER":
        extras.append("automatic")
    roles = [] if guard is None else guard.findall("guard-role")
    permissions = [] if guard is None else guard.findall("guard-permission")
    return Transition(
        node.get("transition_id", ""),
        node.get("title", ""),
        node.get("new_state", ""),
        frozenset(_text(one) for one in roles),
        frozenset(_text(one) for one in permissions),
        tuple(sorted(extras)),
    )


def _extras(root: etree._Element) -> list[str]:
    found = [f"script {one.get('script_id', '')}" for one in root.findall("script")]
    found += [f"worklist {one.get('worklist_id', '')}" for one in root.findall("worklist")]
    found += [f"group {_text(one)}" for one in root.findall("group")]
    for state in root.findall("state"):
        for name in ("group-map", "assignment"):
            found += [f"{name} {one.get('name', '')}" for one in state.findall(name)]
    if root.find("instance-creation-conditions") is not None:
        found.append("instance-creation-conditions")
    if root.get("manager_bypass", "False") != "False":
        found.append("manager_bypass")
    return found


def _flat(node: etree._Element) -> str:
    """An element as one text, to be compared: order of attributes and blanks do not count."""
    own = ",".join(f"{name}={node.get(name)}" for name in sorted(node.keys()))
    inner = ";".join(_flat(child) for child in node)
    return f"{node.tag}[{own}]({(node.text or '').strip()}{inner})"


def _text(node: etree._Element) -> str:
    return (node.text or "").strip()


def _unknown(name: str) -> InvalidInput:
    return InvalidInput(_("“${name}” does not belong into such a file."), name=name[:60])
