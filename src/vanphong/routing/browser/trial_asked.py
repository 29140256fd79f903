"""What is tried on a template's page: a document that is described, or one that is there."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents import catalogues
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.organisation import directory
from vanphong.organisation.rules import LEADERS
from vanphong.routing.browser.conditions import options
from vanphong.routing.browser.conditions import titles
from vanphong.routing.browser.places import units_of
from vanphong.routing.interfaces import IRouteFacts
from vanphong.routing.naming import document_named
from vanphong.routing.rules.routes import Facts
from vanphong.routing.rules.routes import Route
from vanphong.ui import format as fmt


#: A document of the other direction, by the direction of the route.
OTHER_WAY = {
    "out": mark("“${value}” is an incoming document. Try it on a route of incoming documents."),
    "in": mark("“${value}” is an outgoing document. Try it on a route of outgoing documents."),
}

MOMENTS = ("%H:%M %d/%m/%Y", "%d/%m/%Y %H:%M", "%Y-%m-%dT%H:%M", "%d/%m/%Y")


@dataclass(frozen=True)
class Asked:
    """What is tried."""

    facts: Facts
    drafter: str
    drafter_title: str
    at: datetime
    document: Any = None


class Question:
    """The inputs of a trial, from the query of the page, or fit for the template."""

    def __init__(self, route: Route, body, form) -> None:
        self.route = route
        self.body = body
        self.form = form

    # the inputs

    def text(self, name: str) -> str:
        """One value of the query."""
        value = self.form.get(f"try_{name}", "")
        return value.strip()[:200] if isinstance(value, str) else ""

    @cached_property
    def is_asked(self) -> bool:
        """Whether somebody has chosen anything."""
        return any(name.startswith("try_") for name in self.form)

    @cached_property
    def unit(self) -> str:
        """UID of the drafting unit: the chosen one, one of the condition, the first."""
        if self.is_asked:
            return self.text("unit")
        wanted = sorted(self.route.condition.units)
        return next(iter(wanted), next((one.uid for one in self.units), ""))

    @cached_property
    def units(self) -> list:
        """The units of the body, those with work of their own before its Office."""
        return sorted(units_of(self.body), key=lambda one: one.kind == "office")

    @cached_property
    def people(self) -> list:
        """Who could draft in the unit, those without functions first."""
        found = directory.unit_object(self.unit)
        people = [] if found is None else directory.people(found)
        return sorted(people, key=lambda one: LEADERS in one.functions)

    @cached_property
    def facts(self) -> Facts:
        """What is described; before anybody has chosen, a document for this template."""
        route = self.route
        if self.is_asked:
            return Facts(
                direction=route.direction,
                document_type=self.text("type"),
                register=self.text("register"),
                urgency=self.text("urgency") or "normal",
                field=self.text("field"),
                unit=self.unit if route.direction == "out" else "",
                sender=self.text("sender"),
                signed_by=self.text("signed_by"),
                related=(self.text("related"),) if self.text("related") else (),
            )
        condition = route.condition
        types = sorted(condition.document_types) or ["quyet-dinh"]
        return Facts(
            direction=route.direction,
            document_type=types[0],
            register=next(iter(sorted(condition.registers)), ""),
            urgency=next(iter(sorted(condition.urgencies)), "normal"),
            field=next(iter(sorted(condition.fields)), next(iter(catalogues.fields()), "")),
            unit=self.unit if route.direction == "out" else "",
            sender=next(iter(condition.senders), ""),
            signed_by=next(iter(sorted(condition.signed_by)), "body"),
        )

    @property
    def fields(self) -> list[dict]:
        """Rows of the form: the few that decide most often."""
        facts, out = self.facts, self.route.direction == "out"
        found = [
            _select("type", _("Type"), _titles("document_types"), facts.document_type),
            _select("field", _("Field"), _titles("fields"), facts.field),
            _select("urgency", _("Urgency"), options("urgencies"), facts.urgency),
        ]
        if not out:
            return [*found, _line("sender", _("Sender"), facts.sender)]
        units = [(one.uid, one.short) for one in self.units]
        drafters = [(one.user_id, one.title) for one in self.people]
        return [
            _select("unit", _("Drafting unit"), units, self.unit, again=True),
            _select("drafter", _("Drafter"), drafters, self.drafter),
            *found,
            _select("signed_by", _("Signed by"), options("signed_by"), facts.signed_by),
        ]

    @property
    def more(self) -> list[dict]:
        """Rows that matter seldom."""
        books = titles("registers", self.body, self.route.direction).items()
        choices = [("", "–"), *books]
        found = [_select("register", _("In the register"), choices, self.facts.register)]
        if self.route.direction == "out":
            units = [("", "–"), *((one.uid, one.short) for one in self.units)]
            chosen = next(iter(self.facts.related), "")
            found.append(_select("related", _("Asked for an opinion"), units, chosen))
        return found

    @property
    def first(self) -> list[dict]:
        """Which document, and when."""
        when = f"{fmt.clock_time(self.at)} {fmt.full_date(self.at)}"
        return [
            _line("at", _("Submitted at"), self.text("at") or when),
            _line(
                "document",
                _("Or a document"),
                self.text("document"),
                _("number, symbol or address"),
            ),
        ]

    @cached_property
    def drafter(self) -> str:
        """User id of the drafter: the chosen one if of the unit, else the first."""
        wanted = self.text("drafter")
        found = [one.user_id for one in self.people]
        return wanted if wanted in found else next(iter(found), "")

    @cached_property
    def at(self) -> datetime:
        """When it is submitted."""
        return self._moment() or clock.now()

    def _moment(self) -> datetime | None:
        text = self.text("at")
        for pattern in MOMENTS:
            try:
                found = datetime.strptime(text, pattern)
            except ValueError:
                continue
            return clock.local(found.replace(hour=8) if pattern == "%d/%m/%Y" else found)
        return None

    # the answer

    @cached_property
    def asked(self) -> Asked:
        """What is tried.

        :raises OfficeError: when a moment or a document cannot be found.
        """
        if self.text("at") and self._moment() is None:
            raise InvalidInput(
                mark("“${value}” is no moment. Write it as 10:00 14/8/2024."),
                value=self.text("at")[:40],
                field="try_at",
            )
        if self.text("document"):
            return self._of(self._document(self.text("document")))
        title = next((one.title for one in self.people if one.user_id == self.drafter), "")
        out = self.route.direction == "out"
        return Asked(self.facts, self.drafter if out else "", title if out else "", self.at)

    def _document(self, wanted: str):
        found = document_named(self.route.direction, wanted)
        if found is None or found.body_uid != self.body.UID():
            raise InvalidInput(
                mark("There is no document “${value}” in this body."),
                value=wanted[:60],
                field="try_document",
            )
        if IRouteFacts(found).facts().direction != self.route.direction:
            raise InvalidInput(
                OTHER_WAY[self.route.direction], value=wanted[:60], field="try_document"
            )
        return found

    def _of(self, document) -> Asked:
        told = IRouteFacts(document)
        return Asked(told.facts(), *told.drafter(), self.at, document)


def named(facts: Facts) -> list[str]:
    """Type, field and urgency by their names."""
    known = (_titles("document_types"), _titles("fields"), options("urgencies"))
    codes = (facts.document_type, facts.field, facts.urgency)
    told = [dict(names).get(code, code) for names, code in zip(known, codes, strict=True)]
    return [one for one in told if one]


def _titles(kind: str) -> list[tuple[str, str]]:
    return list(titles(kind, None, "").items())


def _select(name: str, label, choices, value: str, again: bool = False) -> dict:
    found = {"name": f"try_{name}", "label": label, "options": choices, "value": value}
    return {**found, "kind": "select", "again": again}


def _line(name: str, label, value: str, placeholder="") -> dict:
    return {
        "name": f"try_{name}",
        "label": label,
        "kind": "text",
        "value": value,
        "placeholder": placeholder,
    }
