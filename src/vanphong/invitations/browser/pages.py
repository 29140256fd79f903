"""Whom to call, and the page behind the code in the room."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.invitations import actions
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.invitations.browser import said
from vanphong.invitations.browser.meeting_page import MeetingPage
from vanphong.ledger import access
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.schedules.browser.address import Steps
from vanphong.ui.format import clock_time
from zExceptions import NotFound


class CallList(MeetingPage):
    """``@@call-list``: who has not opened or not answered, with telephone numbers."""

    title = _("Call list")
    unopened = _("Not opened")
    organisers_only = True

    @cached_property
    def seen(self) -> dict:
        """When people have seen what they were told."""
        return telling.seen(self.context)

    @cached_property
    def rows(self) -> list[dict]:
        """Those to call: the unopened first."""
        event = self.event
        found = []
        for seat in self.meeting.in_order:
            row = said.answer(seat, event, self.request)
            if row["kind"]:
                continue
            opened = self._opened(seat)
            found.append({**row, "opened": opened, "phones": list(self._phones(seat))})
        return sorted(found, key=lambda one: one["opened"] is not None)

    def _opened(self, seat):
        """The first moment at which anybody of the invitee looked, or None."""
        moments = [self.seen.get(user) for user in telling.people_of(seat)]
        if seat.invitee.incoming:
            inside = set(telling.people_of(seat))
            moments += [
                one["first_at"]
                for one in access.opened_by(seat.invitee.incoming)
                if one["user_id"] in inside
            ]
        return min(filter(None, moments), default=None)

    def _phones(self, seat):
        unit = directory.unit_object(seat.invitee.unit)
        if unit is not None and getattr(unit, "telephone", ""):
            yield {"who": unit.short_name or unit.title, "phone": unit.telephone}
        for user in telling.people_of(seat):
            member = api.user.get(userid=user)
            phone = "" if member is None else member.getProperty("telephone", "") or ""
            if member is not None:
                yield {"who": member.getProperty("fullname") or user, "phone": phone}

    def act(self):
        """Write a call down."""
        if self.text("do") != "call":
            raise InvalidInput(mark("Choose what to do."))
        actions.note_call(self.context, self.text("invitee"), self.text("note"))
        return _("The call is written down.")


class SignIn(Steps, MeetingPage):
    """``@@sign-in/<code>``: reached by the code in the room; one button puts the person down."""

    title = _("Sign the attendance list")
    page_class = "vp-narrow"
    takes = 1

    def __call__(self):
        """The page for whoever has a code that is valid; 404 for guesses."""
        meeting = meetings.of(self.context)
        token = self.path[0] if self.path else ""
        valid = meeting is not None and rules.verified(
            meeting.secret, self.context.UID(), token, clock.now()
        )
        if not valid:
            raise NotFound("sign-in")
        self.code, self.held = token, meeting
        return super(MeetingPage, self).__call__()

    @property
    def meeting(self):
        """The meeting of the code."""
        return self.held

    @property
    def url(self) -> str:
        """Address of this page, with the code."""
        return f"{self.context.absolute_url()}/@@sign-in/{self.code}"

    @property
    def facts(self) -> list[dict]:
        """Time, place, chair."""
        return said.facts(self.event)

    @property
    def signed_at(self) -> str:
        """When the person signed, "" before."""
        found = self.meeting.present.get(people.me().user_id)
        return "" if found is None else clock_time(found.at)

    @property
    def me(self) -> str:
        """Who signs."""
        return people.me().title

    def act(self):
        """Put the person down."""
        actions.sign_in(self.context, self.code)
        return _("You are on the list.")
