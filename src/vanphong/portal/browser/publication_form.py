"""What staff do with a publication: change, review, withdraw. ``@@publication``."""

from functools import cached_property
from vanphong import _
from vanphong.documents.browser.scope import may
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.portal import actions
from vanphong.portal import publications
from vanphong.portal.browser.publishing import STATES
from vanphong.portal.browser.publishing import PublishForm
from vanphong.portal.browser.publishing import written
from vanphong.portal.rules import State


class PublicationForm(PublishForm):
    """Change, review or withdraw; ``context`` is the publication."""

    title = _("Publication")
    send = _("Save the change")
    note = ""

    @property
    def publication(self):
        """The publication."""
        return self.context

    @cached_property
    def document(self):
        """The document behind it."""
        return publications.document_of(self.context)

    @property
    def url(self) -> str:
        """Address of the form."""
        return f"{self.context.absolute_url()}/@@publication"

    def next_url(self) -> str:
        """The same page."""
        return self.url

    @property
    def state(self) -> tuple[str, str]:
        """Tint and words of the state."""
        return STATES[self.context.state]

    @property
    def facts(self) -> list[str]:
        """Who did what, for the record."""
        publication = self.context
        who = {"who": publication.asked_by_title, "day": written(publication.asked_on)}
        found = [_("Published by ${who}, ${day}", mapping=who)]
        if publication.approved_by_title:
            told = {"who": publication.approved_by_title}
            found.append(_("Let through by ${who}", mapping=told))
        if publication.state == State.WITHDRAWN and publication.withdrawn_on:
            told = {
                "who": publication.withdrawn_by_title,
                "day": written(publication.withdrawn_on),
            }
            found.append(_("Withdrawn by ${who}, ${day}", mapping=told))
        if publication.reason:
            found.append(_("Reason: ${reason}", mapping={"reason": publication.reason}))
        return found

    @property
    def standing(self) -> dict:
        """What is kept."""
        publication = self.context
        return {
            "published_on": publication.published_on,
            "expires_on": publication.expires_on,
            "category": publication.category,
            "summary": publication.summary,
            "files": list(publication.file_uids[1:]),
            "links": "\n".join(f"{one.title} | {one.url}" for one in publication.links),
        }

    @property
    def reason(self) -> dict:
        """The field of the review and the withdrawal."""
        return {
            "name": "reason",
            "label": _("Reason"),
            "kind": "textarea",
            "rows": 2,
            "width": 12,
            "maxlength": actions.LONGEST,
        }

    @property
    def may_change(self) -> bool:
        """Whether there is something to change."""
        return self.context.state != State.WITHDRAWN

    @property
    def may_review(self) -> bool:
        """Whether this person is asked for a review."""
        return self.context.state == State.WAITING and may(actions.APPROVE, self.context)

    def act(self):
        """Whichever button was pressed."""
        name = self.text("do")
        if name not in ("save", "unpublish", "approve", "refuse"):
            raise InvalidInput(mark("Choose what to do."))
        return getattr(self, f"_{name}")()

    def _save(self):
        actions.change_publication(self.context, **self.values)
        return _("The change is saved.")

    def _unpublish(self):
        actions.unpublish(self.context, reason=self.text("reason"))
        return _("It is shown no longer; the record stays.")

    def _approve(self):
        actions.approve_publication(self.context, reason=self.text("reason"))
        return _("The document is published.")

    def _refuse(self):
        actions.approve_publication(self.context, accept=False, reason=self.text("reason"))
        return _("It is not published; who asked for it is told why.")
