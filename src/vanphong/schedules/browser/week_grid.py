"""The grid of a week: items by day and session, proposals and conflicts in words."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.calendars.rules import is_working_day
from vanphong.calendars.settings import work_calendar
from vanphong.schedules import actions
from vanphong.schedules import rules
from vanphong.schedules import settings
from vanphong.schedules import viewing
from vanphong.schedules import weeks
from vanphong.schedules import words
from vanphong.schedules.browser import said
from vanphong.schedules.browser.address import week_url
from vanphong.schedules.browser.week_page import WeekPage
from vanphong.schedules.rules import Session
from vanphong.schedules.rules import State
from vanphong.ui.format import full_date
from vanphong.ui.format import weekday


SESSIONS = (Session.ALL_DAY, Session.MORNING, Session.AFTERNOON, Session.EVENING)

#: States that the grid shows; what was refused or withdrawn is in the history.
SHOWN = (State.PROPOSED, State.ACCEPTED, State.CANCELLED)


class Grid(WeekPage):
    """What of the week is shown."""

    @cached_property
    def items(self) -> tuple[rules.Item, ...]:
        """The items that the person sees: who plans sees the plan, others what is published."""
        if self.stored is None:
            return ()
        if self.proposes:
            found = self.stored.items
        else:
            edition = weeks.public_edition(self.stored)
            found = () if edition is None else edition.items
        viewer = viewing.viewer(self.context)
        seen = [one for one in rules.seen(found, viewer) if one.state in SHOWN]
        return tuple(sorted(seen, key=lambda one: one.order))

    @cached_property
    def marks(self) -> dict[str, rules.Marked]:
        """How the items differ from what was published first."""
        if self.stored is None or not self.stored.editions:
            return {}
        found = rules.marked(self.stored.editions[0].items, self.items)
        return {one.item.uid: one for one in found}

    @cached_property
    def pending(self) -> set[str]:
        """Items that differ from what is published."""
        edition = weeks.public_edition(self.stored)
        if edition is None:
            return set()
        return {one.uid for one in rules.pending(edition.items, self.stored.items)}

    @cached_property
    def clashes(self) -> dict:
        """Conflicts by item."""
        if not self.proposes:
            return {}
        return rules.all_conflicts(self.items, work_calendar())

    @property
    def clash_rows(self) -> list[dict]:
        """The conflicts of the week in words, with the item that they concern."""
        found = []
        for item in self.items:
            for one in self.clashes.get(item.uid, ()):
                row = said.conflict(one, self.request)
                when = f"{item.day:%d/%m} {self._said(words.time_words(item))}"
                found.append(row | {"when": when, "content": item.content, "url": self._url(item)})
        return sorted(found, key=lambda row: row["hint"])

    @property
    def hard(self) -> int:
        """Number of items that are in a real conflict."""
        return sum(any(not one.is_hint for one in some) for some in self.clashes.values())

    @property
    def heads(self) -> list[dict]:
        """The days of the grid."""
        calendar, today = work_calendar(), clock.today()
        return [
            {
                "day": day,
                "title": self._day(day),
                "date": f"{day.day}/{day.month}",
                "lunar": rules.lunar(day).short,
                "holiday": calendar.holidays.name_of(day) or "",
                "css": " ".join(
                    name
                    for name, on in (
                        ("today", day == today),
                        ("off", not is_working_day(calendar, day)),
                    )
                    if on
                ),
            }
            for day in self.week.days
        ]

    @property
    def grid(self) -> list[dict]:
        """The sessions with their cells; the evening only when something is in it."""
        used = {one.session for one in self.items}
        shown = [one for one in SESSIONS if one in used or one is not Session.EVENING]
        return [
            {
                "title": words.SESSIONS[one],
                "cells": [self._cell(day, one) for day in self.week.days],
            }
            for one in shown
        ]

    def _cell(self, day, session: Session) -> dict:
        found = [one for one in self.items if (one.day, one.session) == (day, session)]
        return {
            "day": day.isoformat(),
            "session": str(session),
            "slips": [self._slip(one) for one in found],
            "add": f"{self.new_url}?day={day.isoformat()}&session={session}",
        }

    def _slip(self, item: rules.Item) -> dict:
        times = f"{item.start:%H:%M}" if item.start else ""
        movable = self.proposes and item.state is not State.CANCELLED
        return {
            "uid": item.uid,
            "css": str(item.state),
            "time": times + (f"–{item.end:%H:%M}" if item.end else ""),
            "content": item.content,
            "about": words.about(item),
            "marks": list(self._marks(item)),
            "url": self._url(item),
            "movable": movable and actions.may_change(self.stored, item),
            "day": item.day.isoformat(),
            "session": str(item.session),
        }

    def _marks(self, item: rules.Item):
        if item.state is State.PROPOSED:
            yield {"css": "wait", "title": words.STATES[item.state]}
        marked = self.marks.get(item.uid)
        for change in marked.changes if marked and marked.mark else ():
            css = words.MARKS[marked.mark][1]
            yield {"css": css, "title": words.change_words(change, self.request)}
        if item.uid in self.pending:
            yield {"css": "", "title": _("not published yet")}
        if any(not one.is_hint for one in self.clashes.get(item.uid, ())):
            yield {"css": "clash", "title": _("conflict")}
        if item.visibility is not rules.Visibility.PUBLIC:
            yield {"css": "", "title": words.VISIBILITIES[item.visibility]}

    @property
    def proposals(self) -> list[dict]:
        """What waits for a decision of the Office."""
        waiting = [one for one in self.items if one.state is State.PROPOSED]
        return [
            {
                "uid": one.uid,
                "content": one.content,
                "when": f"{self._day(one.day)} {one.day.day}/{one.day.month}, "
                f"{self._said(words.time_words(one))}",
                "by": one.proposed_by.title,
                "url": self._url(one),
                "conflicts": said.conflicts(self.clashes.get(one.uid, ()), self.request),
            }
            for one in waiting
        ]

    @property
    def new_url(self) -> str:
        """The form of a new item."""
        return week_url(self.context, "schedule-item", self.week)

    @property
    def public_url(self) -> str:
        """The week as everybody reads it; "" while it is not published."""
        if weeks.public_edition(self.stored) is None:
            return ""
        return week_url(self.context, "public-week", self.week)

    @property
    def cut_off(self):
        """Until when units propose."""
        until = settings.cut_off(self.week)
        when = f"{until:%H:%M}, {full_date(until.date())}"
        return _("Units propose until ${when}.", mapping={"when": when})

    @property
    def edition_said(self):
        """Which edition is published, and by whom."""
        edition = weeks.public_edition(self.stored)
        if edition is None:
            return ""
        name = self._said(words.edition_words(edition)) or self._said(words.SCHEDULE)
        return f"{name}, {edition.at:%H:%M %d/%m/%Y}, {edition.by}"

    @property
    def usually_replaces(self) -> bool:
        """Whether a published week usually takes the place of invitations."""
        return settings.replaces_invitation()

    def _url(self, item: rules.Item) -> str:
        return f"{week_url(self.context, 'schedule-item', self.week)}/{item.uid}"

    def _day(self, day) -> str:
        name = self._said(weekday(day))
        return name[:1].upper() + name[1:]
