"""``@case-files``: the list on the site, opening on a unit, the files of a document."""

from vanphong.casefiles import actions
from vanphong.casefiles import grants
from vanphong.casefiles.actions.opening import FIELDS
from vanphong.casefiles.services.shown import shown
from vanphong.casefiles.services.shown import shown_row
from vanphong.documents.rules import fold
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.ledger import case_entries
from vanphong.ledger import case_files
from vanphong.ledger.services import ActService
from vanphong.organisation import people
from vanphong.ui.services import OfficeService


class CaseFilesGet(OfficeService):
    """Files that the person may find, the newest first."""

    def answer(self):
        """One page; ``items_total`` above 1000 means "more than 1000"."""
        query, tokens = self.query, people.me().tokens
        filters = case_files.Filters(
            body_uid=query.text("body"),
            unit_uids=tuple(query.texts("unit")),
            year=query.whole("year", 0) or 0,
            states=tuple(query.texts("state")),
            years=-1 if "years" not in query else query.whole("years", -1),
            parts=tuple(query.texts("part")),
            words=tuple(fold(query.text("q")).split()),
        )
        page = case_files.listed(tokens, filters, page=query.whole("page", 1))
        return {
            "@id": f"{self.context.absolute_url()}/@case-files",
            "page": page.number,
            "more": page.more,
            "items_total": case_files.count(tokens, filters),
            "items": [shown_row(row, self.request) for row in page.rows],
        }


class CaseFilesPost(ActService):
    """Open a file of the unit."""

    act = "open_case_file"

    def perform(self):
        """The new file."""
        made = actions.open_file(
            self.context,
            self.body.fields(FIELDS),
            year=self.body.whole("year"),
            notation=self.body.text("notation"),
            maker=self.body.text("maker"),
        )
        self.created(made.absolute_url())
        return shown(made, self.request)


class FilesOfDocument(OfficeService):
    """Which files hold a document, and which of them let their readers read it."""

    def answer(self):
        """All of them; codes alone of those that the person may not find."""
        if not grants.may_read(self.context):
            raise NotAllowed(_("Only ${who} may see this."), who=_("readers of the document"))
        rows = case_entries.files_of(self.context.UID())
        return {
            "@id": f"{self.context.absolute_url()}/@case-files",
            "items": [
                {
                    "UID": row["case_file_uid"],
                    "code": row["code"],
                    "number": row["number"],
                    "kind": row["kind"],
                    "grants": row["grants"],
                    "state": row["state"],
                }
                for row in rows
            ],
        }
