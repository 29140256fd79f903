"""REST: services that leave a trace of what they refuse, whether they act or show."""

from AccessControl import getSecurityManager
from collections.abc import Callable
from collections.abc import Mapping
from typing import Any
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger.acts import attempt
from vanphong.ui.services import OfficeService


class ActService(OfficeService):
    """Calls one act. What cannot even be read is a refusal of the act, too."""

    #: Name under which the trail keeps the act.
    act = ""

    def answer(self):
        """What the act has done."""
        with attempt(self.act, self.context):
            return self.perform()

    def perform(self):
        """Read the values, call the act, show the result."""
        raise NotImplementedError


class NamedActService(ActService):
    """Calls the act that the address names behind the service."""

    takes = 1

    #: By its name in the address: the act as the trail calls it, and a function of the
    #: context and the body that calls it.
    acts: Mapping[str, tuple[str, Callable]] = {}

    @property
    def name(self) -> str:
        """The act in the address, "" for none of ours."""
        name = self.path[0] if self.path else ""
        return name if name in self.acts else ""

    @property
    def act(self) -> str:
        """Name under which the trail keeps the act."""
        return self.acts[self.name][0] if self.name else "act"

    def perform(self):
        """What is to be shown after the act.

        :raises InvalidInput: when the address names none of the acts.
        """
        if not self.name:
            raise InvalidInput(
                _("“${value}” is none of ${known}."),
                value=self.path[0] if self.path else "",
                known=", ".join(self.acts),
                field="act",
            )
        return self.done(self.acts[self.name][1](self.context, self.body))

    def done(self, made: Any):
        """Show the result.

        :param made: what the act has given back.
        """
        raise NotImplementedError


class LookService(OfficeService):
    """Shows what not everybody in the office may see."""

    #: Title of the permission that the context must grant, and English text naming who has it.
    needs = "View"
    who = _("those who registered, directed or handle the document")

    def answer(self):
        """What there is to see."""
        with attempt("view", self.context):
            if not getSecurityManager().checkPermission(self.needs, self.context):
                raise NotAllowed(_("Only ${who} may see this."), who=self.who)
            return self.look()

    def look(self):
        """A JSON value."""
        raise NotImplementedError
