"""The organiser's other pages: whom to call, who is present, and the code in the room."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.invitations import actions
from vanphong.invitations import meetings
from vanphong.invitations import paper
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.invitations.actions.attending import token_of
from vanphong.invitations.actions.concluding import listed
from vanphong.invitations.browser import said
from vanphong.invitations.browser.meeting import MeetingPage
from vanphong.ledger import access
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.schedules.browser.address import Steps
from vanphong.ui.browser.public import PRIVATE
from vanphong.ui.format import clock_time
from zExceptions import NotFound
import segno


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


class Attendance(MeetingPage):
    """``@@attendance``: the list of those present; ticking, the code, and the paper."""

    title = _("Attendance")
    organisers_only = True

    @property
    def sign_in_url(self) -> str:
        """What the code says."""
        return f"{self.context.absolute_url()}/@@sign-in/{token_of(self.context)}"

    @property
    def code(self) -> str:
        """The code as SVG, drawn here: nothing is asked of anybody else."""
        made = segno.make(self.sign_in_url, error="m")
        return made.svg_inline(scale=5, border=2, dark="#12233a", light="#ffffff")

    @property
    def token(self) -> str:
        """The code, for the button that makes it worthless."""
        return token_of(self.context)

    @property
    def window(self) -> str:
        """From when to when people sign in."""
        opens, closes = rules.window(self.event)
        return f"{opens:%H:%M %d/%m} – {closes:%H:%M %d/%m}"

    @property
    def is_open(self) -> bool:
        """Whether people may sign in now."""
        opens, closes = rules.window(self.event)
        return opens <= clock.now() <= closes and not self.event.cancelled

    @cached_property
    def present(self) -> list[dict]:
        """Those who came."""
        titles = {key: one.invitee.title for key, one in self.meeting.seats.items()}
        return [
            {
                "key": one.key,
                "title": one.title,
                "unit": one.unit,
                "time": clock_time(one.at),
                "scanned": one.way is rules.Way.SCANNED,
                "for": titles.get(one.invitee, ""),
            }
            for one in listed(self.meeting)
        ]

    @property
    def missing(self) -> list[dict]:
        """Invitees for whom nobody came yet, to be ticked."""
        came = {one.invitee for one in self.meeting.present.values()}
        return [
            said.answer(one, self.event, self.request)
            for one in self.meeting.in_order
            if one.invitee.key not in came
        ]

    def act(self):
        """Tick, take off, or renew the code."""
        name = self.text("do")
        if name == "present":
            actions.mark_present(
                self.context,
                invitee=self.text("invitee"),
                name=self.text("name"),
                unit=self.text("unit"),
            )
            return _("The person is on the list.")
        if name == "absent":
            actions.mark_absent(self.context, self.text("key"))
            return _("The person was taken off the list.")
        if name == "renew":
            actions.renew_sign_in(self.context, self.text("present"))
            return _("The code is a new one; the one before leads nowhere.")
        raise InvalidInput(mark("Choose what to do."))


class AttendancePaper(MeetingPage):
    """``@@attendance.docx``: the list on paper."""

    organisers_only = True

    def render(self):
        """The file."""
        response = self.request.response
        response.setHeader("Content-Type", paper.DOCX)
        response.setHeader("Content-Disposition", 'attachment; filename="danh-sach-du-hop.docx"')
        response.setHeader("Cache-Control", PRIVATE)
        return paper.docx(self.context, self.meeting)

    def act(self):
        """Nothing is done here."""
        raise InvalidInput(mark("Choose what to do."))


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
