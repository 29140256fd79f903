"""Between Plone's workflows (DCWorkflow) and the values of the rules."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from plone import api
from plone.dexterity.content import Container
from plone.dexterity.utils import resolveDottedName
from Products.DCWorkflow.DCWorkflow import DCWorkflowDefinition
from Products.DCWorkflow.exportimport import WorkflowDefinitionConfigurator
from Products.DCWorkflow.Guard import Guard
from Products.DCWorkflow.Transitions import TRIGGER_USER_ACTION
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.system import as_system
from vanphong.workflows.interfaces import IHardRules
from vanphong.workflows.rules import definition
from vanphong.workflows.rules.definition import Definition
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.model import Grant
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.model import Transition
from vanphong.workflows.rules.model import Workflow
from zope.component import getUtilitiesFor
from zope.component import queryUtility
import vanphong


#: Where the profile keeps its workflows.
PROFILE = Path(vanphong.__file__).parent / "profiles" / "default" / "workflows"


def tool():
    """Plone's workflow tool."""
    return api.portal.get_tool("portal_workflow")


def is_folder(portal_type: str) -> bool:
    """Whether a type of ours holds others."""
    klass = resolveDottedName(api.portal.get_tool("portal_types")[portal_type].klass)
    return issubclass(klass, Container)


def types_of() -> dict[str, tuple[str, ...]]:
    """The workflows in use by types of ours, each with the ids of these types."""
    found: dict[str, list[str]] = {}
    types = api.portal.get_tool("portal_types")
    for portal_type in types.objectIds():
        if not (getattr(types[portal_type], "klass", "") or "").startswith("vanphong."):
            continue
        for name in tool().getChainFor(portal_type):
            if isinstance(tool().get(name), DCWorkflowDefinition):
                found.setdefault(name, []).append(portal_type)
    return {name: tuple(sorted(types)) for name, types in sorted(found.items())}


def named(workflow_id: str):
    """A workflow of the site that is ours.

    :raises InvalidInput: when there is none of this name.
    """
    if workflow_id not in types_of():
        raise InvalidInput(
            _("There is no workflow “${name}” here."), name=workflow_id[:60], field="workflow"
        )
    return tool()[workflow_id]


def hard_rules(workflow_id: str) -> HardRules | None:
    """What no edit of this workflow may break; None when no feature says anything of it.

    Such a workflow keeps its states and rights; only titles are edited. A workflow to which
    a type was bound later is under the rules of that type.
    """
    utility = queryUtility(IHardRules, name=workflow_id)
    if utility is not None:
        return utility()
    for _name, other in getUtilitiesFor(IHardRules):
        found = other()
        if workflow_id in tool().getChainFor(found.portal_type):
            return found
    return None


def fitting(hard: HardRules) -> list[str]:
    """Ids of the workflows of the site that have all stages of a type."""
    return [
        name
        for name, workflow in sorted(tool().objectItems())
        if isinstance(workflow, DCWorkflowDefinition)
        and hard.stages <= set(workflow.states.objectIds())
    ]


def site_roles() -> tuple[str, ...]:
    """All roles that the site knows."""
    return tuple(api.portal.get().valid_roles())


def read(workflow) -> Workflow:
    """The values of a workflow as it is now."""
    return Workflow(
        id=workflow.getId(),
        title=workflow.title,
        initial=workflow.initial_state,
        permissions=tuple(sorted(workflow.permissions)),
        states=tuple(_read_state(workflow, name) for name in workflow.states.objectIds()),
        transitions=tuple(_read_transition(one) for one in workflow.transitions.values()),
        extras=tuple(sorted(_extras(workflow))),
    )


def as_file(workflow) -> bytes:
    """The workflow as ``definition.xml`` of a profile.

    DCWorkflow's template asks for Manage portal, which a Site Administrator may lack.
    """
    configurator = WorkflowDefinitionConfigurator(workflow).__of__(workflow)
    with as_system():
        return configurator.generateWorkflowXML()


def as_definition(workflow) -> Definition:
    """The same, read again: with the variables of the workflow."""
    return definition.parse(as_file(workflow))


