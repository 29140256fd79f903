"""The simulator of a template's page: which way a document would take, with whom, until when."""

from functools import cached_property
from vanphong.errors import OfficeError
from vanphong.organisation import directory
from vanphong.organisation.rules import unit_of
from vanphong.routing import simulate
from vanphong.routing.browser import list_rows
from vanphong.routing.browser import shown
from vanphong.routing.browser.drawing import drawn
from vanphong.routing.browser.trial_asked import Question
from vanphong.routing.browser.trial_asked import named
from vanphong.routing.rules.routes import Route
from vanphong.routing.simulate import Simulation
from vanphong.routing.simulate import Tried
from vanphong.routing.template_words import reason_said
from vanphong.routing.template_words import said
from vanphong.ui import errors
from vanphong.ui import format as fmt


#: Beside the template that is taken so many others are told with their reason.
TOLD = 40


class Trial:
    """One trial of a template; its draft is tried when there is one."""

    def __init__(self, template, route: Route, body, form) -> None:
        self.template = template
        self.route = route
        self.body = body
        self.question = Question(route, body, form)
        self.error: OfficeError | None = None

    @cached_property
    def result(self) -> Simulation | None:
        """What would happen; None when it could not be asked."""
        try:
            asked = self.question.asked
        except OfficeError as error:
            self.error = error
            return None
        return simulate.simulate(
            self.body,
            asked.facts,
            drafter=asked.drafter,
            drafter_title=asked.drafter_title,
            at=asked.at,
            draft=self.template if self.template.draft is not None else None,
        )

    def refusal(self, request) -> dict | None:
        """Why nothing can be shown, or why the document could not be submitted."""
        result = self.result
        found = self.error if result is None else result.refusal
        return None if found is None else dict(errors.as_row(found, request))

    @property
    def document_line(self) -> str:
        """The particulars of the document that was tried; never its subject."""
        if self.result is None or self.question.asked.document is None:
            return ""
        return " · ".join(named(self.question.asked.facts))

    @property
    def matched(self) -> Route | None:
        """The template that is taken."""
        return None if self.result is None else self.result.matched.route

    @property
    def is_this(self) -> bool:
        """Whether the template of this page is taken."""
        return self.matched is not None and self.matched.uid in (self.template.UID(), "")

    @cached_property
    def steps(self) -> list[dict]:
        """The steps that run, in order."""
        found = [] if self.result is None else self.result.steps
        return [
            self._row(number, one) for number, one in enumerate(found, 1) if not one.planned.skipped
        ]

    def _row(self, number: int, one: Tried) -> dict:
        planned = one.planned
        unit = directory.unit(unit_of(planned.actor) or "") if planned.actor else None
        # a deputy who holds a vacant post; whoever acts for somebody absent
        stands = said(planned.stands_in_for) if planned.stands_in_for else ""
        helper = one.stand_in or planned.stand_in
        return {
            "number": number,
            "who": planned.actor_title or shown.who(planned.step),
            "does": shown.does(planned.step),
            "unit": unit.short if unit is not None and unit.short != planned.actor_title else "",
            "instead": stands,
            "helper": helper,
            "basis": one.basis or planned.basis,
            "opens": None if one.opens_at is None else shown.moment(one.opens_at),
            "due": shown.moment(one.due_at or one.opens_at) if one.opens_at else "–",
            "hours": shown.hours(planned.step),
        }

    @property
    def skipped(self) -> list[dict]:
        """The steps that are left out, and why."""
        found = [] if self.result is None else self.result.steps
        return [
            {
                "number": number,
                "does": shown.does(one.planned.step),
                "why": said(one.planned.skipped),
            }
            for number, one in enumerate(found, 1)
            if one.planned.skipped
        ]

    @property
    def hours(self) -> str:
        """Working hours from submission to the end."""
        return fmt.decimal(self.result.hours) if self.result is not None else ""

    @property
    def end(self) -> str:
        """When it would be through."""
        found = [] if self.result is None else self.result.steps
        moments = [one.due_at for one in found if one.due_at is not None]
        return shown.moment(max(moments)) if moments else ""

    @cached_property
    def _looked(self) -> list:
        found = [] if self.result is None else self.result.matched.why
        return [one for one in found if one.route.direction == self.route.direction]

    @cached_property
    def _told(self) -> list:
        """The one that is taken, and so many that are not."""
        left = TOLD
        found = []
        for one in self._looked:
            left -= not one.taken
            if one.taken or left >= 0:
                found.append(one)
        return found

    @property
    def untold(self) -> int:
        """How many more there are."""
        return len(self._looked) - len(self._told)

    @property
    def looked(self) -> str:
        """The templates of this direction, with why each is taken or not, as markup."""
        return "".join(
            list_rows.looked(one.route.title, reason_said(one.why), one.taken) for one in self._told
        )

    def svg(self) -> str:
        """The way, drawn."""
        if self.result is None or not self.result.steps:
            return ""
        return drawn(tuple(one.planned for one in self.result.steps))
