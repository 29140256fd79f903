"""What a client sends about templates: bounded before it is parsed."""

from functools import cached_property
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.routing.rules import route_text
from vanphong.ui.given import Given


class RouteService(ActService):
    """An act on templates; its JSON may be neither large nor deep."""

    @cached_property
    def body(self) -> Given:
        """The JSON object that was sent.

        :raises InvalidInput: for anything else.
        """
        kind = (self.request.getHeader("Content-Type") or "").partition(";")[0].strip().lower()
        if kind != "application/json":
            raise InvalidInput(_("Send JSON, with the header Content-Type: application/json."))
        found = route_text.parse(self.request.get("BODY") or b"{}")
        if not isinstance(found, dict):
            raise InvalidInput(_("The body must be a JSON object, such as {}."))
        return Given(found)

    def revision(self) -> int:
        """The revision with which the change began.

        :raises InvalidInput: when it is left out, for without it nobody's work is safe.
        """
        found = self.body.whole("revision")
        if found is None:
            raise InvalidInput(_("“${name}” is missing."), field="revision", name="revision")
        return found
