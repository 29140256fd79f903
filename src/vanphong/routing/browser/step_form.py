"""The inputs of one step of a template, and what they say."""

from dataclasses import replace
from functools import cached_property
from plone.i18n.normalizer import idnormalizer
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import RuleBroken
from vanphong.errors import mark
from vanphong.routing.browser import edits
from vanphong.routing.browser import shown
from vanphong.routing.browser import step_people
from vanphong.routing.browser.conditions import ConditionFields
from vanphong.routing.rules.route_values import LONGEST_TITLE
from vanphong.routing.rules.route_values import MOST_HOURS
from vanphong.routing.rules.routes import Relation
from vanphong.routing.rules.routes import Route
from vanphong.routing.rules.routes import RouteStep
from vanphong.routing.rules.routes import Vacant
from vanphong.routing.rules.routes import Who
from vanphong.routing.rules.sheet import ACTION_TEXTS
from vanphong.routing.rules.sheet import Action
from vanphong.routing.template_words import said
from vanphong.ui.browser.form import OfficeForm


#: What a new step can do; the others are in every template once and stay.
NEW = {
    "out": (Action.OPINE, Action.REVIEW, Action.APPRAISE, Action.APPROVE),
    "in": (Action.DIRECT,),
}

CONDITION = "step_"
NAMES = ("action", "title", "who", "hours", "back_to", "vacant", "beside")


class StepFields:
    """The form of a step that is there, or of a new one behind another."""

    def __init__(self, route: Route, body, *, step: RouteStep | None = None, after: str = ""):
        self.route = route
        self.body = body
        self.step = step
        self.after = after
        self.when = ConditionFields(body, route.direction, CONDITION)

    @property
    def names(self) -> list[str]:
        """Names of the inputs."""
        return [*NAMES, *self.when.names]

    @property
    def earlier(self) -> tuple[RouteStep, ...]:
        """The steps before it."""
        if self.step is not None:
            return self.route.steps[: edits.place_of(self.route, self.step.id)]
        return self.route.steps[: edits.place_of(self.route, self.after) + 1]

    @property
    def title(self):
        """Heading of the form."""
        if self.step is not None:
            return _("Step ${n}", mapping={"n": len(self.earlier) + 1})
        return _("New step behind step ${n}", mapping={"n": len(self.earlier)})

    @cached_property
    def fields(self) -> list[dict]:
        """What it does, who, how long, where it may go back, and without a holder."""
        step = self.step
        return [
            {
                "name": "action",
                "label": _("What is done"),
                "kind": "select",
                "width": 4,
                "options": [(str(one), said(ACTION_TEXTS[one])) for one in self._actions],
                "value": "" if step is None else str(step.action),
            },
            {
                "name": "title",
                "label": _("Name of the step"),
                "width": 6,
                "maxlength": LONGEST_TITLE,
                "value": "" if step is None else step.title,
                "placeholder": _("such as: legal appraisal"),
                "autofocus": True,
            },
            {
                "name": "hours",
                "label": _("Working hours"),
                "width": 2,
                "value": "" if step is None or step.hours is None else f"{step.hours:g}",
            },
            step_people.field(step, self.route.direction, self.body),
            {
                "name": "back_to",
                "label": _("May return to"),
                "kind": "checks",
                "width": 12,
                "options": [
                    (one.id, f"{number}. {shown.does(one)}")
                    for number, one in enumerate(self.earlier, 1)
                ],
                "value": self._back,
            },
            {
                "name": "vacant",
                "label": _("When nobody holds the post"),
                "kind": "radio",
                "width": 12,
                "options": [
                    (str(one), shown.capital(shown.text(shown.VACANT[one]))) for one in Vacant
                ],
                "value": str(Vacant.STOP if step is None else step.vacant),
            },
            *self._beside(),
        ]

    @cached_property
    def conditions(self) -> list[dict]:
        """For which documents only."""
        condition = self._blank.condition if self.step is None else self.step.condition
        return self.when.fields(condition)

    @property
    def has_condition(self) -> bool:
        """Whether the step is for some documents only."""
        return self.step is not None and self.step.condition != self._blank.condition

    @property
    def _blank(self) -> RouteStep:
        return RouteStep("", Action.OPINE, Who(Relation.UNIT_HEAD))

    @property
    def _actions(self) -> tuple[Action, ...]:
        new = NEW[self.route.direction]
        if self.step is not None and self.step.action not in new:
            return (self.step.action,)
        return new

    @property
    def _back(self) -> tuple[str, ...]:
        if self.step is not None:
            return self.step.back_to
        return tuple(one.id for one in self.earlier[:1] if one.action is Action.DRAFT)

    def _beside(self) -> list[dict]:
        before = self.earlier[-1:]
        if not before or before[0].action is not Action.OPINE:
            return []
        name = shown.does(before[0])
        return [
            {
                "name": "beside",
                "label": _("In a group"),
                "kind": "checks",
                "width": 12,
                "options": [("1", _("Side by side with “${step}”", mapping={"step": name}))],
                "value": ("1",) if self.step and edits.is_beside(self.route, self.step.id) else (),
            }
        ]

    # what was sent

    def read(self, form: OfficeForm) -> RouteStep:
        """The step as it was typed.

        :raises InvalidInput: or RuleBroken, naming the input.
        """
        action = self._action(form.text("action"))
        title = form.text("title")
        step = self.step or RouteStep(
            edits.new_id(self.route, idnormalizer.normalize(title or str(action), max_length=32)),
            action,
            Who(Relation.UNIT_HEAD),
        )
        vacant = form.text("vacant") or str(Vacant.STOP)
        if vacant not in set(Vacant):
            raise InvalidInput(mark("Choose one of the offers."), field="vacant")
        return replace(
            step,
            action=action,
            title=title,
            who=step_people.read(form.text("who")),
            hours=hours_of(form.text("hours")),
            back_to=tuple(one.id for one in self.earlier if one.id in form.texts("back_to")),
            vacant=Vacant(vacant),
            condition=self.when.read(form, step.condition),
        )

    def _action(self, text: str) -> Action:
        for one in self._actions:
            if text == str(one):
                return one
        raise InvalidInput(mark("Choose what is done in this step."), field="action")


def hours_of(text: str) -> float | None:
    """Working hours as they are typed: ``4``, ``0,5``, or nothing.

    :raises InvalidInput: for what is no number; :raises RuleBroken: for one that no step has.
    """
    if not text:
        return None
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        raise InvalidInput(
            mark("“${value}” is no number of hours. Write 4 or 0,5."),
            value=text[:20],
            field="hours",
        ) from None
    if not 0 <= found <= MOST_HOURS:
        raise RuleBroken(
            mark("${hours} working hours are not possible. Give 0 to ${most}, or none."),
            hours=text[:20],
            most=MOST_HOURS,
            field="hours",
        )
    return found
