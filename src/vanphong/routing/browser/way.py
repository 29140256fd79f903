"""The way of a document on its page: drawn, in words, and why it waits: ``@@route-diagram``."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.rules import lateness
from vanphong.calendars.settings import work_calendar
from vanphong.errors import mark
from vanphong.routing import sheet as sheets
from vanphong.routing.browser.diagram import RouteDiagram
from vanphong.routing.browser.panel import static_url
from vanphong.routing.browser.passing import Waiting
from vanphong.routing.browser.passing import waiting
from vanphong.routing.browser.svg import draw
from vanphong.routing.interfaces import IStages
from vanphong.routing.rules import Action
from vanphong.routing.rules import Step
from vanphong.routing.rules.diagram import Box
from vanphong.routing.rules.diagram import Mark
from vanphong.ui import format as fmt


#: How a step looks in the list of the macro ``timeline``.
KINDS = {
    Mark.DONE: "done",
    Mark.CURRENT: "now",
    Mark.COMING: "next",
    Mark.SKIPPED: "next",
}

WAITS = mark("It waits for ${who}: ${step}, since ${when}.")
WAITS_UNTIL = mark("It waits for ${who}: ${step}, since ${when}, until ${due}.")
LATE = mark("It waits for ${who}: ${step}, since ${when}; it was due ${due}.")
WAITS_BETWEEN = mark("It waits in the state “${state}”, to be passed on by: ${who}.")
THROUGH = mark("It waits for nobody: every step of its way is done.")
NOT_YET = mark("No step has begun. The first one is “${step}”, with ${who}.")


class RoutePart(RouteDiagram):
    """The part "the way of the document" for the page of any routed document."""

    @property
    def style(self) -> str:
        """Address of the style of the part."""
        return static_url("routes.css")

    @cached_property
    def held(self) -> Waiting | None:
        """The state between two stages in which the document waits."""
        return waiting(self.context) if IStages(self.context, None) is not None else None

    @property
    def title(self) -> str:
        """Title of the panel."""
        return self.said(mark("The way of the document"))

    def svg(self, per_line: int = 2) -> str:
        """The drawing; who hears it instead is told where the document is."""
        return draw(self.diagram, f"{self.title}. {self.waits()}", self.sentence, per_line)

    def waits(self) -> str:
        """In one sentence, why the document waits and for whom."""
        if self.held is not None:
            return self.said(WAITS_BETWEEN, state=self.held.state, who=self.held.who)
        current = self.diagram.current
        if current:
            return " ".join(self._waits_for(box) for box in current)
        coming = [box for box in self.diagram.boxes if box.mark is Mark.COMING]
        if not coming:
            return self.said(THROUGH)
        return self.said(NOT_YET, step=coming[0].title, who=self._who(coming[0]))

    def _waits_for(self, box: Box) -> str:
        who, since, due = self._who(box), box.at, box.due
        given = self._given_on if box.action is Action.LEAD else None
        if given is not None:
            who, since, due = f"{given.actor_title} ({who})", given.started_at, given.due or due
        told = {"who": who, "step": within(box.title), "when": self._moment(since)}
        if due is None:
            return self.said(WAITS, **told)
        text = LATE if due < clock.now() else WAITS_UNTIL
        return self.said(text, **told, due=self._moment(due))

    @cached_property
    def _given_on(self) -> Step | None:
        """The step of the person to whom the unit that leads has given the work."""
        sheet = sheets.steps_of(self.context)
        found = [one for one in sheet if one.action is Action.LEAD and one.parent and one.awaits]
        return found[-1] if found else None

    def entries(self, vp) -> list[dict]:
        """The steps for the macro ``timeline``: done, current, to come, left out."""
        return [self._entry(box, vp) for box in self.diagram.boxes]

    def _entry(self, box: Box, vp) -> dict:
        entry = {"title": box.title, "kind": KINDS[box.mark]}
        if box.mark is Mark.SKIPPED:
            why = self.said(box.why) if box.why else ""
            text = self.said(mark("left out: ${why}"), why=why) if why else vp.text(_("left out"))
            return {**entry, "text": text}
        entry["text"] = self._who(box)
        if box.mark is Mark.COMING:
            return entry
        entry["when"] = self._moment(box.at)
        if box.mark is Mark.CURRENT:
            entry["when"] = self.said(mark("since ${when}"), when=self._moment(box.at))
            if box.due is not None:
                left = lateness(work_calendar(), box.due, clock.now())
                until = self.said(mark("due ${when}"), when=self._moment(box.due))
                entry["badge"] = f"{vp.lateness(left)} {vp.badge('plain', until)}"
        return entry

    def _moment(self, when) -> str:
        if when is None:
            return "–"
        return self.said(fmt.moment(when, clock.now()))


def within(title: str) -> str:
    """The title of a step in the middle of a sentence: ``thẩm định (Phòng Tư pháp)``."""
    return title if title[:2].isupper() else title[:1].lower() + title[1:]
