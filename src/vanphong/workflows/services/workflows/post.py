"""POST @workflows/<id>/<act>."""

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.workflows import actions
from vanphong.workflows.services.shown import full


def _draft(portal, name: str, body) -> None:
    edits = body.values.get("edits", [])
    if not isinstance(edits, list):
        raise InvalidInput(_("“${name}” must be a list."), field="edits", name="edits")
    whole = body.values.get("workflow")
    actions.edit_workflow(portal, name, edits, revision=_revision(body), workflow=whole)


def _import(portal, name: str, body) -> None:
    try:
        file = b64decode(body.text("file"), validate=True)
    except NotBase64 as broken:
        raise InvalidInput(_("The file is no zip that can be read."), field="file") from broken
    actions.import_workflow(portal, name, file, revision=_revision(body))


def _apply(portal, name: str, body) -> None:
    actions.apply_workflow(portal, name, revision=_revision(body), reason=body.text("reason"))


def _undo(portal, name: str, body) -> None:
    actions.undo_workflow(
        portal,
        name,
        version=body.whole("version", 0),
        reason=body.text("reason"),
        confirm=body.flag("confirm"),
    )


def _discard(portal, name: str, body) -> None:
    actions.discard_workflow(portal, name, revision=_revision(body))


def _adopt(portal, name: str, body) -> None:
    actions.adopt_workflow(portal, name, reason=body.text("reason"))


def _give_back(portal, name: str, _body) -> None:
    actions.give_back_workflow(portal, name)


def _bind(portal, name: str, body) -> None:
    actions.bind_type(portal, body.text("type"), name)


def _revision(body) -> int:
    found = body.whole("revision")
    if found is None:
        raise InvalidInput(_("“${name}” is missing."), field="revision", name="revision")
    return found


#: Acts by the last part of the address, each with the name that the trail gives it.
MOVES: dict[str, tuple[str, Callable]] = {
    "draft": ("edit_workflow", _draft),
    "import": ("import_workflow", _import),
    "discard": ("discard_workflow", _discard),
    "apply": ("apply_workflow", _apply),
    "undo": ("undo_workflow", _undo),
    "adopt": ("adopt_workflow", _adopt),
    "give-back": ("give_back_workflow", _give_back),
    "bind": ("bind_type", _bind),
}


class WorkflowsPost(ActService):
    """One act on one workflow."""

    takes = 2

    @property
    def act(self) -> str:
        """The act that the address names."""
        return MOVES[self._move][0] if self._move in MOVES else "edit_workflow"

    @property
    def _move(self) -> str:
        return self.path[1] if len(self.path) > 1 else ""

    def perform(self):
        """The workflow as it stands afterwards."""
        if self._move not in MOVES:
            raise InvalidInput(
                _("There is no “${move}”; with a workflow one can ${moves}."),
                move=self._move,
                moves=", ".join(MOVES),
            )
        name = self.path[0]
        MOVES[self._move][1](self.context, name, self.body)
        return full(name, self.context.absolute_url(), self.request)
