"""The fields of the registration form filled from the scan, with and without a script."""

from functools import cached_property
from vanphong import _
from vanphong.attachments import reading
from vanphong.documents import duplicates
from vanphong.documents.browser import likeness
from vanphong.errors import InvalidInput
from vanphong.errors import OfficeError
from vanphong.errors import mark
from vanphong.incoming import suggestions
from vanphong.incoming.content import IIncomingDocument
from vanphong.incoming.suggestions import Suggestion
from vanphong.incoming.suggestions import Suggestions
from vanphong.ledger.acts import attempt


class ReadingForm:
    """Mixed into a form of particulars: a button that reads the scan and shows the form again.

    Nothing is stored by it, and no value that was typed is changed.
    """

    def __call__(self):
        """Read the scan when that was asked for, else go the usual way."""
        if self.request.method == "POST" and self.text("act") == "read":
            return self._read_and_show()
        return super().__call__()

    def _read_and_show(self):
        self.check_permission()
        try:
            self._verify()
            with attempt("read_head", self.context):
                self.suggested = self._asked()
        except OfficeError as error:
            self.fail(error)
            return self._again()
        self.tried = True
        for name, one in self.read.items():
            self.request.form[name] = one.shown
        return self.render()

    def _asked(self) -> Suggestions:
        """What the file says that was sent."""
        upload = self.upload("file")
        if upload is None:
            raise InvalidInput(mark("Choose the scan first."), field="file")
        return suggestions.of_file(upload.filename, upload, self.body)

    @cached_property
    def suggested(self) -> Suggestions:
        """What was read without being asked for."""
        return Suggestions()

    @cached_property
    def read(self) -> dict[str, Suggestion]:
        """The suggestions for fields in which nothing was typed."""
        found = self.suggested.fields
        return {name: one for name, one in found.items() if self._is_free(name)}

    def _is_free(self, name: str) -> bool:
        sent = self.text(name) if self.request.method == "POST" else self.known.get(name)
        return not sent or sent == IIncomingDocument[name].default

    known: dict = {}

    @property
    def read_url(self) -> str:
        """Where the form's script sends a file to be read."""
        return f"{self.target.absolute_url()}/@read-head"

    def alike(self, kind: str) -> list[dict]:
        """Documents with the very same file, or with a text that looks alike."""
        found = self.suggested.same if kind == duplicates.SAME_FILE else self.suggested.like
        return likeness.shown(found, self.request, self.own_url)

    def alike_row(self, row: dict) -> str:
        """Markup of one of them, the same that the form's script gets."""
        return likeness.row_html(row, self.suggested.text, self.request)

    @property
    def own_url(self) -> str:
        """Address of the document that is stored already; "" while there is none."""
        return ""

    #: Whether the form's script asks at once, without a file being chosen.
    reads_now = False

    @property
    def read_said(self):
        """How much was read."""
        if not self.read:
            asked = self.request.method == "POST" and self.text("act") == "read"
            return _("Nothing could be read from the scan; type the fields.") if asked else ""
        doubt = sum(one.is_doubtful for one in self.read.values())
        said = _("${n} fields read from the scan, ${doubt} to be checked")
        return _(said, mapping={"n": len(self.read), "doubt": doubt})


class ReadingWaiting(ReadingForm):
    """The same for a document that waits: its file is there, and read by the worker."""

    def _asked(self) -> Suggestions:
        """What its main file says, read now where the worker has not come to it."""
        if self.upload("file") is not None or not self.context.attachments:
            return super()._asked()
        return suggestions.of_document(self.context, wait=True)

    @cached_property
    def suggested(self) -> Suggestions:
        """What the worker has read. A letter from within the office says it all itself."""
        if self.context.origin_uid or self.request.method == "POST":
            return Suggestions()
        return suggestions.of_document(self.context)

    @property
    def own_url(self) -> str:
        """Address of the document."""
        return self.context.absolute_url()

    @property
    def values(self) -> dict:
        """What is known of it, completed by what was read."""
        return {**self.known, **{name: one.shown for name, one in self.read.items()}}

    @property
    def reads_now(self) -> bool:
        """Whether its scan was not read yet, and can be."""
        files = [one for one in self.context.attachments if not one.is_held][:1]
        waits = any(one.progress.next and reading.is_scannable(one.extension) for one in files)
        return waits and not self.suggested.fields and not self.context.origin_uid
