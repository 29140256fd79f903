"""Who held an outgoing document, who holds it, who comes: for the macro ``timeline``."""

from collections.abc import Iterator
from vanphong import _
from vanphong.outgoing.browser.act_check import called
from vanphong.outgoing.browser.situation import Situation
from vanphong.routing.browser.passing import waiting
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.routing.rules import Step
from vanphong.routing.rules.routes import running


#: How an ended step is told.
ENDED = {
    Action.DRAFT: _("Submitted the draft"),
    Action.OPINE: _("Gave the opinion"),
    Action.REVIEW: _("Content checked"),
    Action.APPRAISE: _("Form checked"),
    Action.APPROVE: _("Draft approved"),
    Action.SIGN: _("Signed"),
    Action.NUMBER: _("Numbered and issued"),
}

NOW = {
    Action.DRAFT: _("Drafts it"),
    Action.OPINE: _("To give an opinion"),
    Action.REVIEW: _("To check the content"),
    Action.APPRAISE: _("To appraise the form"),
    Action.APPROVE: _("To approve the draft"),
    Action.SIGN: _("To sign"),
    Action.NUMBER: _("To number and issue"),
}


class Timeline:
    """The entries of one document; ``vp`` writes badges and moments."""

    def __init__(self, situation: Situation, vp) -> None:
        self.situation = situation
        self.vp = vp

    def entries(self) -> list[dict]:
        """All entries, the first one first."""
        return [*self._begun(), *self._steps(), *self._held(), *self._coming()]

    def _begun(self) -> Iterator[dict]:
        document = self.situation.document
        submitted = any(step.route_step for step in self.situation.sheet)
        yield {
            "title": document.drafter_title,
            "text": self.vp.text(_("Began the draft") if submitted else NOW[Action.DRAFT]),
            "when": document.created_at,
            "kind": "done" if submitted or not self.situation.is_draft else "now",
            "mine": self.situation.is_drafter,
        }

    def _held(self) -> Iterator[dict]:
        """The state between two stages in which it waits, and who passes it on."""
        held = waiting(self.situation.document)
        if held is not None:
            yield held.entry(self.vp)

    def _steps(self) -> Iterator[dict]:
        for step in self.situation.sheet:
            if step.route_step and step.awaits:
                yield self._now(step)
            elif step.route_step:
                yield self._ended(step)

    def _now(self, step: Step) -> dict:
        opened = self.situation.opened_at(step)
        told = {
            "part": self._part(step),
            "when": self.vp.moment(step.started_at),
            "state": _("opened ${when}", mapping={"when": self.vp.moment(opened)})
            if opened
            else _("not opened"),
        }
        return {
            "title": step.actor_title,
            "text": self.vp.text(_("${part}, since ${when}; ${state}", mapping=told)),
            "kind": "now",
            "mine": self.situation.is_mine(step),
            "badge": self.vp.lateness(self.situation.lateness(step)) if step.due else "",
        }

    def _part(self, step: Step) -> str:
        """What the step is called in the template, else what it does."""
        for one in self.situation.plan:
            if one.step.id == step.route_step and one.step.title:
                return one.step.title
        return NOW[step.action]

    def _ended(self, step: Step) -> dict:
        if step.state is State.RETURNED:
            text = _("Sent back: ${reason}", mapping={"reason": step.comment})
        elif step.state is State.CANCELLED:
            text = _("Taken back")
        else:
            text = ENDED[step.action]
        entry = {
            "title": step.actor_title,
            "text": self.vp.text(text),
            "when": step.finished_at,
            "kind": "done" if step.state is State.DONE else "back",
            "mine": self.situation.is_mine(step),
        }
        if step.state is State.DONE and step.lapsed and step.action is not Action.DRAFT:
            entry["badge"] = self.vp.badge("line", _("no longer counts"))
        return entry

    def _coming(self) -> Iterator[dict]:
        """The steps of the plan that have not begun."""
        if self.situation.document.issued_at or self.situation.document.cancelled_at:
            return
        awaiting = {step.route_step for step in self.situation.running}
        plan = running(self.situation.plan)
        places = [place for place, one in enumerate(plan) if one.step.id in awaiting]
        for one in plan[max(places) + 1 :] if places else ():
            title = one.actor_title or self.vp.text(called(one))
            yield {"title": title, "text": self.vp.text(called(one)), "kind": "next"}
