"""The frame of every act: permission first, and a trace of every refusal.

An act checks before it writes, so a refusal leaves nothing behind but its line in the
audit table, which is written with the request.
"""

from AccessControl import getSecurityManager
from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import wraps
from plone import api
from typing import Any
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.ledger import audit
from vanphong.ledger.interfaces import IActGuard
from vanphong.organisation import people
from zope.component import getUtilitiesFor


#: Every act of the product by name, for the tests that hold over all of them.
ACTS: dict[str, Callable] = {}


#: The stages of an incoming document, in their order.
STAGES = "Nghị định 30/2020/NĐ-CP, Điều 20 đến Điều 24"


def office_act(name: str, permission: str, who: str, *, order: str = "") -> Callable:
    """Make a function an act on its first argument, the context.

    :param permission: title of the permission that the context must grant.
    :param who: English text naming who may, for the message of the refusal.
    :param order: citation of the rule that gives the act its place among the stages. With
        it, who may act at another stage is told so, by a Conflict.
    """

    def decorate(function: Callable) -> Callable:
        @wraps(function)
        def act(context: Any, *args: Any, **kwargs: Any) -> Any:
            with attempt(name, context):
                if not getSecurityManager().checkPermission(permission, context):
                    if order:
                        _refuse_out_of_order(permission, context, order)
                    raise NotAllowed(_("Only ${who} may do this here."), who=who)
                _ask_guards(name, context, (*args, *kwargs.values()))
                return function(context, *args, **kwargs)

        act.permission = permission  # type: ignore[attr-defined]
        ACTS[name] = act
        return act

    return decorate


@contextmanager
def attempt(name: str, context: Any) -> Iterator[None]:
    """Leave the line of a refusal that is raised in this block; the refusal goes on.

    For what is refused outside an act: looking, or a way around the acts.
    """
    try:
        yield
    except OfficeError as refusal:
        _record(name, context, refusal)
        raise


def _ask_guards(name: str, context: Any, given: tuple) -> None:
    """Let what is above refuse the act, such as an order that freezes what it is about."""
    for _name, guard in getUtilitiesFor(IActGuard):
        guard(name, context, given)


def _refuse_out_of_order(permission: str, context: Any, rule: str) -> None:
    """Refuse who may do this, but at another stage than the present one.

    :raises Conflict: naming the stage.
    """
    roles = set(api.user.get_roles(obj=context))
    tool = api.portal.get_tool("portal_workflow")
    for workflow in tool.getWorkflowsFor(context):
        states = workflow.states.objectValues()
        if any(roles.intersection(_granted(state, permission)) for state in states):
            now = workflow._getWorkflowStateOf(context)
            raise Conflict(
                _("This is not done while the stage is “${stage}”."), stage=now.title, rule=rule
            )


def _granted(state: Any, permission: str) -> Collection[str]:
    """Roles that a state of a workflow gives a permission to."""
    return state.getPermissionInfo(permission)["roles"]


def _record(name: str, context: Any, refusal: OfficeError) -> None:
    if getattr(refusal, "recorded", False):
        return
    detail = {"refusal": str(refusal), "kind": refusal.kind}
    audit.refused(name, *_named(context), actor=people.me(), rule=refusal.rule, detail=detail)
    refusal.recorded = True  # type: ignore[attr-defined]


def done(
    name: str, document: Any, *, title: str = "", on_behalf_of: str = "", **detail: Any
) -> None:
    """Write the line of an act that was done.

    :param title: the position acted in, when it is not the person's only one.
    """
    actor = people.me()
    if title:
        actor = replace(actor, fullname=title)
    audit.record(name, *_named(document), actor=actor, on_behalf_of=on_behalf_of, detail=detail)


def _named(context: Any) -> tuple[str, str]:
    """UID and path under which the trail knows an object."""
    return context.UID(), "/".join(context.getPhysicalPath())
