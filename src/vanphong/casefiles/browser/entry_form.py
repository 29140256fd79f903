"""What a file says of one document, and taking it out."""

from functools import cached_property
from vanphong import _
from vanphong.casefiles import actions
from vanphong.casefiles import entries
from vanphong.casefiles.browser.entry_fields import kind
from vanphong.casefiles.browser.entry_fields import readers
from vanphong.casefiles.browser.frame import CaseForm
from vanphong.errors import InvalidInput
from vanphong.errors import mark
from vanphong.ui.given import Given


class EntryForm(CaseForm):
    """``@@entry?document=…``: what the file says of one document, or taking it out."""

    title = _("Entry of the file")

    @cached_property
    def entry(self):
        """The entry asked for.

        :raises InvalidInput: when there is none.
        """
        found = entries.of_document(self.context, self.text("document"))
        if found is None:
            raise InvalidInput(mark("The document is not in this file any more."))
        return found

    def render(self):
        """The form; a document that is gone leads back to the file."""
        if entries.of_document(self.context, self.text("document")) is None:
            return self.request.response.redirect(self.context.absolute_url())
        return super().render()

    @property
    def send_bar(self) -> dict:
        """Save, leave, take out."""
        back = {"url": self.back_url, "title": _("Back"), "kind": "text"}
        save = {"value": "save", "title": _("Save"), "kind": "work", "primary": True}
        out = {
            "value": "out",
            "title": _("Take out of the file"),
            "icon": "x",
            "confirm": _("Take the document out of the file? The document itself stays."),
        }
        return {"acts": [save, back, out]}

    @property
    def fields(self) -> list[dict]:
        """Number, kind, pages, note, and whom it is open to."""
        one = self.entry
        return [
            {"name": "document", "kind": "hidden", "value": one.document_uid},
            {
                "name": "number",
                "label": _("Number in the file"),
                "kind": "number",
                "width": 4,
                "value": str(one.number),
            },
            kind(one.kind),
            {
                "name": "pages",
                "label": _("Number of pages"),
                "kind": "number",
                "width": 4,
                "value": str(one.pages),
            },
            readers(opens=one.grants),
            {
                "name": "note",
                "label": _("Note"),
                "kind": "textarea",
                "width": 12,
                "value": one.note,
                "maxlength": 500,
            },
            {
                "name": "reason",
                "label": _("Reason for taking it out"),
                "width": 12,
                "maxlength": 500,
                "help": _("Needed only then; it is kept in the history."),
            },
        ]

    def act(self):
        """Save, or take it out."""
        uid, given = self.text("document"), Given(self.request.form)
        if self.text("act") == "out":
            actions.take_out(self.context, uid, reason=self.text("reason"))
            return _("Taken out of the file.")
        number, one = given.whole("number"), self.entry
        said = {
            "kind": self.text("kind"),
            "pages": given.whole("pages"),
            "note": self.text("note"),
            "grants": self.text("grants") == "yes",
        }
        if any(value != getattr(one, name) for name, value in said.items()):
            actions.change_entry(self.context, uid, **said)
        if number is not None and number != one.number:
            actions.move_entry(self.context, uid, number)
        return _("The entry is saved.")
