"""Rooms and reception days of a body: ``@@schedule-setup``."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.settings import work_calendar
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.schedules import actions
from vanphong.schedules import rules
from vanphong.schedules.browser import said
from vanphong.schedules.browser.reception_days import hours
from vanphong.schedules.browser.reception_days import row
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.format import WEEKDAYS


#: What a rule asks for.
RULE = ("who", "position", "month_days", "weekday", "hours", "place", "note")
RULE_DATES = ("valid_from", "valid_to")


class SetupForm(OfficeForm):
    """Both, with a form for each."""

    rail_id = "schedule"
    title = _("Rooms and reception days")

    @property
    def tabs(self) -> list[dict]:
        """The pages of the schedule."""
        return said.tabs(self.context, "schedule-setup", rules.week_of(clock.today()))

    @property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@schedule-setup"

    def next_url(self) -> str:
        """Back here."""
        return self.url

    @property
    def rooms(self) -> list[rules.Room]:
        """The rooms that are offered."""
        return [one for one in self.context.rooms if not one.retired]

    @property
    def rule_rows(self) -> list[dict]:
        """The rules in words."""
        return [
            {
                "id": one.id,
                "who": one.who.title,
                "position": one.position,
                "when": self._when(one),
                "hours": hours(one),
                "place": one.place,
            }
            for one in self.context.reception_rules
        ]

    def _when(self, rule: rules.ReceptionRule):
        if rule.weekday is not None:
            return _("Every ${weekday}", mapping={"weekday": WEEKDAYS[rule.weekday]})
        days = ", ".join(map(str, rule.month_days))
        return _("On ${days} of every month", mapping={"days": days})

    @cached_property
    def receptions(self) -> list[dict]:
        """The receptions of this month that are still to come, for substitutions."""
        today = clock.today()
        schedule = self.context
        found = rules.receptions(
            schedule.reception_rules,
            schedule.substitutions,
            today.year,
            today.month,
            work_calendar(),
        )
        return [row(one, self.request) | {"rule": one.rule.id} for one in found if one.day >= today]

    @property
    def room_fields(self) -> list[dict]:
        """Inputs of a new room."""
        return [
            _line("title", _("Name"), required=True),
            _line("capacity", _("Seats"), kind="number", width=4),
            _line("place", _("Where it is"), width=8),
            _line("equipment", _("Equipment")),
        ]

    @property
    def rule_fields(self) -> list[dict]:
        """Inputs of a new rule."""
        weekdays = [("", "–"), *((str(number), name) for number, name in enumerate(WEEKDAYS))]
        return [
            _line("who", _("Who receives"), required=True),
            _line("position", _("Position")),
            _line("month_days", _("Days of the month"), width=6, placeholder="15, 25"),
            _line("weekday", _("or weekday"), width=6, kind="select", options=weekdays),
            _line("hours", _("Hours"), placeholder="07:30-11:00; 14:00-16:30"),
            _line("place", _("Place")),
            _line("note", _("Note")),
            _line("valid_from", _("First day"), width=6, kind="date"),
            _line("valid_to", _("Last day"), width=6, kind="date"),
        ]

    def act(self):
        """Do what the button says."""
        chosen = getattr(self, f"_do_{self.text('act')}", None)
        if chosen is None:
            raise InvalidInput(mark("Choose what is to be done."))
        return chosen()

    def _do_room(self):
        text = self.text("capacity")
        if text and not text.isdecimal():
            raise InvalidInput(mark("This is no number of seats."), field="capacity")
        actions.save_room(
            self.context,
            self.text("title"),
            capacity=int(text[:9] or 0),
            equipment=self.text("equipment"),
            place=self.text("place"),
        )
        return _("The room is saved.")

    def _do_retire(self):
        actions.retire_room(self.context, self.text("room"))
        return _("The room is offered no more.")

    def _do_rule(self):
        raw = {name: self.text(name) for name in (*RULE, *RULE_DATES)}
        actions.save_reception_rule(self.context, raw)
        return _("The rule is saved.")

    def _do_remove(self):
        actions.remove_reception_rule(self.context, self.text("rule"))
        return _("The rule is removed.")

    def _do_substitute(self):
        actions.substitute_reception(
            self.context,
            self.text("rule"),
            rules.read_day(self.text("day"), "day"),
            who=self.text("who"),
            reason=self.text("reason"),
        )
        return _("The substitution is recorded.")


def _line(name: str, label, **more) -> dict:
    return {"name": name, "label": label, "width": 12, "maxlength": 250, **more}
