"""Tasks on the page of a document: the act that makes them, the card that shows them."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from vanphong import _
from vanphong.ledger import tasks as ledger
from vanphong.organisation import directory
from vanphong.routing.browser.interfaces import IOffers
from vanphong.routing.browser.interfaces import IPanels
from vanphong.routing.browser.offers import Offer
from vanphong.tasks import conclusions
from vanphong.tasks import reach
from vanphong.tasks.browser.rows import Rows
from zope.interface import implementer


#: Types of document whose conclusions are expected; tasks come first in their bar.
CONCLUDING = frozenset({"thong-bao", "bien-ban", "chi-thi", "ke-hoach", "cong-dien"})


@implementer(IOffers)
class ConclusionOffer:
    """Making tasks, on the page of a document."""

    def __init__(self, situation, request) -> None:
        self.situation = situation
        self.context = situation.document

    def offers(self) -> list[Offer]:
        """One offer for who may give tasks; first for a notice of conclusions of one's own."""
        if not conclusions.is_source(self.context) or not self._may:
            return []
        expected = self.context.document_type in CONCLUDING and self.situation.may("give_task")
        rank = 61 if expected else 78
        return [Offer("tasks", _("Make tasks of it"), "done", rank, page="@@conclusions")]

    @property
    def _may(self) -> bool:
        """Whether this person could give anybody a task: leaders, the Office and the clerks."""
        body = directory.unit_object(self.context.body_uid)
        if body is None or not self.situation.may("give_conclusions"):
            return False
        me = self.situation.me
        return bool(me.leads()) or reach.serves(me, body)


@implementer(IPanels)
class TaskPanel:
    """The tasks made of a document, on its page."""

    index = ViewPageTemplateFile("panel.pt")

    def __init__(self, situation, request) -> None:
        self.situation = situation
        self.context = situation.document
        self.request = request

    @cached_property
    def rows(self) -> list[dict]:
        """All of them, in the order of the lines."""
        return Rows(self.request).rows(ledger.of_source(self.context.UID()))

    def panels(self) -> list[dict]:
        """One card; none while there is no task."""
        if not self.rows:
            return []
        ended = sum(not one["is_open"] for one in self.rows)
        title = _("Tasks: ${ended} of ${n} ended", mapping={"ended": ended, "n": len(self.rows)})
        return [
            {
                "id": "tasks",
                "icon": "done",
                "title": title,
                "html": self.index(),
                "link": f"{self.context.absolute_url()}/@@conclusions",
                "link_title": _("By line"),
            }
        ]
