"""Search as the pages and services ask for it: who searches, what for, in which words."""

from collections.abc import Callable
from collections.abc import Mapping
from datetime import date
from plone import api
from typing import Any
from vanphong.calendars import clock
from vanphong.calendars.rules import soon_before
from vanphong.calendars.settings import work_calendar
from vanphong.documents import rules
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.ledger.search import ORDERS
from vanphong.ledger.search import Criteria
from vanphong.ledger.search import Reader
from vanphong.ledger.search_filters import LATENESS
from vanphong.ledger.search_filters import Due
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import unit_of
from vanphong.ui.given import Given


#: Portal types by the direction that the ledger knows documents by.
TYPES = {"in": "IncomingDocument", "out": "OutgoingDocument", "task": "Task"}

#: States in which no deadline runs any more.
ENDED = ("finished", "returned", "recalled", "issued", "cancelled")

#: Every filter by the name under which pages and services know it.
FILTERS = (
    "q",
    "direction",
    "body",
    "register",
    "type",
    "state",
    "urgency",
    "field",
    "organ",
    "sender",
    "signer",
    "unit",
    "handler",
    "number",
    "since",
    "until",
    "issued_since",
    "issued_until",
    "due",
    "has_file",
    "case_file",
)

#: Who searches for what lies with himself says so with this word.
MYSELF = "me"


def reader_of(me: people.Me) -> Reader:
    """What a person may find: what came to one of the tokens, and all of the bodies kept."""
    chief_of = []
    for token in me.tokens:
        function, _colon, uid = token.partition(":")
        unit = directory.unit_object(uid) if function == LEADERS else None
        if unit is not None and unit.kind == "office":
            chief_of.append(unit.__parent__.UID())
    clerk_of = [unit_of(one) for one in me.tokens if one.startswith(f"{CLERKS}:")]
    return Reader(tuple(sorted(me.tokens)), tuple(sorted(clerk_of)), tuple(sorted(chief_of)))


class _Reading:
    """Reads values one by one; ``tell`` hears of those that cannot be read."""

    def __init__(self, given: Given, tell: Callable[[OfficeError], None] | None) -> None:
        self.given = given
        self.tell = tell

    def one(self, name: str, how: Callable[[str], Any], default: Any = None) -> Any:
        """A value, or the default when it cannot be read and somebody hears of that."""
        try:
            return how(name)
        except InvalidInput as problem:
            if self.tell is None:
                raise
            self.tell(problem)
            return default

    def texts(self, name: str) -> tuple[str, ...]:
        """Several texts."""
        return self.one(name, lambda one: tuple(self.given.texts(one)), ())

    def text(self, name: str) -> str:
        """One text."""
        return self.one(name, lambda one: self.given.text(one).strip(), "")

    def day(self, name: str) -> date | None:
        """A day."""
        return self.one(name, self.given.day)


def criteria(
    given: Given, me: people.Me, tell: Callable[[OfficeError], None] | None = None
) -> Criteria:
    """What is asked for with the names in FILTERS.

    :param tell: hears of each value that cannot be read, which is then left out.
    :raises InvalidInput: for the first such value, when nobody hears.
    """
    read = _Reading(given, tell)
    organ = read.text("organ")
    return Criteria(
        words=rules.parse_query(read.text("q")).words,
        directions=read.texts("direction"),
        bodies=read.texts("body"),
        registers=read.texts("register"),
        document_types=read.texts("type"),
        states=read.texts("state"),
        urgencies=read.one("urgency", lambda one: _urgencies(given.texts(one)), ()),
        fields=read.texts("field"),
        organs=(organ,) if organ else (),
        units=read.one("unit", lambda one: _units(given.texts(one)), ()),
        actors=_actors(read.texts("handler"), me),
        number=read.one("number", given.whole),
        sender=rules.organ_key(read.text("sender")),
        signer=rules.fold(read.text("signer")),
        case_file=read.text("case_file"),
        case_title=rules.fold(read.text("case_file")),
        since=read.day("since"),
        until=read.day("until"),
        issued_since=read.day("issued_since"),
        issued_until=read.day("issued_until"),
        has_file=read.one("has_file", lambda one: given.flag(one) if one in given else None),
        due=read.one("due", lambda one: _due(given.text(one))),
    )


def order(given: Given) -> str:
    """The order that is asked for.

    :raises InvalidInput: when there is no such order.
    """
    name = given.text("order") or ORDERS[0]
    if name not in ORDERS:
        raise InvalidInput(_("There is no order called ${name}."), field="order", name=name)
    return name


def asked(given: Given) -> dict[str, str]:
    """The filters that were sent, as texts: what an address holds, and a saved search.

    :raises InvalidInput: when one is no text.
    """
    found = {name: ",".join(given.texts(name)) for name in FILTERS if name not in _WHOLE}
    found |= {name: given.text(name).strip() for name in _WHOLE}
    found["order"] = given.text("order")
    return {name: value for name, value in found.items() if value}


#: Filters with a text that may have commas in it.
_WHOLE = ("q", "organ", "sender", "signer", "case_file")


def state_title(row: Mapping[str, object]) -> str:
    """The title that the administrator gave the state of a row."""
    workflow = api.portal.get_tool("portal_workflow")
    return workflow.getTitleForStateOnType(row["state"], TYPES.get(row["direction"], ""))


def states() -> dict[str, str]:
    """The titles of all states that documents have."""
    tool = api.portal.get_tool("portal_workflow")
    found = {}
    for portal_type in TYPES.values():
        for workflow in tool.getWorkflowsFor(portal_type):
            for state in workflow.states.objectValues():
                found.setdefault(state.getId(), state.title or state.getId())
    return found


def _urgencies(codes: list[str]) -> tuple[int, ...]:
    known = {str(one.number) for one in rules.URGENCY}
    return tuple(int(one) if one in known else rules.urgency_of(one).number for one in codes)


def _units(uids: list[str]) -> tuple[str, ...]:
    """The units and all that is below them."""
    found = []
    for uid in uids:
        unit = directory.unit_object(uid)
        if unit is None:
            raise InvalidInput(_("There is no unit “${uid}”."), field="unit", uid=uid)
        found += [uid, *(one.uid for one in directory.subunits(unit))]
    return tuple(found)


def _actors(tokens: tuple[str, ...], me: people.Me) -> tuple[str, ...]:
    found = [*me.tokens] if MYSELF in tokens else []
    return tuple(sorted({*found, *tokens} - {MYSELF}))


def _due(kind: str) -> Due | None:
    if not kind:
        return None
    if kind not in LATENESS:
        raise InvalidInput(
            _("“${value}” is none of ${known}."),
            field="due",
            value=kind,
            known=", ".join(LATENESS),
        )
    now = clock.now()
    return Due(kind, now, soon_before(work_calendar(), now), ENDED)
