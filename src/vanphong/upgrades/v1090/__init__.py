"""Old documents are imported; a mistaken registration can be cancelled."""

from vanphong.incoming.stages import Stages


PROFILE = "profile-vanphong:default"


def imports(tool):
    """Add the permission to the rolemap, the stage to the workflow; it may run again.

    What an administrator has changed in the workflow stays.
    """
    tool.runImportStepFromProfile(PROFILE, "rolemap", run_dependencies=False)
    workflow = Stages(None).workflow
    if "cancelled" in workflow.states:
        return
    workflow.states.addState("cancelled")
    state = workflow.states["cancelled"]
    state.setProperties(title="Đã hủy đăng ký")
    state.permission_roles = {
        name: tuple(roles) for name, roles in workflow.states["recalled"].permission_roles.items()
    }
    workflow.transitions.addTransition("cancel_registration")
    workflow.transitions["cancel_registration"].setProperties(
        title="Hủy đăng ký",
        new_state_id="cancelled",
        actbox_name="Hủy đăng ký",
        props={"guard_permissions": "Modify portal content"},
    )
    registered = workflow.states["registered"]
    registered.transitions = (*registered.transitions, "cancel_registration")
