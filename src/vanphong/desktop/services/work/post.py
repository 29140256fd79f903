"""POST @work/finish."""

from AccessControl import getSecurityManager
from plone import api
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark as _
from vanphong.ledger import overviews
from vanphong.ledger.acts import attempt
from vanphong.routing import actions
from vanphong.ui import errors
from vanphong.ui.services import OfficeService
from zope.publisher.interfaces import NotFound


class WorkPost(OfficeService):
    """Finish several steps at once, each by itself: one refusal stops no other."""

    takes = 1

    def answer(self):
        """Which steps are finished, and why the others are not."""
        if self.path != ["finish"]:
            raise NotFound(self.context, "".join(self.path), self.request)
        steps = self.body.texts("steps")
        if not steps:
            raise InvalidInput(_("“${name}” is missing."), field="steps", name="steps")
        items, unknown = self._found(steps)
        finished, refused = actions.finish_many(
            items, result=self.body.text("result"), case_file=self.body.text("case_file")
        )
        return {
            "finished": finished,
            "refused": [
                {"step": step, **errors.as_json(refusal, self.request)}
                for step, refusal in (*unknown, *refused)
            ],
        }

    def _found(self, steps: list[str]) -> tuple[list, list[tuple[str, OfficeError]]]:
        """Pairs of document and step; apart, the steps of which the person sees no document."""
        paths = {row["step_uid"]: row["path"] for row in overviews.steps(steps)}
        items, unknown = [], []
        for step in dict.fromkeys(steps):
            try:
                items.append((_document(paths.get(step, ""), step), step))
            except OfficeError as refusal:
                unknown.append((step, refusal))
        return items, unknown


def _document(path: str, step: str):
    portal = api.portal.get()
    document = portal.unrestrictedTraverse(path, None) if path else None
    with attempt("finish", portal if document is None else document):
        if document is None or not getSecurityManager().checkPermission("View", document):
            raise InvalidInput(_("There is no step “${step}”."), step=step, field="steps")
    return document