def of_profile(workflow_id: str) -> Definition | None:
    """The workflow as the product brings it; None for one that it does not bring."""
    path = PROFILE / workflow_id / "definition.xml"
    if not path.is_file():
        return None
    return _parsed(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _parsed(path: Path, _changed: int) -> Definition:
    return definition.parse(path.read_bytes())


def write(workflow, values: Workflow) -> None:
    """Make a workflow of the site what the values say; what is the same is left alone.

    Variables, descriptions and where its buttons lead stay as they are.
    """
    if workflow.title != values.title:
        workflow.title = values.title
    if set(workflow.permissions) != set(values.permissions):
        workflow.permissions = tuple(values.permissions)
    _clear_extras(workflow)
    _write_transitions(workflow, values)
    _write_states(workflow, values)
    if workflow.initial_state != values.initial:
        workflow.initial_state = values.initial


def _read_state(workflow, name: str) -> State:
    state = workflow.states[name]
    grid = {}
    for permission in sorted(workflow.permissions):
        info = state.getPermissionInfo(permission)
        grid[permission] = Grant(frozenset(info["roles"]), bool(info["acquired"]))
    return State(name, state.title, tuple(state.transitions), grid)


def _read_transition(transition) -> Transition:
    guard = transition.guard
    return Transition(
        transition.getId(),
        transition.title,
        transition.new_state_id,
        frozenset() if guard is None else frozenset(guard.roles),
        frozenset() if guard is None else frozenset(guard.permissions),
        tuple(sorted(_transition_extras(transition))),
    )


def _transition_extras(transition) -> Iterator[str]:
    guard = transition.guard
    if guard is not None and guard.expr is not None:
        yield f"guard-expression {guard.expr.text}"
    for group in () if guard is None else guard.groups:
        yield f"guard-group {group}"
    for name in transition.var_exprs or ():
        yield f"assignment {name}"
    for name in (transition.script_name, transition.after_script_name):
        if name:
            yield f"script {name}"
    if transition.trigger_type != TRIGGER_USER_ACTION:
        yield "automatic"


def _extras(workflow) -> Iterator[str]:
    for kind in ("scripts", "worklists"):
        for name in workflow[kind].objectIds():
            yield f"{kind[:-1]} {name}"
    for group in workflow.groups or ():
        yield f"group {group}"
    for state in workflow.states.values():
        for name, held in (("group-map", state.group_roles), ("assignment", state.var_values)):
            for key in held or ():
                yield f"{name} {key}"
    if workflow.creation_guard is not None:
        yield "instance-creation-conditions"
    if workflow.manager_bypass:
        yield "manager_bypass"


def _clear_extras(workflow) -> None:
    for kind in ("scripts", "worklists"):
        ids = list(workflow[kind].objectIds())
        if ids:
            workflow[kind].manage_delObjects(ids)
    if workflow.groups:
        workflow.groups = ()
    if workflow.creation_guard is not None:
        workflow.creation_guard = None
    if workflow.manager_bypass:
        workflow.manager_bypass = 0
    for state in workflow.states.values():
        if state.group_roles:
            state.group_roles = None
        if state.var_values:
            state.var_values = None


def _write_transitions(workflow, values: Workflow) -> None:
    kept = {one.id for one in values.transitions}
    gone = [name for name in workflow.transitions.objectIds() if name not in kept]
    if gone:
        workflow.transitions.deleteTransitions(gone)
    for one in values.transitions:
        if one.id not in workflow.transitions:
            workflow.transitions.addTransition(one.id)
        transition = workflow.transitions[one.id]
        if _read_transition(transition) == one and transition.title:
            continue
        transition.setProperties(
            one.title,
            one.to,
            actbox_name=one.title,
            actbox_url=transition.actbox_url,
            actbox_category=transition.actbox_category or "workflow",
            actbox_icon=transition.actbox_icon,
            description=transition.description,
        )
        transition.var_exprs = None
        transition.guard = _guard(one)


def _guard(values: Transition) -> Guard | None:
    if not (values.roles or values.permissions):
        return None
    guard = Guard()
    guard.roles = tuple(sorted(values.roles))
    guard.permissions = tuple(sorted(values.permissions))
    return guard


def _write_states(workflow, values: Workflow) -> None:
    kept = {one.id for one in values.states}
    gone = [name for name in workflow.states.objectIds() if name not in kept]
    if gone:
        workflow.states.deleteStates(gone)
    for one in values.states:
        if one.id not in workflow.states:
            workflow.states.addState(one.id)
        state = workflow.states[one.id]
        if (state.title, tuple(state.transitions)) != (one.title, one.exits):
            state.setProperties(one.title, one.exits, description=state.description)
        for permission in values.permissions:
            grant = one.grid.get(permission, Grant())
            info = state.getPermissionInfo(permission)
            if (frozenset(info["roles"]), bool(info["acquired"])) != (grant.roles, grant.acquired):
                state.setPermission(permission, grant.acquired, sorted(grant.roles))
