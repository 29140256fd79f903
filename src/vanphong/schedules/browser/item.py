"""One item: put down, looked at, changed. ``@@schedule-item/2024/33[/<uid>]``."""

from functools import cached_property
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.schedules import actions
from vanphong.schedules import flow
from vanphong.schedules import known
from vanphong.schedules import rules
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.schedules.browser import item_fields
from vanphong.schedules.browser import said
from vanphong.schedules.browser.address import Steps
from vanphong.schedules.browser.address import week_url
from vanphong.schedules.rules import Session
from vanphong.schedules.rules import State
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.format import full_date
from zExceptions import NotFound


class ItemForm(Steps, OfficeForm):
    """The form of an item; whoever may not change it reads it."""

    takes = 3
    rail_id = "schedule"

    def __call__(self):
        """404 alike for what is not there and what is not for this person."""
        if self.uid and self.item is None:
            raise NotFound("schedule-item")
        if not self.uid and not viewing.may(viewing.PROPOSE, self.context):
            raise NotFound("schedule-item")
        return super().__call__()

    @cached_property
    def uid(self) -> str:
        """UID of the item in the address, "" for a new one."""
        return self.path[2] if len(self.path) == 3 else ""

    @cached_property
    def week(self) -> rules.Week:
        """Which week it is in."""
        asked = self.path
        if len(asked) == 3:
            self.__dict__["steps"] = asked[:2]
        try:
            return self.week_asked()
        finally:
            self.__dict__["steps"] = asked

    @cached_property
    def stored(self):
        """The week, None while it is not begun."""
        return weeks.find(self.context, self.week)

    @cached_property
    def item(self) -> rules.Item | None:
        """The item, None for a new one."""
        if self.stored is None:
            return None
        viewer = viewing.viewer(self.context)
        proposes = viewing.may(viewing.PROPOSE, self.context)
        edition = weeks.public_edition(self.stored)
        found = self.stored.items if proposes else (edition.items if edition else ())
        return next(
            (one for one in found if one.uid == self.uid and rules.may_see(one, viewer)), None
        )

    @property
    def title(self):
        """Title of the page."""
        return _("Item of the schedule") if self.uid else _("New item of the schedule")

    @property
    def week_title(self):
        """The week in words."""
        return words.week_words(self.week)

    @property
    def url(self) -> str:
        """Address of this page."""
        url = week_url(self.context, "schedule-item", self.week)
        return f"{url}/{self.uid}" if self.uid else url

    def next_url(self) -> str:
        """Back to the week."""
        return week_url(self.context, "week", self.week)

    @cached_property
    def office(self) -> bool:
        """The person keeps the schedule."""
        return viewing.may(viewing.COMPILE, self.context)

    @cached_property
    def may_change(self) -> bool:
        """Whether the form is open."""
        if self.item is None:
            return True
        return viewing.may(viewing.PROPOSE, self.context) and actions.may_change(
            self.stored, self.item
        )

    @cached_property
    def fields(self) -> list[dict]:
        """The inputs."""
        found = item_fields.fields(self.context, self.item, self._asked())
        if self.item is None and self.office:
            found.extend(item_fields.recurring_fields())
        return found

    def _asked(self) -> dict:
        """Day and session of the cell of the grid, and the unit whose proposal it will be."""
        day, session = self.week.first, Session.MORNING
        try:
            asked = rules.read_day(self.request.form.get("day") or day, "day")
            day = asked if asked in self.week else day
            session = Session(self.request.form.get("session") or session)
        except (InvalidInput, ValueError):
            pass
        return {"day": day, "session": session, "preparer": self._own_unit()}

    def _own_unit(self) -> rules.Who:
        """The unit for which the person proposes; nobody for the Office and for the body."""
        mine = [] if self.office else actions.my_units(self.context)
        tokens = [known.unit_token(uid) for uid in mine]
        titles = known.titles(self.context)
        return next((rules.Who(one, titles[one]) for one in tokens if one in titles), rules.NOBODY)

    @property
    def facts(self) -> list[dict]:
        """What is to be read, for those who cannot change it."""
        item = self.item
        if item is None or self.may_change:
            return []
        times = rules.time_words(item) or words.SESSIONS[item.session]
        pairs = [
            (_("Business"), item.content),
            (_("Day"), full_date(item.day)),
            (_("Time"), times),
            (_("Chair"), words.names(item.chairs)),
            (_("Participants"), words.names(item.participants)),
            (_("Place"), item.place),
            (_("Prepared by"), item.preparer.title),
            (_("Note"), "; ".join(words.notes(item, self.request))),
            (_("State"), words.STATES[item.state]),
            (_("Reason"), item.reason),
        ]
        return [{"term": term, "value": value} for term, value in pairs if value]

    @property
    def conflicts(self) -> list[dict]:
        """What stands in the way of the item as it is."""
        if self.item is None or not viewing.may(viewing.PROPOSE, self.context):
            return []
        found = viewing.conflicts_of(self.context, self.item)
        return said.conflicts(found, self.request)

    @property
    def conflicts_url(self) -> str:
        """Where conflicts are asked for while typing."""
        return f"{self.context.absolute_url()}/@@item-conflicts?uid={self.uid}"

    @property
    def state_said(self):
        """The state of the item."""
        return "" if self.item is None else words.STATES[self.item.state]

    @property
    def send_bar(self) -> dict:
        """The acts below the inputs."""
        back = {"url": self.next_url(), "title": _("Back"), "kind": "text"}
        if not self.may_change:
            return {"acts": [back]}
        if self.item is None:
            title = _("Put it into the schedule") if self.office else _("Propose")
            return {"acts": [{**_button("propose", title), "primary": True}, back]}
        acts = [{**_button("change", _("Save")), "primary": True}]
        if self.item.state is State.PROPOSED and not self.office:
            acts.append({**_button("withdraw", _("Withdraw the proposal")), "kind": "quiet"})
        return {"acts": [*acts, back]}

    @property
    def may_cancel(self) -> bool:
        """Whether the Office may cancel it."""
        return (
            self.office
            and self.item is not None
            and self.item.state is State.ACCEPTED
            and flow.state(self.stored) != flow.UNPUBLISHED
        )

    reason_label = _("Reason")

    # the acts

    def act(self):
        """Do what the button says."""
        doing = {
            "propose": self._propose,
            "change": self._change,
            "withdraw": self._withdraw,
            "cancel": self._cancel,
        }
        chosen = doing.get(self.text("act"))
        if chosen is None or (self.item is None) != (self.text("act") == "propose"):
            raise InvalidInput(mark("Choose what is to be done."))
        return chosen()

    def _propose(self):
        raw, every = item_fields.typed(self), self.text("every")
        if every and self.office:
            made = actions.add_recurring(
                self.context, raw, every=every, until=self.text("until"), skip=self.text("skip")
            )
            return _("${n} items are put down.", mapping={"n": len(made)})
        actions.propose(self.context, self.week.year, self.week.number, raw)
        return _("The item is in the schedule.") if self.office else _("The item is proposed.")

    def _change(self):
        actions.change(self.stored, self.uid, item_fields.typed(self))
        return _("The item is changed.")

    def _withdraw(self):
        actions.withdraw(self.stored, self.uid)
        return _("The proposal is withdrawn.")

    def _cancel(self):
        actions.cancel(self.stored, self.uid, self.text("reason"))
        return _("The item is cancelled.")


def _button(value: str, title) -> dict:
    return {"value": value, "title": title, "kind": "work"}
