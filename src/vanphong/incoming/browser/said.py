"""What others said to a person together with a step: notes, instructions, reasons."""

from collections.abc import Iterator
from vanphong import _
from vanphong.incoming.browser.situation import Situation
from vanphong.routing import rules
from vanphong.routing.rules import Action
from vanphong.routing.rules import State
from vanphong.routing.rules import Step


def said_to_me(situation: Situation) -> Iterator[dict]:
    """Dicts of title, by, when, text; what a directive says stands on its own card."""
    for step in situation.decisions:
        yield _decision(situation, step)
    step = situation.step
    if step is None:
        return
    if _is_own_word(situation, step):
        title = _("Presented with the note") if step.action is Action.DIRECT else _("Instruction")
        if step.action is Action.DIRECT and step.comment:
            title = _("Handed back")
        yield _said(title, step.giver_title, step.started_at, step.instruction)
    yield from _handed_back(situation, step)
    for child in situation.unconfirmed(step)[-1:]:
        title = _("Finished, awaits your confirmation")
        yield _said(title, child.actor_title, child.finished_at, child.result)
    for urge in step.urges[-1:]:
        yield _said(_("Reminded"), urge.by, urge.at, urge.text)
    if step.extension is not None and step.extension.state == "refused":
        yield _refusal(situation, step)


def _is_own_word(situation: Situation, step: Step) -> bool:
    """Whether the step says more than the directive it belongs to."""
    if not step.instruction:
        return False
    if step.action is Action.DIRECT:
        return True
    return bool(step.parent) and (
        step.instruction != rules.find(situation.sheet, step.parent).instruction
    )


def _decision(situation: Situation, step: Step) -> dict:
    asked = rules.find(situation.sheet, step.parent)
    title = _(
        "${who} asks for time until ${date}",
        mapping={"who": step.giver_title, "date": f"{asked.extension.due:%d/%m/%Y}"},
    )
    return _said(title, "", step.started_at, step.instruction)


def _handed_back(situation: Situation, step: Step) -> Iterator[dict]:
    """The last person who handed it back to this unit, while nobody else has it."""
    back = [
        child
        for child in rules.children(situation.sheet, step.uid)
        if child.state is State.RETURNED
    ]
    if step.awaits and back:
        last = back[-1]
        yield _said(_("Handed back"), last.actor_title, last.finished_at, last.comment)


def _refusal(situation: Situation, step: Step) -> dict:
    decided = [
        child
        for child in rules.children(situation.sheet, step.uid)
        if child.action is Action.EXTEND and child.state is State.DONE
    ]
    last = decided[-1] if decided else step
    by = step.extension.decided_by
    return _said(_("More time was refused"), by, last.finished_at, last.result)


def _said(title, by: str, when, text: str) -> dict:
    return {"title": title, "by": by, "when": when, "text": text}
