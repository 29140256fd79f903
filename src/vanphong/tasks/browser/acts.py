"""Forms of what is done with one task, beside those of every routing sheet."""

from vanphong import _
from vanphong.errors import Conflict
from vanphong.errors import NotAllowed
from vanphong.errors import mark
from vanphong.incoming.browser import act_step
from vanphong.organisation import directory
from vanphong.routing import actions as routing
from vanphong.routing import filing
from vanphong.routing import rules
from vanphong.routing.browser.act_form import Act
from vanphong.routing.browser.act_form import day_text
from vanphong.tasks import actions
from vanphong.tasks.actions.working import reply_named
from vanphong.tasks.browser.casting import names_in
from vanphong.tasks.browser.casting import unit_field
from vanphong.ui.browser.fields import day
from vanphong.ui.browser.fields import reason
from vanphong.ui.browser.fields import words
from vanphong.ui.given import Given


NOT_BACK = mark("Somebody leads this task. It is given anew when it has come back.")


class Progress(Act):
    """How far it is."""

    title = _("Note the progress")
    send = _("Note it")
    icon = "chart"
    needs_step = False
    act_name = "note_progress"

    def look_first(self) -> None:
        """Only who works on it."""
        if not self.situation.works:
            raise NotAllowed(mark("You have no part in this task now."))

    def fields(self) -> list[dict]:
        """Percent and what was done."""
        return [
            {
                "name": "percent",
                "label": _("Progress in percent"),
                "kind": "number",
                "width": 4,
                "required": True,
                "autofocus": True,
                "value": str(self.document.progress),
            },
            words("note", _("What has been done"), required=True),
        ]

    def perform(self):
        """Note it."""
        percent = Given(self.view.request.form).whole("percent")
        actions.note_progress(self.document, percent=percent, note=self.view.text("note"))
        return _("Progress ${n}% is noted.", mapping={"n": percent})


class Finish(act_step.Finish):
    """End the step, with the document that is the result."""

    def fields(self) -> list[dict]:
        """The result, the document, where it is kept."""
        found = super().fields()
        reply = {
            "name": "reply",
            "label": _("Result document"),
            "width": 12,
            "maxlength": 100,
            "value": self.document.reply_symbol,
            "placeholder": "25/BC-VHTT",
            "complete_url": f"{self.view.portal_url}/@@case-file-completions/documents",
            "help": _("Number and symbol; empty when the result is no document."),
        }
        return [found[0], reply, *found[1:]]

    def perform(self):
        """What would refuse the end is asked before anything is written."""
        result, reply = self.view.text("result"), self.view.text("reply")
        case_file = filing.chosen(self.document, self.view.text)
        sheet = rules.finish(self.situation.sheet, self.step.uid, self.situation.by, result=result)
        stages = self.view.stages
        stages.check(stages.stage_of(sheet))
        if reply and reply != self.document.reply_symbol:
            reply_named(self.document, reply)
            actions.link_reply(self.document, reply)
        step = routing.finish(self.document, self.step.uid, result=result, case_file=case_file())
        if step.confirm:
            return _("Finished; the head of the unit confirms.")
        return _("The task is finished.")


class GiveAnew(Act):
    """Give to somebody else what has come back."""

    title = _("Give the task anew")
    send = _("Give it")
    icon = "user"
    needs_step = False
    act_name = "give_task_anew"

    def look_first(self) -> None:
        """Only what has come back."""
        if self.situation.waiting is None:
            raise Conflict(NOT_BACK)

    def fields(self) -> list[dict]:
        """Who leads, who helps, until when."""
        body = directory.unit_object(self.document.body_uid)
        return [
            unit_field("lead", _("Lead"), body, required=True, people=True),
            unit_field("coordinators", _("Coordinate"), body, multiple=True),
            day("due", _("Deadline"), value=day_text(self.document.due_at)),
        ]

    def perform(self):
        """Give it."""
        body = directory.unit_object(self.document.body_uid)
        lead = names_in(self.view.text("lead"), body, "lead", people=True)
        actions.give_anew(
            self.document,
            lead=lead[0] if lead else "",
            coordinators=names_in(self.view.text("coordinators"), body, "coordinators"),
            due=self.day("due"),
        )
        return _("The task is given to ${who}.", mapping={"who": self.view.text("lead")})


class Cancel(Act):
    """Nothing is to be done any more."""

    title = _("Cancel the task")
    send = _("Cancel the task")
    icon = "x"
    needs_step = False
    act_name = "cancel_task"

    def fields(self) -> list[dict]:
        """Why."""
        return [reason(maxlength=1000, help=_("Those who have it are told."))]

    def perform(self):
        """Cancel."""
        actions.cancel_task(self.document, reason=self.view.text("reason"))
        return _("The task is cancelled.")


class Checklist(Act):
    """The items of the checklist, one a line."""

    title = _("Change the checklist")
    send = _("Save")
    icon = "done"
    needs_step = False
    act_name = "change_checklist"

    def fields(self) -> list[dict]:
        """All items."""
        return [
            {
                "name": "items",
                "label": _("Checklist"),
                "kind": "textarea",
                "rows": 6,
                "width": 12,
                "autofocus": True,
                "value": "\n".join(one.text for one in self.document.checklist),
                "help": _("One item a line; items that stay keep their ticks."),
            }
        ]

    def perform(self):
        """Save them."""
        actions.change_checklist(self.document, self.view.text("items").splitlines())
        return _("The checklist is saved.")


class Tick(Act):
    """One item: a button of the checklist, without a form of its own."""

    title = _("Tick an item")
    send = _("Tick")
    needs_step = False
    act_name = "tick_item"

    def perform(self):
        """Tick it, or take the tick away."""
        ticked = self.view.text("ticked") != "no"
        actions.tick_item(self.document, self.view.text("item"), ticked=ticked)
        return _("Ticked.") if ticked else _("The tick is taken away.")
