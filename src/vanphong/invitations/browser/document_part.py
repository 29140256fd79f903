"""The meeting on the pages of documents: of the invitation, and of what a unit got of it."""

from collections.abc import Iterator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.calendars import clock
from vanphong.invitations import meetings
from vanphong.invitations import placing
from vanphong.invitations import telling
from vanphong.invitations import viewing
from vanphong.invitations.browser import said
from vanphong.outgoing.interfaces import IOutgoing
from vanphong.routing.browser.interfaces import IOffers
from vanphong.routing.browser.interfaces import IPanels
from vanphong.routing.browser.offers import Offer
from vanphong.schedules.browser import said as schedules_said
from zope.interface import implementer


class _OfDocument:
    """Base: the invitation behind the page, None where there is none."""

    def __init__(self, situation, request) -> None:
        self.situation = situation
        self.context = situation.document
        self.request = request
        mine = IOutgoing.providedBy(self.context)
        self.invitation = self.context if mine else viewing.of_incoming(self.context)
        self.look = None if self.invitation is None else viewing.look(self.invitation)


@implementer(IOffers)
class MeetingOffer(_OfDocument):
    """Answering, and seeing the meeting."""

    def offers(self) -> Iterator[Offer]:
        """One offer: the page of the meeting."""
        if self.look is None or not self.look.may_look:
            return
        event = self.look.meeting.event
        seats = [self.look.meeting.seats[key] for key in self.look.answering]
        waits = any(meetings.standing(one, event) is None for one in seats)
        asks = waits and not event.cancelled and not event.has_begun(clock.now())
        title = _("Answer the invitation") if asks else _("Meeting")
        url = telling.url_of(self.invitation)
        yield Offer("meeting", title, "cal", 20 if asks else 62, url=url)


@implementer(IPanels)
class MeetingPanel(_OfDocument):
    """Time, place and answers; before it is issued, what stands in the way."""

    template = ViewPageTemplateFile("document_part.pt")

    def panels(self) -> list[dict]:
        """One card for an invitation."""
        if self.look is not None and self.look.may_look:
            self.event = self.look.meeting.event
        elif self._is_draft:
            self.event = placing.event_of(self.context)
        else:
            return []
        return [{"id": "meeting", "icon": "cal", "title": _("Meeting"), "html": self.template()}]

    @property
    def _is_draft(self) -> bool:
        said_ = getattr(self.context, "particulars", None)
        return (
            IOutgoing.providedBy(self.context)
            and self.context.document_type == meetings.INVITATION
            and getattr(said_, "starts_at", None) is not None
            and self.situation.stage not in ("issued", "recalled", "cancelled")
        )

    @property
    def facts(self) -> list[dict]:
        """Time, place, chair."""
        return said.facts(self.event)

    @property
    def changes(self) -> str:
        """The reason for which it does not take place."""
        return self.event.cancelled

    @property
    def figures(self) -> list[dict]:
        """The head count, once it is issued, for the organiser."""
        if self.look is None or not self.look.organises:
            return []
        count = meetings.head_count(self.look.meeting)
        return [{"n": number, "title": word} for number, word in said.figures(count)]

    @property
    def conflicts(self) -> list[dict]:
        """What stands in the way of it, for who drafts or prepares it."""
        if not IOutgoing.providedBy(self.context) or self.event.cancelled:
            return []
        if self.event.has_begun(clock.now()):
            return []
        found = placing.conflicts(self.context, self.event)
        return schedules_said.conflicts(found, self.request)
