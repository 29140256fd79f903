"""Who held a document and who holds it: the story for the macro ``timeline``.

The main line is told in order: registration, leaders, the lead and whom the lead gave it
to. Units that coordinate or are informed stand below the lead that they belong to.
"""

from collections.abc import Iterator
from vanphong import _
from vanphong.incoming.browser.document_words import standing
from vanphong.incoming.browser.situation import Situation
from vanphong.routing import rules
from vanphong.routing.browser.passing import waiting
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.routing.rules import Step


#: More units than this with the same part are told by their number.
MANY = 5

ENDED = {State.RETURNED: "back", State.CANCELLED: "back"}


class Timeline:
    """The entries of one document; ``vp`` writes badges and moments."""

    def __init__(self, situation: Situation, vp) -> None:
        self.situation = situation
        self.sheet = situation.sheet
        self.vp = vp

    def entries(self) -> list[dict]:
        """All entries, the first one first."""
        return [*self._entry(), *self._told(), *self._held(), *self._next()]

    def _held(self) -> Iterator[dict]:
        """The state between two stages in which it waits, and who passes it on."""
        held = waiting(self.situation.document)
        if held is not None:
            yield held.entry(self.vp)

    def _entry(self) -> Iterator[dict]:
        document = self.situation.document
        if document.registered_at is not None:
            yield {
                "title": document.registered_by,
                "text": self.vp.text(_("Registered")),
                "when": document.registered_at,
            }
        elif document.arrived_at is not None:
            waits = not document.return_reason
            yield {
                "title": _("Records clerk of the body"),
                "text": self.vp.text(_("Not registered yet") if waits else _("Arrived")),
                "when": document.arrived_at,
                "kind": "now" if waits else "done",
            }
        if document.return_reason:
            yield {
                "title": _("Returned to the sender"),
                "text": document.return_reason,
                "kind": "back",
            }

    def _told(self) -> Iterator[dict]:
        for step in self.sheet:
            if step.action is Action.DIRECT:
                yield self._direct(step)
            elif step.action is Action.LEAD or self._is_my_part(step):
                yield self._work(step)

    def _is_my_part(self, step: Step) -> bool:
        """Whether this person, or somebody they gave it to, coordinates with this step."""
        if step.action is not Action.COORDINATE:
            return False
        own = self.situation.is_mine(step)
        return own or (bool(step.parent) and step.giver == self.situation.me.user_id)

    def _direct(self, step: Step) -> dict:
        if step.awaits:
            return self._now(step, self._opened(step))
        if step.state is State.CANCELLED:
            return self._entry_of(step, self.vp.text(_("Taken back")), step.finished_at)
        text = _("Directed") if self._was_directed(step) else _("Passed on")
        if step.result:
            text = _("Passed on: ${note}", mapping={"note": step.result})
        return self._entry_of(step, self.vp.text(text), step.finished_at)

    def _was_directed(self, step: Step) -> bool:
        return any(
            other.action is Action.LEAD
            and not other.parent
            and other.started_at == step.finished_at
            for other in self.sheet
        )

    def _work(self, step: Step) -> dict:
        children = list(self._children(step))
        if step.awaits:
            return self._now(step, self._opened(step), children)
        if step.state is State.ASSIGNED:
            told = {"part": self.vp.text(_(rules.ACTION_TEXTS[step.action]))}
            text = _("${part}, assigned on", mapping=told)
            entry = self._entry_of(step, self.vp.text(text), step.received_at, children)
            entry["badge"] = self._extension(step) + self._urges(step)
            return entry
        return self._entry_of(step, self._ending(step), step.finished_at, children)

    def _ending(self, step: Step) -> str:
        if step.state is State.DONE:
            return step.result or self.vp.text(_("Finished"))
        words = {
            State.RETURNED: _("Handed back: ${reason}", mapping={"reason": step.comment}),
            State.CANCELLED: _("Taken back"),
        }
        if step.state is State.CANCELLED and self._is_replaced(step):
            return self.vp.text(_("Ended by a later directive"))
        return self.vp.text(words[step.state])

    def _is_replaced(self, step: Step) -> bool:
        return any(
            other.started_at == step.finished_at and other.directive != step.directive
            for other in self.sheet
            if other.directive
        )

    def _entry_of(self, step: Step, text: str, when, children=()) -> dict:
        entry = {
            "title": step.actor_title,
            "text": text,
            "when": when,
            "kind": ENDED.get(step.state, "done"),
            "mine": self.situation.is_mine(step),
            "children": list(children),
        }
        if step.state is State.DONE and step.due is not None:
            entry["badge"] = self.vp.lateness(self.situation.lateness(step), finished=True)
        return entry

    def _now(self, step: Step, text: str, children=()) -> dict:
        badges = self._extension(step) + self._urges(step)
        if step.due is not None:
            badges = self.vp.lateness(self.situation.lateness(step)) + badges
        if step.comment and step.action is not Action.DIRECT:
            text = f"{text} · {step.comment}"
        return {
            "title": step.actor_title,
            "text": text,
            "kind": "now",
            "mine": self.situation.is_mine(step),
            "badge": badges,
            "children": list(children),
        }

    def _opened(self, step: Step) -> str:
        """Since when they have it, and what they have done with it so far."""
        opened = self.situation.opened_at(step)
        if step.state is State.RECEIVED:
            words = _("received") if not step.parent else _("being handled")
        elif opened:
            words = _("opened ${when}", mapping={"when": self.vp.moment(opened)})
        else:
            words = _("not opened")
        told = {
            "part": self.vp.text(_(rules.ACTION_TEXTS[step.action])),
            "when": self.vp.moment(step.started_at),
            "state": self.vp.text(words),
        }
        return self.vp.text(_("${part}, since ${when}; ${state}", mapping=told))

    def _extension(self, step: Step) -> str:
        asked = step.extension
        if asked is None or asked.state != "asked":
            return ""
        until = self.vp.date(asked.due.date())
        text = _("asks for time until ${date}", mapping={"date": until})
        return self.vp.badge("soon", text)

    def _urges(self, step: Step) -> str:
        if not step.urges:
            return ""
        times = len(step.urges)
        text = _("reminded once") if times == 1 else _("reminded ${n} times", mapping={"n": times})
        return self.vp.badge("line", text)

    def _children(self, lead: Step) -> Iterator[dict]:
        if lead.parent or lead.action is not Action.LEAD:
            return
        for action in (Action.COORDINATE, Action.INFORM):
            steps = [
                step
                for step in self.sheet
                if step.action is action and step.directive == lead.directive and not step.parent
            ]
            yield from self._many(action, steps) if len(steps) > MANY else self._few(steps)

    def _few(self, steps: list[Step]) -> Iterator[dict]:
        for step in steps:
            opened = self.situation.opened_at(step)
            kind, words = standing(step, opened, self.situation.was_read(step))
            part = self.vp.text(_(rules.ACTION_TEXTS[step.action])).lower()
            badge = self.vp.badge(kind, words) + self._urges(step)
            yield {"title": f"{step.actor_title}, {part}", "badge": badge}

    def _many(self, action: Action, steps: list[Step]) -> Iterator[dict]:
        seen = sum(self._is_seen(step) for step in steps)
        part = self.vp.text(_(rules.ACTION_TEXTS[action])).lower()
        title = _("${n} units, ${part}", mapping={"n": len(steps), "part": part})
        words = _("${n} have opened it", mapping={"n": seen})
        yield {"title": self.vp.text(title), "badge": self.vp.badge("plain", words)}

    def _is_seen(self, step: Step) -> bool:
        return step.state is not State.OPEN or bool(self.situation.opened_at(step))

    def _next(self) -> Iterator[dict]:
        """What is still to come, as far as anybody can tell."""
        stage = self.situation.stage
        if stage == "registered":
            yield {"title": _("Leader"), "text": _("not presented yet"), "kind": "next"}
        if stage == "presented":
            yield {"title": _("Unit that leads"), "text": _("not named yet"), "kind": "next"}
        lead = rules.leading(self.sheet)
        if lead is None:
            return
        if lead.state is not State.ASSIGNED:
            yield {"title": _("Person handling it"), "text": _("not assigned yet"), "kind": "next"}
        due = self.vp.moment(lead.due) if lead.due else self.vp.text(_("no deadline"))
        text = _("due ${when}", mapping={"when": due}) if lead.due else due
        yield {"title": _("End"), "text": text, "kind": "next"}
