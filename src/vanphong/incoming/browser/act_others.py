"""Acts about the document, or about what others hold: present, remind, take back, decide."""

from functools import cached_property
from vanphong import _
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import mark
from vanphong.incoming import actions as incoming
from vanphong.incoming.stages import Stages
from vanphong.organisation import directory
from vanphong.routing import actions
from vanphong.routing import rules
from vanphong.routing.browser.act_form import Act
from vanphong.routing.browser.act_form import choice
from vanphong.routing.browser.act_form import day_text
from vanphong.routing.browser.act_form import due_words
from vanphong.ui.browser.fields import day
from vanphong.ui.browser.fields import reason
from vanphong.ui.browser.fields import words


NOBODY_LEFT = mark("There is nobody left here whom it could be about. Load the document again.")


class Present(Act):
    """Lay the document before one leader."""

    title = _("Present to a leader")
    send = _("Present")
    icon = "send"
    needs_step = False

    def look_first(self) -> None:
        """Refuse when it lies before somebody else already."""
        waiting = self.situation.waiting
        if waiting is not None:
            rules.check(self.situation.sheet, waiting.uid, "pass_on", self.situation.by)
        elif not self.situation.may("present"):
            raise NotAllowed(mark("This document is not presented by you, or not at this stage."))

    def fields(self) -> list[dict]:
        """To whom, with which note."""
        waiting = self.situation.waiting
        body = directory.unit_object(self.document.body_uid)
        leaders = [
            (actor, title, "")
            for actor, title in incoming.leaders_to_present_to(body, self.document)
            if waiting is None or actor != waiting.actor
        ]
        return [
            choice("to", _("Leader"), leaders, required=True, open=True),
            words("note", _("Note for the leader"), 2),
        ]

    def perform(self):
        """Present."""
        incoming.present(self.document, self.view.text("to"), note=self.view.text("note"))
        to = dict(self._titles()).get(self.view.text("to"), "")
        return _("Presented to ${who}.", mapping={"who": to})

    def _titles(self):
        return incoming.leaders_to_present_to(directory.unit_object(self.document.body_uid))


class ReturnToSender(Act):
    """Send back what does not belong here."""

    title = _("Return to the sender")
    send = _("Return")
    icon = "back"
    needs_step = False

    def look_first(self) -> None:
        """Only before registration, and only the clerk."""
        if self.document.arrival_number is not None:
            raise Conflict(
                mark("A registered document is not returned; present it with your remark.")
            )
        if not self.situation.may("return_to_sender"):
            raise NotAllowed(mark("Only the records clerk returns a document to its sender."))

    def fields(self) -> list[dict]:
        """Why."""
        return [reason(help=_("The sender gets it with the document."))]

    def perform(self):
        """Return."""
        incoming.return_to_sender(self.document, reason=self.view.text("reason"))
        return _("Returned to ${who}.", mapping={"who": self.document.organ_name})


class CancelRegistration(Act):
    """Cancel what was registered by mistake."""

    title = _("Cancel the registration")
    send = _("Cancel the registration")
    icon = "x"
    needs_step = False

    def look_first(self) -> None:
        """Only before anybody else had it, and only the clerk."""
        if not may_cancel(self.situation):
            raise Conflict(
                mark("Others have had this document in hand; its registration is not cancelled.")
            )

    def fields(self) -> list[dict]:
        """Why."""
        told = _("Its number is void and is never given again; the register keeps why.")
        return [reason(maxlength=500, help=told)]

    def perform(self):
        """Cancel."""
        incoming.cancel_registration(self.document, reason=self.view.text("reason"))
        return _("The registration is cancelled; number ${n} is void.", mapping=self._number)

    @property
    def _number(self) -> dict:
        return {"n": self.document.label}


