"""A workflow in the words of the office: who may do what, what changes, what is wrong."""

from collections.abc import Iterable
from plone import api
from vanphong import PACKAGE_NAME
from vanphong import _
from vanphong.routing.functions import FUNCTIONS
from vanphong.routing.functions import function_title
from vanphong.workflows.rules.checks import Problem
from vanphong.workflows.rules.difference import Change
from vanphong.workflows.rules.edits import READING
from vanphong.workflows.rules.hard import HardRules
from vanphong.workflows.rules.model import State
from vanphong.workflows.rules.model import Workflow
from zope.i18n import translate
from zope.i18nmessageid import Message


#: What permissions of workflows without hard rules let one do.
WORDS = {
    "View": _("see it"),
    "Access contents information": _("see what is in it"),
    "Modify portal content": _("correct it"),
    "vanphong: View Register": _("read the register"),
    "vanphong: Void Number": _("void a number"),
    "vanphong: Insert Number": _("insert a number"),
}


class Words:
    """Words for one workflow, in the language of a request."""

    def __init__(self, hard: HardRules | None, request) -> None:
        self.hard = hard
        self.request = request

    def text(self, message: object, values: dict[str, str] | None = None) -> str:
        """A msgid of the rules, or a message, with its values."""
        if not isinstance(message, Message):
            message = Message(str(message), PACKAGE_NAME, mapping=values)
        return translate(message, context=self.request)

    def what(self, permission: str) -> str:
        """What a permission lets one do."""
        words = WORDS if self.hard is None else self.hard.words
        return self.text(words.get(permission) or WORDS.get(permission) or permission)

    def who(self, roles: Iterable[str]) -> str:
        """Functions in their order; a dash for nobody."""
        return ", ".join(self.text(function_title(one)) for one in self._sorted(roles)) or "–"

    def _sorted(self, roles: Iterable[str]) -> list[str]:
        order = list(FUNCTIONS)
        return sorted(roles, key=lambda one: order.index(one) if one in order else len(order))

    def type(self, portal_type: str) -> str:
        """A type of content by its title."""
        return self.text(api.portal.get_tool("portal_types")[portal_type].Title())

    def change(self, change: Change) -> str:
        """One change in one sentence."""
        values = dict(change.values)
        if change.permission:
            values["what"] = self.what(change.permission)
        said = [self.text(change.text, values)]
        if change.more:
            said.append(self.text(_("added: ${who}", mapping={"who": self.who(change.more)})))
        if change.less:
            said.append(self.text(_("no more: ${who}", mapping={"who": self.who(change.less)})))
        return " ".join((said[0], "; ".join(said[1:]))).strip()

    def problem(self, problem: Problem) -> str:
        """One problem in one sentence."""
        return self.text(problem.text, problem.values)

    # what may be done in a state

    def seers(self, state: State) -> str:
        """Who sees a document there."""
        return self.who(state.roles("View"))

    def deeds(self, workflow: Workflow, state: State) -> list[dict]:
        """Everything but seeing: each function with what it may do there."""
        acts = self.ordered(one for one in workflow.permissions if one not in READING)
        roles = frozenset().union(*(state.roles(one) for one in acts))
        return [
            {
                "who": self.who([role]),
                "what": ", ".join(self.what(one) for one in acts if role in state.roles(one)),
            }
            for role in self._sorted(roles)
        ]

    def ordered(self, permissions: Iterable[str]) -> list[str]:
        """Permissions in the order in which the feature names them."""
        words = WORDS if self.hard is None else self.hard.words
        order = list(words)
        return sorted(
            permissions, key=lambda one: (order.index(one) if one in order else len(order), one)
        )
