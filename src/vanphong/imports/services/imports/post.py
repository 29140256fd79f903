"""POST @imports, @imports/<uid>/<act>."""

from base64 import b64decode
from binascii import Error
from contextlib import ExitStack
from io import BytesIO
from vanphong.attachments.services.uploads.store import taken
from vanphong.errors import InvalidInput
from vanphong.errors import mark as _
from vanphong.imports import actions
from vanphong.imports.services.imports.shown import shown
from vanphong.ledger.services import ActService
from vanphong.ui.given import Given
from zope.publisher.interfaces import NotFound


ACTS = {
    "start": actions.start_import,
    "stop": actions.stop_import,
    "resume": actions.resume_import,
}


class ImportsPost(ActService):
    """``{"workbook": {...}, "archive": {...}}`` or ``"folder"``; then start, stop, resume.

    Both files are ``{"filename", "data"}`` in base64, or ``{"upload"}`` sent in parts before.
    """

    act = "prepare_import"
    takes = 2

    def perform(self):
        """The import as it stands then."""
        if self.path:
            return self._go_on()
        with ExitStack() as open_files:
            name, book = self._file("workbook", open_files)
            if book is None:
                raise InvalidInput(_("Choose the list, an .xlsx workbook."), field="workbook")
            _name, archive = self._file("archive", open_files)
            batch = actions.prepare_import(
                self.context, name, book, archive=archive, folder=self.body.text("folder")
            )
        self.created(f"{self.context.absolute_url()}/@imports/{batch.uid}")
        return shown(self.context, batch)

    def _go_on(self):
        uid, name = [*self.path, ""][:2]
        if name not in ACTS:
            raise NotFound(self.context, name, self.request)
        ACTS[name](self.context, uid)
        return shown(self.context, actions.the_batch(self.context, uid))

    def _file(self, name: str, open_files: ExitStack):
        sent = self.body.values.get(name)
        values = Given(sent if isinstance(sent, dict) else {})
        upload = values.text("upload").strip()
        if upload:
            found, stream = open_files.enter_context(taken(upload))
            return values.text("filename").strip() or found, stream
        if not sent:
            return "", None
        try:
            data = b64decode(values.text("data"), validate=True)
        except Error as problem:
            raise InvalidInput(
                _("The content of “${name}” is not base64."), name=name, field=name
            ) from problem
        return values.text("filename").strip(), BytesIO(data)
