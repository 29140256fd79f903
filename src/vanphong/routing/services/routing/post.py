"""POST @routing/<step uid>/<move>."""

from collections.abc import Callable
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.routing.services.due import due_of
from vanphong.routing.services.routing.get import Routing
from vanphong.routing.services.steps import MOVES
from vanphong.routing.services.steps import ON_THE_SHEET
from vanphong.ui.given import Given


def _assign(body: Given) -> dict[str, Any]:
    return {
        "person": body.text("person"),
        "due": due_of(body),
        "instruction": body.text("instruction"),
        "confirm": body.flag("confirm"),
    }


def _extension(body: Given) -> dict[str, Any]:
    due = due_of(body)
    if due is None:
        raise InvalidInput(_("“${name}” is missing."), field="due", name="due")
    return {"due": due, "reason": body.text("reason")}


def _decision(body: Given) -> dict[str, Any]:
    if "grant" not in body:
        raise InvalidInput(_("“${name}” is missing."), field="grant", name="grant")
    return {
        "grant": body.flag("grant"),
        "due": due_of(body),
        "reason": body.text("reason"),
    }


#: What each move takes beside the step.
VALUES: dict[str, Callable[[Given], dict[str, Any]]] = {
    "assign": _assign,
    "hand-back": lambda body: {"reason": body.text("reason")},
    "extension": _extension,
    "extension-decision": _decision,
    "report": lambda body: {"result": body.text("result")},
    "finish": lambda body: {name: body.text(name) for name in ("result", "case_file")},
    "urge": lambda body: {"text": body.text("text")},
    "replace-holder": lambda body: {name: body.text(name) for name in ("person", "reason")},
}


class RoutingPost(ActService):
    """One move on one step."""

    takes = 2

    @property
    def act(self) -> str:
        """The act that the address names."""
        move = self.path[-1] if self.path else ""
        return ON_THE_SHEET.get(move, move) if move in MOVES else "move"

    def perform(self):
        """The sheet as it is afterwards."""
        step, move = (*self.path, "", "")[:2]
        if move not in MOVES:
            raise InvalidInput(
                _("There is no “${move}”; with a step one can ${moves}."),
                move=move,
                moves=", ".join(MOVES),
            )
        values = VALUES.get(move, lambda body: {})(self.body)
        MOVES[move](self.context, step, **values)
        return Routing(self.context, self.request).expanded()
