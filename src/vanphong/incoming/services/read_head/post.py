"""POST @read-head."""

from AccessControl import getSecurityManager
from base64 import b64decode
from binascii import Error
from io import BytesIO
from plone.protect.authenticator import check as check_authenticator
from vanphong.documents.browser import likeness
from vanphong.documents.duplicates import Alike
from vanphong.documents.services.duplicates.get import as_json
from vanphong.errors import InvalidInput
from vanphong.errors import NotAllowed
from vanphong.errors import mark as _
from vanphong.incoming import actions
from vanphong.incoming import suggestions
from vanphong.ledger.services import ActService
from vanphong.organisation import directory
from zExceptions import Forbidden


class ReadHeadPost(ActService):
    """Read a file and keep nothing of it; one with a stamp of secrecy is refused.

    The file is ``{"filename", "data"}`` in base64, or the input ``file`` of a form. With
    ``images`` the pages come as pictures, too.
    """

    act = "read_head"

    def perform(self):
        """The suggestions."""
        body = self._receiver()
        if not getSecurityManager().checkPermission(actions.register.permission, body):
            raise NotAllowed(_("Only ${who} may do this here."), who=actions.CLERK)
        found = self._found(body)
        return {
            "@id": f"{self.context.absolute_url()}/@read-head",
            "pages": found.pages,
            "unread": found.unread,
            "fields": {name: one.as_json() for name, one in found.fields.items()},
            "images": found.images,
            "alike": [self._alike(one, found.text) for one in (*found.same, *found.like)],
        }

    #: Address of the document that is stored already.
    own_url = ""

    def _receiver(self):
        """The body whose clerk asks."""
        return directory.body_of(self.context)

    def _alike(self, one: Alike, text: str) -> dict:
        """A document that may be the same, with its markup for the form's script."""
        (row,) = likeness.shown([one], self.request, self.own_url)
        html = likeness.row_html(row, text, self.request)
        return {**as_json(one, self.request), "html": html}

    def _found(self, body) -> suggestions.Suggestions:
        upload = self.request.form.get("file")
        if getattr(upload, "filename", ""):
            # a form of another site could send this, too
            try:
                check_authenticator(self.request)
            except Forbidden as problem:
                raise NotAllowed(_("The form is too old; load it again.")) from problem
            images = bool(self.request.form.get("images"))
            return suggestions.of_file(upload.filename, upload, body, images=images)
        name = self.body.text("filename").strip()
        try:
            content = BytesIO(b64decode(self.body.text("data"), validate=True))
        except Error as problem:
            raise InvalidInput(
                _("The content of “${name}” is not base64."), name=name, field="data"
            ) from problem
        if not name:
            raise InvalidInput(_("Name the file, with its ending."), field="filename")
        return suggestions.of_file(name, content, body, images=self.body.flag("images"))


class ReadHeadOfDocumentPost(ReadHeadPost):
    """Read the main file of a document that waits to be registered."""

    @property
    def own_url(self) -> str:
        """Address of the document."""
        return self.context.absolute_url()

    def _receiver(self):
        return directory.unit_object(self.context.body_uid)

    def _found(self, body) -> suggestions.Suggestions:
        return suggestions.of_document(self.context, wait=True)
