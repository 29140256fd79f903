"""“Soạn văn bản trả lời”: on the page of a document that this person handles."""

from collections.abc import Iterator
from functools import cached_property
from vanphong import _
from vanphong.documents.browser.scope import may
from vanphong.documents.interfaces import IAnswerable
from vanphong.organisation import directory
from vanphong.organisation.rules import LEADERS
from vanphong.organisation.rules import token
from vanphong.outgoing import replies
from vanphong.routing.browser.interfaces import IOffers
from vanphong.routing.browser.offers import Offer
from vanphong.routing.rules.sheet import RUNNING
from vanphong.routing.rules.sheet import WORK
from zope.interface import implementer


@implementer(IOffers)
class ReplyOffer:
    """See IOffers."""

    def __init__(self, situation, request) -> None:
        self.situation = situation
        self.document = situation.document

    @property
    def handles(self) -> bool:
        """Whether this person, or their unit, leads or coordinates now."""
        situation = self.situation
        return any(
            step.action in WORK and step.state in RUNNING and situation.is_mine(step)
            for step in situation.sheet
        )

    @cached_property
    def unit(self):
        """The unit in which this person drafts, None for none."""
        for position in self.situation.me.positions:
            unit = directory.unit_object(position.unit_uid)
            if unit is not None and may("vanphong: Draft Document", unit):
                return unit
        return None

    def offers(self) -> Iterator[Offer]:
        """The button, for who handles the document and drafts in a unit."""
        if IAnswerable(self.document, None) is None or not self.handles or self.unit is None:
            return
        begun = replies.answers(self.document)
        heads = token(LEADERS, self.unit.UID()) in self.situation.me.tokens
        yield Offer(
            "draft_reply",
            _("Draft the answer"),
            "pen",
            45,
            url=f"{self.unit.absolute_url()}/@@draft-outgoing?reply_to={self.document.UID()}",
            disabled=_("an answer is being drafted") if begun and not heads else "",
        )
