"""What the pages about one workflow have in common: which one it is, and its words."""

from functools import cached_property
from urllib.parse import urlencode
from vanphong import _
from vanphong.errors import InvalidInput
from vanphong.ui.browser.form import OfficeForm
from vanphong.ui.given import Given
from vanphong.workflows import actions
from vanphong.workflows.browser.panel import Panel
from vanphong.workflows.browser.words import Words
from vanphong.workflows.rules.model import Workflow
from vanphong.workflows.standing import Standing
from zExceptions import NotFound


class OneWorkflow(Panel, OfficeForm):
    """A page about the workflow that ``id`` names."""

    crumb = _("Workflows and rights")

    def __call__(self):
        """An address of nothing is refused before the page begins."""
        self.check()
        return super().__call__()

    def check(self) -> None:
        """Look up what the address names.

        :raises NotFound: when there is no such thing.
        """
        self.standing  # noqa: B018

    @cached_property
    def standing(self) -> Standing:
        """How the workflow stands."""
        try:
            return Standing(self.text("id"))
        except InvalidInput as unknown:
            raise NotFound(self.text("id")) from unknown

    @cached_property
    def words(self) -> Words:
        """Its words."""
        return Words(self.standing.hard, self.request)

    @property
    def workflow(self) -> Workflow:
        """The draft, or what is in force."""
        return self.standing.wanted

    @property
    def url(self) -> str:
        """Address of the page of the workflow."""
        return self.page_url(self.standing.id)

    def insert_url(self, before: str, then: str) -> str:
        """Address of the form that puts a state between two."""
        query = urlencode({"id": self.standing.id, "before": before, "then": then})
        return f"{self.site_url}/@@workflow-insert?{query}"

    @property
    def revision(self) -> int:
        """The revision that the form was made from; that of now before it is sent."""
        if not self.tried:
            return self.standing.record.revision
        return Given(self.request.form).whole("revision", 0) or 0

    @property
    def crumbs(self) -> list[dict]:
        """The way back."""
        return [{"title": self.crumb, "url": self.list_url}]

    def next_url(self) -> str:
        """The page of the workflow."""
        return self.url

    def _edit(self, *edits: dict) -> None:
        actions.edit_workflow(self.context, self.standing.id, edits, revision=self.revision)
