"""A state put between two in the workflow itself, as somebody in Zope's own pages would."""

from vanphong.incoming.stages import WORKFLOW


CHECK = "kiem_tra"


def put_in_between(portal, before, then, name=CHECK, roles=("Office Chief",), by=""):
    """Put a state between two, in the workflow itself."""
    workflow = portal.portal_workflow[WORKFLOW]
    old = by or next(
        one
        for one in workflow.states[before].transitions
        if workflow.transitions[one].new_state_id == then
    )
    workflow.states.addState(name)
    state = workflow.states[name]
    state.setProperties(title="Chờ kiểm tra", transitions=(f"pass_{name}",))
    for permission in workflow.permissions:
        state.setPermission(permission, 0, ())
    for permission in ("View", "Access contents information"):
        state.setPermission(
            permission, 0, workflow.states[before].getPermissionInfo(permission)["roles"]
        )
    for transition, target in ((f"to_{name}", name), (f"pass_{name}", then)):
        workflow.transitions.addTransition(transition)
        workflow.transitions[transition].setProperties("Chuyển tiếp", target)
    props = {"guard_roles": ";".join(roles)}
    workflow.transitions[f"pass_{name}"].setProperties("Chuyển tiếp", then, props=props)
    transitions = [
        f"to_{name}" if one == old else one for one in workflow.states[before].transitions
    ]
    workflow.states[before].transitions = tuple(transitions)
