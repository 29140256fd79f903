"""REST of what makes something new: submissions, groups, packages, handovers."""

from base64 import b64decode
from binascii import Error
from io import BytesIO
from vanphong.attachments.services.uploads.store import taken
from vanphong.casefiles import archive
from vanphong.casefiles import archive_import
from vanphong.casefiles import freeze
from vanphong.casefiles import handover
from vanphong.casefiles.services.archive_shown import shown
from vanphong.casefiles.services.archive_shown import submission_shown
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.ledger.services import ActService
from vanphong.ui.services import refuse


class Submit(ActService):
    """POST @archive-submissions on the files of a body."""

    act = "submit_files"

    def perform(self):
        """The new submission."""
        made = archive.submit_files(
            self.context,
            self.body.texts("files"),
            note=self.body.text("note"),
            paper=self.body.text("paper"),
        )
        self.created(made.absolute_url())
        return submission_shown(made)


class _Group(ActService):
    """One act on several documents and files, each for itself."""

    #: What those are called in the answer to whom it was done.
    name = ""

    def perform(self):
        """UIDs of those to whom it was done, and the refusals of the others.

        The status is that of a refusal only when all were refused.
        """
        finished, refused = self.each(freeze.records(self.body.texts("uids")))
        items = [{"UID": one.UID(), **refuse(error, self.request)} for one, error in refused]
        if finished:
            self.request.response.setStatus(200)
        return {self.name: [one.UID() for one in finished], "refused": items}

    def each(self, records):
        """Do it; what ``freeze.freeze_many`` answers."""
        raise NotImplementedError


class FreezeGroup(_Group):
    """POST @freeze-group on the files of a body."""

    act = "freeze"
    name = "frozen"

    def each(self, records):
        """Freeze them."""
        return freeze.freeze_many(
            records, reason=self.body.text("reason"), order=self.body.text("order")
        )


class LiftGroup(_Group):
    """POST @lift-freeze-group on the files of a body."""

    act = "lift_freeze"
    name = "lifted"

    def each(self, records):
        """Let them go."""
        return freeze.lift_many(records, reason=self.body.text("reason"))


class Import(ActService):
    """POST @archive-packages on the files of a body: a package as upload or in base64."""

    act = "import_package"

    def perform(self):
        """The new file."""
        upload = self.body.text("upload").strip()
        if upload:
            with taken(upload) as (_name, stream):
                made = archive_import.import_package(self.context, stream)
        else:
            made = archive_import.import_package(self.context, BytesIO(self._octets()))
        self.created(made.absolute_url())
        return shown(made)

    def _octets(self) -> bytes:
        try:
            return b64decode(self.body.text("data"), validate=True)
        except Error as problem:
            raise InvalidInput(
                _("The content of “${name}” is not base64."), name="data", field="data"
            ) from problem


class HandOver(ActService):
    """POST @hand-over on a unit."""

    act = "hand_over"

    def perform(self):
        """The job."""
        return {
            "job": handover.hand_over(
                self.context,
                self.body.text("person"),
                self.body.text("receiver"),
                reason=self.body.text("reason"),
            )
        }
