"""REST of closing and of the archive: POST @archive-act/<name> on what it is about."""

from collections.abc import Callable
from vanphong.casefiles import archive
from vanphong.casefiles import closing
from vanphong.casefiles import closing_facts
from vanphong.casefiles import freeze
from vanphong.casefiles import valuation
from vanphong.casefiles.browser import archive_words
from vanphong.casefiles.services.archive_shown import shown
from vanphong.casefiles.services.archive_shown import submission_shown
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import LookService
from vanphong.ledger.services import NamedActService
from vanphong.ui.given import Given
from zope.i18n import translate


def _need_day(body: Given, name: str):
    found = body.day(name)
    if found is None:
        raise InvalidInput(_("“${name}” is missing."), field=name, name=name)
    return found


#: By its name in the address: the act as the trail calls it, and how it is called.
OF_FILE: dict[str, tuple[str, Callable]] = {
    "close": (
        "close_file",
        lambda one, body: closing.close_file(
            one,
            ended_on=body.day("ended_on"),
            construction=body.flag("construction"),
            accept=body.flag("accept"),
        ),
    ),
    "reopen": (
        "reopen_file",
        lambda one, body: closing.reopen_file(one, reason=body.text("reason")),
    ),
    "keep-back": (
        "keep_back_file",
        lambda one, body: archive.keep_back_file(
            one,
            until=_need_day(body, "until"),
            reason=body.text("reason"),
            basis=body.text("basis"),
        ),
    ),
    "value": (
        "value_file",
        lambda one, body: valuation.value_file(
            one, body.text("verdict"), reason=body.text("reason"), period=body.text("period")
        ),
    ),
}

OF_RECORD: dict[str, tuple[str, Callable]] = {
    "freeze": (
        "freeze",
        lambda one, body: freeze.freeze(one, reason=body.text("reason"), order=body.text("order")),
    ),
    "lift-freeze": (
        "lift_freeze",
        lambda one, body: freeze.lift_freeze(one, reason=body.text("reason")),
    ),
}

OF_SUBMISSION: dict[str, tuple[str, Callable]] = {
    "take-over": (
        "take_over_file",
        lambda one, body: archive.take_over_file(one, body.text("file")),
    ),
    "return": (
        "return_file",
        lambda one, body: archive.return_file(one, body.text("file"), reason=body.text("reason")),
    ),
}


class _Acts(NamedActService):
    """Shows what the act was done on, as it is now."""

    def done(self, made):
        """The file or the document."""
        return shown(self.context)


class FileActs(_Acts):
    """Acts on a file."""

    acts = OF_FILE | OF_RECORD


class DocumentActs(_Acts):
    """Acts on a document."""

    acts = OF_RECORD


class SubmissionActs(NamedActService):
    """Acts on a submission."""

    acts = OF_SUBMISSION

    def done(self, made):
        """The submission with its lines as they are now."""
        return submission_shown(self.context)


class Findings(LookService):
    """GET @closing-checks: what stands between a file and its closing."""

    who = _("those who may read the file")

    def look(self):
        """The findings in their order."""
        return {
            "items": [
                {
                    "kind": str(one.kind),
                    "text": translate(archive_words.finding(one), context=self.request),
                    "number": one.number or None,
                    "document": one.document_uid or None,
                    "mend": str(one.mend) or None,
                    "may_stay": one.is_bearable,
                }
                for one in closing_facts.findings(self.context)
            ]
        }


class SubmissionGet(LookService):
    """GET @submission: a submission with its files."""

    who = _("those who have submitted the files, and the archive")

    def look(self):
        """The lines."""
        return submission_shown(self.context)
