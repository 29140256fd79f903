"""Who is present: ``@@attendance`` with the code in the room, and the list on paper."""

from functools import cached_property
from vanphong import _
from vanphong.calendars import clock
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.invitations import actions
from vanphong.invitations import list_pdf
from vanphong.invitations import paper
from vanphong.invitations import rules
from vanphong.invitations.actions.attending import token_of
from vanphong.invitations.actions.concluding import listed
from vanphong.invitations.browser import said
from vanphong.invitations.browser.meeting_page import MeetingPage
from vanphong.ui.browser import sending
from vanphong.ui.format import clock_time
from zExceptions import NotFound
import segno


#: What the file is called that is saved.
NAME = "danh-sach-du-hop"


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
    def pdf(self) -> str:
        """How far the PDF of the list as it is now is, see ``list_pdf.state``."""
        return list_pdf.state(self.context, self.meeting)

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
        """Tick, take off, renew the code, or have the PDF made."""
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
        if name == "pdf":
            list_pdf.request(self.context, self.meeting)
            return _("The PDF is being made; in a few seconds it is here.")
        raise InvalidInput(mark("Choose what to do."))


class _OnPaper(MeetingPage):
    """Base: the list as a file or a sheet, where nothing is done."""

    organisers_only = True

    def act(self):
        """Nothing is done here."""
        raise InvalidInput(mark("Choose what to do."))


class AttendanceDocx(_OnPaper):
    """``@@attendance.docx``."""

    def render(self):
        """The file."""
        sending.saved(self.request, paper.DOCX, f"{NAME}.docx")
        return paper.docx(self.context, self.meeting)


class AttendancePdf(_OnPaper):
    """``@@attendance.pdf``: 404 while it is not made of the list as it is now."""

    def render(self):
        """The file."""
        found = list_pdf.made(self.context, self.meeting)
        if found is None:
            raise NotFound(self.__name__)
        sending.opened(self.request, "application/pdf", f"{NAME}.pdf", len(found))
        return found


class AttendanceSheet(_OnPaper):
    """``@@attendance-sheet``: the list as a page that prints without any other program."""

    title = paper.TITLE
    heads = tuple(title for title, _width in paper.HEADS)

    @property
    def print_sheet(self) -> dict:
        """For the macro of that name."""
        return {
            "back": f"{self.context.absolute_url()}/@@attendance",
            "unit_name": paper.body_title(self.context),
        }

    @property
    def about(self) -> tuple[str, ...]:
        """Lines below the title."""
        return paper.about(self.context, self.meeting)

    @property
    def lines(self) -> list[tuple[str, ...]]:
        """The table: number, name, unit, time, signature."""
        return [(str(n), *one) for n, one in enumerate(paper.lines(self.meeting), 1)]

    @property
    def count(self) -> str:
        """Invited, expected, present."""
        return paper.count(self.meeting)
