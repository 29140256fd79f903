"""Acts on one's own step: receive, assign, report, finish, hand back, ask for more time."""

from functools import cached_property
from vanphong import _
from vanphong.ledger import work
from vanphong.organisation import directory
from vanphong.routing import actions
from vanphong.routing import filing
from vanphong.routing import rules
from vanphong.routing import sheet as sheets
from vanphong.routing.browser.act_form import Act
from vanphong.routing.browser.act_form import choice
from vanphong.routing.browser.act_form import day_text
from vanphong.routing.browser.act_form import due_said
from vanphong.routing.browser.act_form import due_words
from vanphong.routing.rules import Action
from vanphong.ui.browser.fields import day
from vanphong.ui.browser.fields import reason
from vanphong.ui.browser.fields import words


class Receive(Act):
    """One click; the form is only seen without a step of one's own."""

    title = _("Receive")
    send = _("Receive")
    icon = "in"

    def perform(self):
        """Receive for the unit."""
        step = actions.receive(self.document, self.step.uid)
        return _("Received for ${unit}.", mapping={"unit": step.actor_title})


class Assign(Act):
    """Give the work to a person of the unit."""

    title = _("Assign to a person")
    send = _("Assign")
    icon = "user"
    sentence = _("To ${person}, due ${due}", mapping={"person": "{person}", "due": "{due}"})

    @cached_property
    def unit(self):
        """The unit whose step it is."""
        return directory.unit_object(sheets.unit_uid(self.situation.sheet, self.step))

    def fields(self) -> list[dict]:
        """Who, until when, what, and whether it comes back first."""
        due = self.step.due
        until = due_words(due)
        return [
            choice(
                "person",
                _("Person"),
                self._people(),
                required=True,
                open=True,
                hint=_("with the number of works each one holds"),
            ),
            day(
                "due",
                _("Due"),
                5,
                value=day_text(due),
                help=_("For the unit: ${due}", mapping={"due": until}),
            ),
            {
                "name": "confirm",
                "label": _("When they have finished"),
                "kind": "radio",
                "width": 7,
                "value": "no",
                "options": [("no", _("The unit's part ends")), ("yes", _("It comes back to me"))],
            },
            words(
                "instruction",
                _("Instruction"),
                2,
                placeholder=_("Empty: the leader's directive stands"),
            ),
        ]

    def _people(self):
        held = {row["actor"]: row for row in work.holding(self.unit.UID(), self.situation.now)}
        me = self.situation.me.user_id
        for person in directory.people(self.unit):
            title = person.title
            if person.user_id == me:
                title = _("${name} (you)", mapping={"name": title})
            yield person.user_id, title, _load(held.get(person.user_id))

    def perform(self):
        """Assign; the unit's own due date stands where the day is the same."""
        due, whole = self.day("due"), self.step.due
        if due is not None and whole is not None and due == whole.date():
            due = None
        child = actions.assign(
            self.document,
            self.step.uid,
            person=self.view.text("person"),
            due=due,
            instruction=self.view.text("instruction"),
            confirm=self.view.text("confirm") == "yes",
        )
        return _(
            "Assigned to ${person}, ${due}.",
            mapping={"person": child.actor_title, "due": due_said(child.due)},
        )


def _load(row):
    """How much somebody holds, in words."""
    if row is None:
        return _("holds nothing")
    if row["late"]:
        numbers = {"n": row["open"], "late": row["late"]}
        return _("holds ${n}, ${late} of them late", mapping=numbers)
    return _("holds ${n}", mapping={"n": row["open"]})


class Report(Act):
    """Write down how far the work has come."""

    title = _("Report on the work")
    send = _("Report")
    icon = "chat"

    def fields(self) -> list[dict]:
        """What has been done so far."""
        return [
            words(
                "result",
                _("What has been done"),
                5,
                required=True,
                autofocus=True,
                value=self.step.result,
                maxlength=4000,
            )
        ]

    def perform(self):
        """Report."""
        actions.report(self.document, self.step.uid, result=self.view.text("result"))
        return _("The report is with the document; the work goes on.")


class Finish(Act):
    """End the step."""

    title = _("Finish the work")
    send = _("Finish")
    ends_here = True

    def fields(self) -> list[dict]:
        """The result, which the lead owes, and where the document is kept."""
        kept = filing.fields(self.document) or [
            {
                "name": "case_file",
                "label": _("Case file"),
                "width": 12,
                "maxlength": 200,
                "placeholder": _("Code or name; empty when no case file is kept"),
            }
        ]
        return [
            words(
                "result",
                _("Result"),
                4,
                required=self.step.action is Action.LEAD,
                autofocus=True,
                value=self.step.result,
                maxlength=4000,
            ),
            *kept,
        ]

    def perform(self):
        """Finish; what would refuse it is asked before a new file is opened."""
        result = self.view.text("result")
        case_file = filing.chosen(self.document, self.view.text)
        rules.finish(self.situation.sheet, self.step.uid, self.situation.by, result=result)
        step = actions.finish(self.document, self.step.uid, result=result, case_file=case_file())
        number = self.document.label
        if step.confirm:
            return _(
                "Finished ${number}; the head of the unit confirms.", mapping={"number": number}
            )
        return _("Finished ${number}.", mapping={"number": number})


class HandBack(Act):
    """Give the step back to who gave it."""

    title = _("Hand back")
    send = _("Hand back")
    icon = "back"

    def fields(self) -> list[dict]:
        """Why."""
        who = self.step.giver_title
        told = _("It goes back to ${who} with this reason.", mapping={"who": who})
        return [reason(help=told)]

    def perform(self):
        """Hand back."""
        step = actions.hand_back(self.document, self.step.uid, reason=self.view.text("reason"))
        return _("Handed back to ${who}.", mapping={"who": step.giver_title})


class AskExtension(Act):
    """Ask for a later due date."""

    title = _("Ask for more time")
    send = _("Send the request")
    icon = "clock"

    def fields(self) -> list[dict]:
        """Until when, and why."""
        now = due_words(self.step.due)
        who = {"now": now, "who": self.step.giver_title}
        return [
            day(
                "due",
                _("New deadline"),
                required=True,
                autofocus=True,
                help=_("Now ${now}. ${who} decides.", mapping=who),
            ),
            reason(autofocus=False),
        ]

    def perform(self):
        """Ask."""
        step = actions.ask_extension(
            self.document, self.step.uid, due=self.day("due"), reason=self.view.text("reason")
        )
        until = {"who": step.giver_title, "due": due_words(step.extension.due)}
        return _("Asked ${who} for time until ${due}.", mapping=until)
