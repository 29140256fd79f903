"""What stands in the parts of the page of the archive: rows for one person."""

from functools import cached_property
from plone import api
from vanphong import _
from vanphong.casefiles import archive
from vanphong.casefiles import archive_due
from vanphong.casefiles import freeze
from vanphong.casefiles import places
from vanphong.casefiles import valuation
from vanphong.casefiles.browser import words
from vanphong.casefiles.interfaces import ICaseFile
from vanphong.casefiles.rules import retention
from vanphong.casefiles.rules.states import State
from vanphong.ledger import case_files
from vanphong.organisation import people


class ArchiveRows:
    """Rows of a body; all of its files for who keeps them, else those that may be seen.

    :param body: None for who belongs to no body.
    :param folder: where the files of the body are kept, None while there are none.
    """

    def __init__(self, body, folder, request, *, is_keeper: bool) -> None:
        self.body = body
        self.folder = folder
        self.request = request
        self.is_keeper = is_keeper

    @cached_property
    def due(self) -> list[dict]:
        """Closed files that this person may see: due ones first."""
        if self.body is None:
            return []
        seen = self._seen()
        found = archive_due.due(self.body.UID(), only_due=False)
        rows = [self._due(one) for one in found if seen is None or one.row["case_file_uid"] in seen]
        return sorted(rows, key=lambda row: (not row["must"], row["last"]))

    def _seen(self):
        if self.is_keeper:
            return None
        filters = case_files.Filters(states=tuple(archive_due.WAITING))
        listed = case_files.listed(people.me().tokens, filters, size=500)
        return {row["case_file_uid"] for row in listed.rows}

    def _due(self, one) -> dict:
        row = one.row
        if one.is_late:
            tint = ("late", _("late"))
        elif one.is_due:
            tint = ("soon", _("due"))
        else:
            tint = ("plain", _("not due yet"))
        case_file = places.find(row["case_file_uid"])
        return {
            **self._file(row),
            "last": one.last,
            "tint": tint if one.must else ("line", _("need not be submitted")),
            "kept": bool(one.kept),
            "must": one.must,
            "maker": row["maker_title"],
            "may": row["state"] == State.CLOSED
            and not row["frozen"]
            and bool(api.user.has_permission(archive.SUBMIT, obj=case_file)),
        }

    def _file(self, row: dict) -> dict:
        return {
            "uid": row["case_file_uid"],
            "code": row["code"],
            "title": row["title"],
            "url": self.request.physicalPathToURL(row["path"].split("/")),
            "retention": retention.period_text(row["years"]),
            "documents": row["documents"],
            "ended": row["ended_on"],
        }

    @cached_property
    def submissions(self) -> list[dict]:
        """Those that this person may see."""
        found = [] if self.folder is None else archive.submissions(self.folder)
        return [
            {
                "title": one.title,
                "url": one.absolute_url(),
                "unit": one.unit_title,
                "by": one.submitted_title,
                "at": one.submitted_at,
                "files": len(one.lines),
                "tint": ("done", _("Decided"))
                if one.is_decided
                else ("soon", _("Awaits the archive")),
            }
            for one in found
        ]

    @cached_property
    def expired(self) -> list[dict]:
        """Files whose retention is over."""
        if not self.is_keeper:
            return []
        found = valuation.expired(self.body.UID())
        return [
            {**self._file(row), "due_year": row["due_year"], "tint": words.state(row["state"])}
            for row in found
        ]

    @cached_property
    def frozen(self) -> list[dict]:
        """What is frozen in this body."""
        if not self.is_keeper:
            return []
        uid = self.body.UID()
        return [self._frozen(one) for one in freeze.frozen() if one.body_uid == uid]

    def _frozen(self, one) -> dict:
        held = freeze.own(one)
        return {
            "uid": one.UID(),
            "title": one.title,
            "sign": one.code if ICaseFile.providedBy(one) else one.symbol,
            "url": one.absolute_url(),
            "reason": held.reason,
            "order": held.order,
            "by": held.by,
            "at": held.at,
            "may": bool(api.user.has_permission(freeze.FREEZE, obj=one)),
        }
