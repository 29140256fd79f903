"""GET @reply."""

from dataclasses import asdict
from vanphong.documents.interfaces import IAnswerable
from vanphong.documents.services.looking import DocumentLook
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.organisation import directory
from vanphong.organisation import people
from vanphong.outgoing import replies
from vanphong.ui.services import iso


class ReplyGet(DocumentLook):
    """What an answer to this document begins with, when this person drafts it."""

    def show(self):
        """Values for ``@outgoing`` of the drafting unit; by default the person's first."""
        document = self.context
        if IAnswerable(document, None) is None:
            raise InvalidInput(_("The document to answer is not there."), field="reply_to")
        chosen = self.query.text("unit") or next(iter(people.me().units()), "")
        unit = directory.unit_object(chosen)
        if unit is None:
            raise InvalidInput(_("There is no unit or person “${who}”."), who=chosen, field="unit")
        found = replies.suggest_reply(document, unit)
        due = found.get("due_date")
        return {
            "@id": f"{document.absolute_url()}/@reply",
            **found,
            "unit": unit.absolute_url(),
            "due_date": iso(due),
            "recipients": [asdict(one) for one in found["recipients"]],
            "begun": [one["subject"] for one in replies.answers(document)],
        }
