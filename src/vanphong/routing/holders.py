"""Who holds the posts that routes speak of, read from rosters and delegations."""

from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from functools import cached_property
from vanphong.organisation import authority
from vanphong.organisation import directory
from vanphong.organisation.directory import Person
from vanphong.organisation.rules import CLERKS
from vanphong.organisation.rules import DESK
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.routing.rules.conditions import folded
from vanphong.routing.rules.planning import Candidate
from vanphong.routing.rules.routes import RELATION_TEXTS
from vanphong.routing.rules.routes import Facts
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Who
from vanphong.routing.rules.sheet import Action


class Holdings:
    """Who holds which post of a body on a day, for one document.

    See ``vanphong.routing.rules.planning.Holders``. Absent people keep their steps: who
    stands in answers for them. Only a signature goes to somebody else.
    """

    def __init__(self, body, facts: Facts, day: date, drafter: str = "", drafter_title: str = ""):
        self.body = body
        self.facts = facts
        self.day = day
        self.drafter = drafter
        self.drafter_title = drafter_title or drafter

    @cached_property
    def unit(self):
        """The drafting unit; the body itself where none is known."""
        return directory.unit_object(self.facts.unit) or self.body

    @cached_property
    def issuer(self):
        """Whose clerks number the document."""
        return self.unit if self.facts.signed_by == "unit" else self.body

    def holders(self, who: Who, action: Action) -> Sequence[Candidate]:
        """Whoever could hold a step, the first choice first."""
        if who.relation is Relation.DRAFTER:
            return [Candidate(self.drafter, self.drafter_title)] if self.drafter else []
        if who.relation is Relation.CLERK:
            return self._clerks(self.issuer)
        if who.relation is Relation.UNIT_DESK:
            return self._desks([who.unit])
        if who.relation is Relation.RELATED_UNITS:
            return self._desks(self.facts.related)
        if who.relation is Relation.UNIT_LEADERS:
            return self._leaders(directory.unit_object(who.unit))
        if who.relation is Relation.OFFICE_HEAD and action is Action.DIRECT:
            return [one for office in self._offices for one in self._leaders(office)]
        return self._people(self._named(who))

    def deputies(self, who: Who) -> Sequence[Candidate]:
        """Who stands in when nobody holds the post."""
        if who.relation is Relation.UNIT_HEAD:
            return self._people(directory.deputies(self.unit))
        if who.relation in (Relation.OFFICE_HEAD, Relation.APPRAISER):
            deputies = [one for office in self._offices for one in directory.deputies(office)]
            heads = [one for office in self._offices for one in directory.heads(office)]
            return self._people(deputies if who.relation is Relation.OFFICE_HEAD else heads)
        if who.relation in (Relation.LEADER_IN_CHARGE, Relation.BODY_HEAD):
            return self._people(directory.deputies(self.body))
        return []

    def post(self, who: Who) -> str:
        """How the post is called: a text of ours, or the name that the roster has."""
        unit = directory.unit_object(who.unit)
        if who.relation is Relation.POSITION and unit is not None:
            return f"{who.position}, {unit.short_name or unit.title}"
        if unit is not None:
            return unit.short_name or unit.title
        return RELATION_TEXTS[who.relation]

    @cached_property
    def _offices(self) -> list:
        return directory.offices(self.body)

    def _named(self, who: Who) -> Iterable[Person]:
        field = self.facts.field
        if who.relation is Relation.UNIT_HEAD:
            return directory.heads(self.unit)
        if who.relation is Relation.APPRAISER:
            found = authority.appraisers(self.body, "")
            return sorted(found, key=lambda one: not field or field not in one.fields)
        if who.relation is Relation.OFFICE_HEAD:
            return [one for office in self._offices for one in directory.heads(office)]
        if who.relation is Relation.LEADER_IN_CHARGE:
            charged = authority.in_charge(self.body, field)
            return [*([charged] if charged else []), *directory.heads(self.body)]
        if who.relation is Relation.BODY_HEAD:
            return directory.heads(self.body)
        unit = directory.unit_object(who.unit)
        found = [] if unit is None else directory.people(unit)
        return [one for one in found if folded(one.position) == folded(who.position)]

    def _people(self, people: Iterable[Person]) -> list[Candidate]:
        found: dict[str, Person] = {}
        for one in people:
            found.setdefault(one.user_id, one)
        return [self._candidate(one) for one in found.values()]

    def _candidate(self, person: Person) -> Candidate:
        given = authority.stands_in(person.user_id, self.body.UID(), self.day)
        if given is None:
            return Candidate(person.user_id, person.title)
        return Candidate(person.user_id, person.title, given.taker, given.taker_title, given.basis)

    def _desks(self, uids: Iterable[str]) -> list[Candidate]:
        found = []
        for uid in uids:
            unit = directory.unit(uid)
            if unit is not None and unit.exists_on(self.day):
                found.append(Candidate(token(DESK, uid), unit.short))
        return found

    @staticmethod
    def _leaders(unit) -> list[Candidate]:
        if unit is None or not directory.leaders(unit):
            return []
        return [Candidate(token(LEADERS, unit.UID()), unit.short_name or unit.title)]

    @staticmethod
    def _clerks(unit) -> list[Candidate]:
        clerks = [one for one in directory.people(unit) if CLERKS in one.functions]
        if not clerks:
            return []
        return [Candidate(token(CLERKS, unit.UID()), clerks[0].title)]