def may_cancel(situation) -> bool:
    """Whether the registration can still be cancelled by this person."""
    document = situation.document
    return (
        document.arrival_number is not None
        and document.cancelled_at is None
        and not document.origin_uid
        and Stages(document).now == "registered"
        and all(step.state is rules.State.CANCELLED for step in situation.sheet)
        and situation.may("cancel_registration")
    )


class _OnOthers(Act):
    """About a step of somebody else; asks which one when there are several."""

    needs_step = False
    label = ""

    @cached_property
    def steps(self) -> list:
        """Steps that it may be about."""
        raise NotImplementedError

    def look_first(self) -> None:
        """Refuse when there is nothing that it could be about."""
        if not self.steps:
            raise Conflict(NOBODY_LEFT)

    def fields(self) -> list[dict]:
        """Which one, the one asked for first."""
        options = [(step.uid, step.actor_title, self._hint(step)) for step in self.steps]
        asked = self.view.text("step") or (options[0][0] if len(options) == 1 else "")
        return [choice("step", self.label, options, required=True, value=asked, open=not asked)]

    def _hint(self, step):
        part = _(rules.ACTION_TEXTS[step.action])
        if step.due is None:
            return part
        due = {"part": part, "due": due_words(step.due)}
        return _("${part}, due ${due}", mapping=due)


class TakeBack(_OnOthers):
    """Take back what nobody has opened."""

    title = _("Take back")
    send = _("Take back")
    icon = "reload"
    label = _("From whom")

    @cached_property
    def steps(self) -> list:
        """What this person gave on, unopened."""
        return self.situation.takeable

    def perform(self):
        """Take back."""
        step = actions.take_back(self.document, self.step.uid)
        return _("Taken back from ${who}.", mapping={"who": step.actor_title})


class Urge(_OnOthers):
    """Remind a holder."""

    title = _("Remind")
    send = _("Remind")
    icon = "bell"
    label = _("Whom")

    @cached_property
    def steps(self) -> list:
        """Whom this person may remind."""
        return self.situation.urgeable

    def fields(self) -> list[dict]:
        """Whom, with which words."""
        may_stay = _("May stay empty; the reminder is counted and kept")
        text = words("text", _("Words of the reminder"), 2, maxlength=1000, placeholder=may_stay)
        return [*super().fields(), text]

    def perform(self):
        """Remind."""
        step = actions.urge(self.document, self.step.uid, text=self.view.text("text"))
        if len(step.urges) == 1:
            return _("Reminded ${who}.", mapping={"who": step.actor_title})
        times = {"who": step.actor_title, "n": len(step.urges)}
        return _("Reminded ${who}, for the ${n}. time.", mapping=times)


class DecideExtension(Act):
    """Grant or refuse more time."""

    title = _("Decide on the extension")
    send = _("Decide")
    icon = "clock"

    @cached_property
    def asked(self):
        """The step whose due date is in question."""
        return rules.find(self.situation.sheet, self.step.parent)

    def fields(self) -> list[dict]:
        """Yes or no, until when, why."""
        extension = self.asked.extension
        now = {"who": self.asked.actor_title, "due": due_words(self.asked.due)}
        return [
            {
                "name": "grant",
                "label": _("Decision"),
                "kind": "radio",
                "width": 6,
                "required": True,
                "options": [("yes", _("Grant")), ("no", _("Refuse"))],
            },
            day(
                "due",
                _("New deadline"),
                6,
                value=day_text(extension.due if extension else None),
                help=_("${who} has until ${due} now.", mapping=now),
            ),
            words("reason", _("Reason"), 2, hint=_("needed for a refusal")),
        ]

    def perform(self):
        """Decide."""
        grant = self.view.text("grant") == "yes"
        step = actions.decide_extension(
            self.document,
            self.step.uid,
            grant=grant,
            due=self.day("due"),
            reason=self.view.text("reason"),
        )
        if not grant:
            return _("More time was refused to ${who}.", mapping={"who": step.actor_title})
        until = {"who": step.actor_title, "due": due_words(step.due)}
        return _("${who} has time until ${due}.", mapping=until)
