"""The card with the comments, the page of all of them, and the form that adds one."""

from functools import cached_property
from plone import api
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.casefiles.browser.interfaces import ICaseParts
from vanphong.discussion import actions
from vanphong.discussion import people as readers
from vanphong.discussion import rules
from vanphong.discussion import store
from vanphong.documents.browser.answers import Answers
from vanphong.organisation import people
from vanphong.routing.browser.interfaces import IPanels
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.browser.resources import static
from zope.interface import implementer


#: So many stand on the card; the others are a click away.
ON_THE_CARD = 5


class Talk:
    """The comments of one object for the person in front of it."""

    def __init__(self, context, size: int, before: int = 0) -> None:
        self.context = context
        self.size = size
        self.before = before
        self.me = people.me().user_id

    @cached_property
    def rows(self) -> list[dict]:
        """Comments, the newest first."""
        return [self._row(one) for one in store.latest(self.context, self.before, self.size)]

    def _row(self, one: rules.Comment) -> dict:
        gone = one.withdrawn_at is not None
        return {
            "number": one.number,
            "by": one.author_title,
            "at": one.at,
            "gone": gone,
            "gone_at": one.withdrawn_at,
            "pieces": () if gone else [self._piece(part) for part in rules.pieces(one)],
            "mine": one.author == self.me and not gone,
        }

    @staticmethod
    def _piece(part: rules.Piece) -> dict:
        said = readers.title_of(part.text) if part.kind == "mention" else part.text
        return {"kind": part.kind, "text": said, "url": part.text}

    @property
    def may(self) -> bool:
        """Whether this person may say something."""
        return bool(api.user.has_permission(actions.SAYS, obj=self.context))

    @property
    def older(self) -> int:
        """The number before which there are more; 0 when these are all."""
        last = self.rows[-1]["number"] if self.rows else 0
        return last if last > 1 else 0


class Card:
    """The card on a page."""

    card_html = ViewPageTemplateFile("card.pt")
    size = ON_THE_CARD

    def card(self) -> list[dict]:
        """One card for who may say something, or where something was said."""
        if not (self.talk.may or self.talk.rows):
            return []
        number = store.count(self.context)
        title = _("Discussion (${n})", mapping={"n": number}) if number else _("Discussion")
        return [
            {
                "id": "discussion",
                "icon": "chat",
                "title": title,
                "order": 90,
                "html": self.card_html(),
            }
        ]

    @cached_property
    def talk(self) -> Talk:
        """The comments."""
        return Talk(self.context, self.size)

    @property
    def url(self) -> str:
        """Address of the object."""
        return self.context.absolute_url()

    @property
    def style(self) -> str:
        """Address of the style of comments."""
        return static(api.portal.get().absolute_url(), "discussion.css")

    @property
    def script(self) -> str:
        """Address of the completion of mentions."""
        return static(api.portal.get().absolute_url(), "discussion.js")


@implementer(IPanels)
class DocumentCard(Card):
    """On the page of a document or a task."""

    def __init__(self, situation, request) -> None:
        self.context = situation.document
        self.request = request

    def panels(self) -> list[dict]:
        """The card."""
        return self.card()


@implementer(ICaseParts)
class CaseCard(Card):
    """On the page of a case file."""

    def __init__(self, context, request) -> None:
        self.context = context
        self.request = request

    def parts(self) -> list[dict]:
        """The card."""
        return self.card()


class Discussion(Card, OfficeForm):
    """``@@discussion``: all comments by pages; posted, it adds one or withdraws one."""

    title = _("Discussion")
    size = store.SIZE

    @property
    def rail_id(self) -> str:
        """Which item of the rail it belongs to."""
        return {"in": "incoming", "out": "outgoing", "task": "tasks"}.get(
            getattr(self.context, "direction", ""), "casefiles"
        )

    @property
    def subject(self) -> str:
        """What is talked about."""
        return readers.called(self.context)

    @cached_property
    def talk(self) -> Talk:
        """One page of comments."""
        asked = self.text("before")
        before = int(asked) if asked.isdecimal() and len(asked) < 8 else 0
        return Talk(self.context, self.size, before)

    def act(self):
        """Say it, or withdraw it."""
        if self.text("withdraw"):
            number = self.text("withdraw")
            actions.withdraw(self.context, int(number) if number.isdecimal() else None)
            return _("The comment is withdrawn; a mark stays.")
        actions.comment(self.context, text=self.text("text"))
        return _("Your comment stands there.")

    def next_url(self) -> str:
        """The object, at its comments."""
        return f"{self.url}#discussion"


class Mentions(Answers, BrowserView):
    """``@@mentions/people?q=``: who may be mentioned, as JSON."""

    kinds = ("people",)

    def people(self) -> list[dict]:
        """Those of the body who may read it."""
        if not api.user.has_permission(actions.SAYS, obj=self.context):
            return []
        return readers.like(self.context, self.asked("q"))
