"""What no edit of a workflow may break: the stages of the law, and who may take part.

A feature says it as data, for the workflow of its documents; here it is only checked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field


@dataclass(frozen=True)
class Only:
    """A permission that no other role may have.

    :param states: where the rule holds; everywhere when none is named.
    :param why: the rule in one sentence, an English msgid.
    :param rule: Vietnamese citation.
    """

    permission: str
    roles: frozenset[str]
    why: str
    rule: str = ""
    states: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Needed:
    """A permission that at least one of these roles must have in these states."""

    permission: str
    roles: frozenset[str]
    states: frozenset[str]
    why: str
    rule: str = ""


@dataclass(frozen=True)
class Before:
    """Every way from the first state to ``state`` leads through ``must``."""

    state: str
    must: str
    why: str
    rule: str = ""


@dataclass(frozen=True)
class Entered:
    """Who may move a document into ``state``: guards may name these roles only.

    :param states: from where it may be entered; from anywhere when none is named. States
        put in between count as the state before them.
    """

    state: str
    why: str
    roles: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    rule: str = ""


Rule = Only | Needed | Before | Entered


@dataclass(frozen=True)
class HardRules:
    """Everything fixed about the workflow of one type of document.

    :param stages: states that acts lead to; none of them may be taken away.
    :param ways: (state, state) -> own transition; a way must stay, inserted states apart.
    :param ends: states that nothing leads out of.
    :param functions: roles that the editor offers, in their order.
    :param words: permission -> what it lets one do, an English msgid.
    """

    portal_type: str
    direction: str
    stages: frozenset[str]
    ways: Mapping[tuple[str, str], str]
    ends: frozenset[str]
    functions: tuple[str, ...]
    words: Mapping[str, str]
    rules: tuple[Rule, ...] = ()
    edit: frozenset[str] = field(default_factory=lambda: frozenset({"Modify portal content"}))
