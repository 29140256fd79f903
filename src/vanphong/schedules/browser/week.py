"""The acts on the week as it is planned: ``@@week/2024/33``."""

from functools import cached_property
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.schedules import actions
from vanphong.schedules import importing
from vanphong.schedules.browser import week_acts
from vanphong.schedules.browser.week_grid import Grid


#: The acts of the buttons: name, what is to be said afterwards.
SAID = {
    "compile_week": _("The week is compiled and waits for approval."),
    "approve": _("The week is approved."),
    "publish": _("The week is published."),
    "republish": _("The adjusted schedule is published."),
    "unpublish": _("The week is off the portal."),
    "reopen": _("Proposals are collected again."),
    "accept": _("The proposal is in the schedule."),
    "refuse": _("The proposal is refused."),
    "cancel": _("The item is cancelled."),
    "withdraw": _("The proposal is withdrawn."),
    "move": _("The item is moved."),
    "copy_week": _("The items of the week before are copied."),
    "import_items": _("The events of the file are put down as proposals."),
}


class WeekForm(Grid):
    """A week in the hands of those who propose, compile, approve and publish."""

    move_hint = _("Drag it, or move it with Alt and the arrow keys.")

    @cached_property
    def act_buttons(self) -> list[dict]:
        """What the person may do with the week now."""
        return week_acts.buttons(self)

    @property
    def act_fields(self) -> list[dict]:
        """What the buttons ask for."""
        return week_acts.fields(self)

    def act(self):
        """Do what the button says."""
        name = self.text("act")
        if name not in SAID:
            raise InvalidInput(mark("Choose what is to be done."))
        if name == "copy_week":
            actions.copy_week(self.context, self.week.year, self.week.number)
            return SAID[name]
        if name == "import_items":
            actions.import_items(self.context, self._file())
            return SAID[name]
        if self.stored is None:
            raise InvalidInput(mark("Nothing is put down for this week yet."))
        getattr(self, f"_do_{name}", self._do)(name)
        return SAID[name]

    def _file(self) -> bytes:
        sent = self.upload("file")
        if sent is None:
            raise InvalidInput(mark("Choose a calendar file (.ics)."), field="file")
        return sent.read(importing.LARGEST + 1)

    def _do(self, name: str) -> None:
        getattr(actions, name)(self.stored)

    def _do_accept(self, _name: str) -> None:
        actions.accept(self.stored, self.text("uid"))

    def _do_refuse(self, _name: str) -> None:
        actions.refuse(self.stored, self.text("uid"), self.text("reason"))

    def _do_cancel(self, _name: str) -> None:
        actions.cancel(self.stored, self.text("uid"), self.text("reason"))

    def _do_withdraw(self, _name: str) -> None:
        actions.withdraw(self.stored, self.text("uid"), self.text("reason"))

    def _do_move(self, _name: str) -> None:
        raw = {"day": self.text("day"), "session": self.text("session")}
        uid = self.text("uid")
        item = next((one for one in self.items if one.uid == uid), None)
        if item is not None and str(item.session) != raw["session"]:
            raw |= {"start": "", "end": ""}
        actions.change(self.stored, uid, raw)

    def _do_approve(self, _name: str) -> None:
        actions.approve(self.stored, self.text("note"))

    def _do_publish(self, _name: str) -> None:
        replaces = bool(self.text("replaces_invitation"))
        actions.publish(self.stored, note=self.text("note"), replaces_invitation=replaces)

    def _do_republish(self, _name: str) -> None:
        actions.republish(self.stored, note=self.text("note"))

    def _do_unpublish(self, _name: str) -> None:
        actions.unpublish(self.stored, self.text("reason"))
