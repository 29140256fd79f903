"""What each page of a meeting knows, for those who are invited and who prepares it."""

from vanphong.errors import OfficeError
from vanphong.invitations import meetings
from vanphong.invitations import rules
from vanphong.invitations import telling
from vanphong.invitations import viewing
from vanphong.invitations.browser import said
from vanphong.ui.browser.form import OfficeForm
from zExceptions import NotFound
from zope.i18n import translate


class MeetingPage(OfficeForm):
    """Base: what each page of a meeting knows; 404 for who may not know of it."""

    rail_id = "schedule"
    organisers_only = False

    def __call__(self):
        """The page, or 404."""
        self.look = viewing.look_or_404(self.context)
        if self.organisers_only and not self.look.organises:
            raise NotFound(self.__name__)
        return super().__call__()

    @property
    def meeting(self):
        """The meeting."""
        return self.look.meeting

    @property
    def event(self) -> rules.Event:
        """As it stands now."""
        return self.meeting.event

    @property
    def url(self) -> str:
        """Address of this page."""
        return f"{self.context.absolute_url()}/@@{self.__name__}"

    @property
    def meeting_url(self) -> str:
        """Address of the meeting."""
        return telling.url_of(self.context)

    @property
    def organises(self) -> bool:
        """Whether the person prepares it."""
        return self.look.organises

    def next_url(self) -> str:
        """The same page."""
        return self.url

    def say(self, text) -> str:
        """A text in the language of the request."""
        return translate(text, context=self.request)

    @property
    def figures(self) -> list[dict]:
        """The head count."""
        count = meetings.head_count(self.meeting)
        return [{"n": number, "title": word} for number, word in said.figures(count)]

    def refused(self, error: OfficeError) -> None:
        """Nothing more than what the act has written."""
