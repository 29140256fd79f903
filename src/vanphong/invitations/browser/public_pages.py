"""Meetings for everybody: ``@@invitations``, ``@@invitation/<uid>``, their files and calendar.

What is not there and what is not for everybody is answered alike: 404.
"""

from functools import cached_property
from Products.Five import BrowserView
from vanphong import _
from vanphong.calendars import clock
from vanphong.documents.browser.files import FileView
from vanphong.documents.browser.files import PublicFile
from vanphong.invitations import calendar
from vanphong.invitations import meetings
from vanphong.invitations import public
from vanphong.invitations import rules
from vanphong.invitations import viewing
from vanphong.invitations.browser import said
from vanphong.ledger import invitations as ledger
from vanphong.organisation import directory
from vanphong.schedules.browser.address import Steps
from vanphong.schedules.browser.feeds import ICS
from vanphong.ui import format as fmt
from vanphong.ui.browser.public import PublicPage
from vanphong.ui.browser.public import answer
from vanphong.ui.browser.public_choice import ShortAddress
from vanphong.ui.interfaces import IPublicSite
from zExceptions import NotFound
from zope.component import getMultiAdapter
from zope.i18n import translate


class PublicInvitations(PublicPage):
    """The list; ``?past=1`` those that are over."""

    title = public.TITLE
    description = _("Meetings to which the body invites, and everybody may know of.")
    menu_id = "invitations"

    @property
    def past(self) -> bool:
        """Whether those are wanted that are over."""
        return self.request.form.get("past") == "1"

    @cached_property
    def part(self) -> public.NewestInvitations:
        """The list of the body that the page is about."""
        return public.NewestInvitations(self.context, self.request)

    @property
    def other_url(self) -> str:
        """The other list."""
        return self._url(not self.past, 1)

    @cached_property
    def page(self):
        """One page of the list."""
        asked = self.request.form.get("page", "1")
        number = int(asked) if isinstance(asked, str) and asked.isdecimal() else 1
        elsewhere = self.part.page.elsewhere
        return ledger.public(
            clock.now(), past=self.past, elsewhere=elsewhere, page=min(number, 1000)
        )

    @property
    def address(self) -> str:
        """With what is asked for."""
        return self._page_url(self.page.number)

    @property
    def rows(self) -> list[dict]:
        """The lines."""
        return [self.part.shown(row) for row in self.page.rows]

    @property
    def paging(self) -> dict:
        """For the macro ``public_paging``."""
        number = self.page.number
        return {
            "previous": self._page_url(number - 1) if number > 1 else None,
            "next": self._page_url(number + 1) if self.page.more else None,
            "words": _("Page ${n}", mapping={"n": number}),
        }

    def _page_url(self, number: int) -> str:
        return self._url(self.past, number)

    def _url(self, past: bool, number: int) -> str:
        url = self.part.url
        asked = ["past=1"] if past else []
        asked += [f"page={number}"] if number > 1 else []
        if not asked:
            return url
        return f"{url}{'&' if '?' in url else '?'}{'&'.join(asked)}"


class ToInvitations(ShortAddress):
    """``/giay-moi``: the list of the body."""

    title = public.TITLE
    menu_id = "invitations"

    def page_of(self, body) -> str:
        """See the base."""
        site = getMultiAdapter((self.context, self.request), IPublicSite)
        return site.page_of(body, "@@invitations")


class OfUid(Steps):
    """Base: the public meeting named by the first step of the path."""

    takes = 1

    @cached_property
    def document(self):
        """The invitation, or 404."""
        return viewing.public_document(self.path[0] if self.path else "")


class PublicInvitation(OfUid, PublicPage):
    """One meeting: time, place, chair, documents; nobody's answer."""

    menu_id = "invitations"

    @cached_property
    def event(self) -> rules.Event:
        """The meeting as it stands now."""
        return meetings.of(self.document).event

    @property
    def title(self) -> str:
        """The event."""
        return self.event.title

    @property
    def description(self) -> str:
        """Time and place."""
        return ", ".join(fact["value"] for fact in self.facts[:2])

    @property
    def address(self) -> str:
        """Its one address."""
        return f"{self.context.absolute_url()}/@@invitation/{self.document.UID()}"

    @property
    def calendar_url(self) -> str:
        """The meeting as iCalendar."""
        return f"{self.context.absolute_url()}/@@invitation.ics/{self.document.UID()}"

    @cached_property
    def facts(self) -> list[dict]:
        """Time, place, chair, symbol. What is asked of invitees is for them alone."""
        found = [one for one in said.facts(self.event)[:3] if not one["url"]]
        symbol = self.document.symbol
        return [*found, {"term": _("Invitation"), "value": symbol, "url": ""}]

    @property
    def changes(self) -> str:
        """What was changed last."""
        if self.event.cancelled:
            return ""
        words = [_(rules.CHANGED[name]) for name in self.event.changes]
        return ", ".join(translate(one, context=self.request) for one in words)

    @property
    def files(self) -> list[dict]:
        """The signed invitation, and the documents that everybody may read."""
        base = f"{self.context.absolute_url()}/@@invitation-file/{self.document.UID()}"
        return [
            {
                "url": f"{base}/{one.uid}",
                "name": _("Signed invitation") if place == 0 else one.filename,
                "about": f"{one.kind}, {fmt.size(one.size)}",
            }
            for place, one in enumerate(viewing.papers(self.document, public=True))
        ]

    def render(self) -> str:
        """The page, or 404; in the frame of the body that invites."""
        body = directory.body_of(directory.unit_object(self.document.body_uid))
        if body is not None:
            self.request.form["body"] = body.getId()
        return self.index()


class PublicCalendar(OfUid, BrowserView):
    """``@@invitation.ics/<uid>``."""

    def __call__(self):
        """The file."""
        document = self.document
        body = calendar.calendar(document, meetings.of(document), self.request, public=True)
        self.request.response.setHeader("Content-Type", ICS)
        return answer(self.request, body)


class MeetingCalendar(BrowserView):
    """``@@meeting.ics``: the same for who is invited."""

    def __call__(self):
        """The file, or 404."""
        look = viewing.look_or_404(self.context)
        body = calendar.calendar(self.context, look.meeting, self.request, public=False)
        self.request.response.setHeader("Content-Type", ICS)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return body


class MeetingFile(FileView):
    """``@@meeting-file/<uid>``: a document of the meeting, for who is invited or prepares it."""

    def attachment(self):
        """The file, or 404."""
        viewing.look_or_404(self.context)
        return super().attachment()


class InvitationFile(PublicFile):
    """``@@invitation-file/<invitation>/<file>``: a document of a public meeting."""

    def attachment(self):
        """The file, or 404."""
        if len(self.steps) == 2:
            document = viewing.public_document(self.steps[0])
            for one in viewing.papers(document, public=True):
                if one.uid == self.steps[1]:
                    return one
        raise NotFound("invitation-file")
