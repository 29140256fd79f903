"""``@entries``: what lies in a file."""

from vanphong.casefiles import actions
from vanphong.casefiles import places
from vanphong.casefiles.services.shown import shown_entry
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger import case_entries
from vanphong.ledger.services import ActService
from vanphong.ledger.services import LookService
from vanphong.organisation import people
from vanphong.ui.services import address


class EntriesGet(LookService):
    """Fifty entries after a number; of documents that the person may not find, no word."""

    who = _("the roster of the file")

    def look(self):
        """Entries with the particulars of their documents."""
        rows = case_entries.page(self.context.UID(), self.query.whole("after", 0) or 0)
        found = case_entries.readable([row["document_uid"] for row in rows], people.me().tokens)
        return {
            "@id": f"{self.context.absolute_url()}/@entries",
            "items": [self._shown(row, row["document_uid"] in found) for row in rows],
        }

    def _shown(self, row: dict, readable: bool) -> dict:
        plain = ("number", "kind", "pages", "grants", "note", "filed_by")
        shown = {name: row[name] for name in plain}
        shown["document"] = row["document_uid"]
        if not readable or row["path"] is None:
            return {**shown, "readable": False}
        more = {name: row[name] for name in ("symbol", "label", "subject", "organ_name")}
        return {**shown, **more, "readable": True, "@id": address(row["path"], self.request)}


class EntriesPost(ActService):
    """Put a document into the file."""

    act = "file_document"

    def perform(self):
        """The new entry."""
        uid = self.body.text("document")
        document = places.by_uid(uid)
        if document is None:
            raise InvalidInput(_("There is no document “${value}”."), value=uid, field="document")
        entry = actions.file_document(
            self.context,
            document,
            kind=self.body.text("kind"),
            pages=self.body.whole("pages"),
            note=self.body.text("note"),
            grants=self.body.flag("grants") if "grants" in self.body else None,
        )
        self.request.response.setStatus(201)
        return shown_entry(entry)


class EntriesPatch(ActService):
    """Change an entry, or give it another number; the path ends with the document's UID."""

    act = "change_entry"
    takes = 1

    def perform(self):
        """The entry as it is now."""
        body, uid = self.body, "".join(self.path)
        if "number" in body:
            return shown_entry(actions.move_entry(self.context, uid, body.whole("number")))
        return shown_entry(
            actions.change_entry(
                self.context,
                uid,
                kind=body.text("kind") or None,
                pages=body.whole("pages"),
                note=body.text("note") if "note" in body else None,
                grants=body.flag("grants") if body.values.get("grants") is not None else None,
            )
        )


class EntriesDelete(ActService):
    """Take a document out; the body says the reason."""

    act = "take_out_document"
    takes = 1

    def perform(self):
        """The entry that is gone."""
        reason = self.body.text("reason")
        return shown_entry(actions.take_out(self.context, "".join(self.path), reason=reason))
